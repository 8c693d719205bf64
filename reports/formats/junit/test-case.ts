import { isAbsolute, join, relative } from 'node:path';
import type { Millis } from '#core';
import { requirementIdsOf } from '../../requirements/requirement-tags.ts';
import { keptFiles } from '../kept-files.ts';
import { endingType, type Outcome } from '../outcome.ts';
import { stepLines } from '../step-text.ts';
import type { ToldRun } from '../told-run.ts';
import { classNameOf } from './case-names.ts';
import { xmlAttribute, xmlText } from './xml-text.ts';

export interface JunitOptions {
  /** The folder that the reader takes relative paths from; without it paths are absolute. */
  readonly workspace?: string;
}

/** The schemas have three digits behind the point at the most. */
export const seconds = (ms: Millis): string => (ms / 1000).toFixed(3);

/** The meter is wrong, the rig is, or nothing was judged. What is not known is no success. */
export function elementOf(ending: Outcome['ending']): 'failure' | 'error' | 'skipped' | undefined {
  switch (ending) {
    case 'passed':
      return undefined;
    case 'failed':
      return 'failure';
    case 'skipped':
      return 'skipped';
    case 'error':
    case 'inconclusive':
    case 'incomplete':
    case 'not run':
      return 'error';
  }
}

export interface CaseSurroundings {
  readonly run: ToldRun;
  readonly options: JunitOptions;
  readonly name: string | undefined;
}

/** One scenario as an element. */
export function testCase(outcome: Outcome, { run, options, name }: CaseSurroundings): string {
  const { scenario, ms } = outcome;
  const attributes = [
    ['name', name ?? scenario.name],
    ['classname', classNameOf(scenario)],
    ['time', seconds(ms)],
  ].map(([key, value]) => ` ${key}="${xmlAttribute(value ?? '')}"`);
  return `<testcase${attributes.join('')}>
${problemOf(outcome)}<system-out>${xmlText(outputOf(outcome, run, options))}</system-out>
</testcase>
`;
}

function problemOf(outcome: Outcome): string {
  const element = elementOf(outcome.ending);
  if (element === undefined) return '';
  const message = ` message="${xmlAttribute(outcome.headline ?? '')}"`;
  // Surefire knows no type of what was skipped.
  const type = element === 'skipped' ? '' : ` type="${xmlAttribute(endingType(outcome))}"`;
  return `<${element}${message}${type}>${xmlText(outcome.reason ?? '')}</${element}>\n`;
}

function outputOf(outcome: Outcome, { folder }: ToldRun, { workspace }: JunitOptions): string {
  const { scenario, steps, opening } = outcome;
  const properties = [
    ['place', scenario.id],
    ['uid', scenario.uid],
    ['verdict', outcome.ending],
    ...requirementIdsOf(scenario.tags).map((id) => ['requirement', id]),
    ['tags', scenario.tags.join(' ')],
  ].map(([name, value]) => `[[PROPERTY|${name}=${inert(value ?? '').replace(/\s/g, ' ')}]]`);
  const attachments = keptFiles([opening, ...steps.map(({ lines }) => lines)].flat()).map(
    ({ path }) => `[[ATTACHMENT|${pathFor(join(folder, path), workspace)}]]`,
  );
  return ['', ...properties, '', ...stepLines(steps).map(inert), '', ...attachments, ''].join('\n');
}

/** A text of others cannot make its reader attach a file or note a property. */
const inert = (text: string): string => text.replace(/\[\[(?=ATTACHMENT|PROPERTY)/g, '[ [');

function pathFor(path: string, workspace: string | undefined): string {
  if (workspace === undefined) return path;
  const inside = relative(workspace, path);
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside;
}
