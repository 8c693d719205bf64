import { isAbsolute, join, relative } from 'node:path';
import type { Millis, PlannedScenario } from '#core';
import { keptFiles } from './kept-files.ts';
import { endingType, featurePathOf, lineOf, type Outcome, outcomesOf } from './outcome.ts';
import { OutputFile } from './output-file.ts';
import { requirementIdsOf } from './requirement-ids.ts';
import { runProperties } from './run-properties.ts';
import { stepLines } from './step-text.ts';
import { type ToldRun, tellRun } from './told-run.ts';
import { xmlAttribute, xmlText } from './xml-text.ts';

export interface JunitOptions {
  /** The folder that the reader takes relative paths from; without it paths are absolute. */
  readonly workspace?: string;
}

/**
 * Writes a run as JUnit XML, as Jenkins' `junit-10.xsd` and Surefire's `surefire-test-report.xsd` both
 * have it. Neither knows properties of a test case: those stand in its `system-out` in the manner of
 * `[[PROPERTY|name=value]]`, beside `[[ATTACHMENT|path]]`. Errors: `FB_RUN_RECORD`.
 */
export function writeJunit(folder: string, path: string, options: JunitOptions = {}): string {
  const run = tellRun(folder);
  using file = new OutputFile(path);
  file.write('<?xml version="1.0" encoding="UTF-8"?>\n');
  file.write(`<testsuites name="${xmlAttribute(`Frankbench on ${run.story.run.rig.name}`)}"`);
  const all = new Tally(file);
  const names = distinctNames(run.story.plan);
  let suite: Suite | undefined;
  for (const outcome of outcomesOf(run)) {
    const feature = featurePathOf(outcome.scenario);
    if (suite?.feature !== feature) {
      suite?.end();
      suite = new Suite(file, run, outcome.scenario);
    }
    suite.tally.add(outcome);
    all.add(outcome);
    file.write(testCase(outcome, { run, options, name: names.get(outcome.scenario.id) }));
  }
  suite?.end();
  all.fill();
  file.write('</testsuites>\n');
  return file.finish();
}

/** One feature file; its counts are known when it ends. */
class Suite {
  readonly feature: string;
  readonly tally: Tally;
  readonly #file: OutputFile;

  constructor(file: OutputFile, run: ToldRun, scenario: PlannedScenario) {
    this.feature = featurePathOf(scenario);
    this.#file = file;
    file.write(`<testsuite name="${xmlAttribute(this.feature)}"`);
    this.tally = new Tally(file, 'skipped');
    const sha256 = run.story.run.suite.features.find(({ path }) => path === this.feature)?.sha256;
    const properties: readonly (readonly [string, string])[] = [
      ['feature', scenario.feature],
      ...(sha256 === undefined ? [] : [['feature.sha256', sha256] as const]),
      ...runProperties(run),
    ];
    const lines = properties.map(
      ([name, value]) =>
        `<property name="${xmlAttribute(name)}" value="${xmlAttribute(value)}"/>\n`,
    );
    file.write(`<properties>\n${lines.join('')}</properties>\n`);
  }

  end(): void {
    this.tally.fill();
    this.#file.write('</testsuite>\n');
  }
}

/** The counts of an element, whose place is kept until they are known. */
class Tally {
  readonly #file: OutputFile;
  readonly #place: number;
  readonly #withSkipped: boolean;
  #tests = 0;
  #failures = 0;
  #errors = 0;
  #skipped = 0;
  #ms: Millis = 0;

  constructor(file: OutputFile, skipped?: 'skipped') {
    this.#file = file;
    this.#withSkipped = skipped !== undefined;
    // Four counts and a time, each with up to twelve digits.
    this.#place = file.reserve(110);
    file.write('>\n');
  }

  add({ ending, ms }: Outcome): void {
    this.#tests += 1;
    this.#ms += ms;
    const element = elementOf(ending);
    if (element === 'failure') this.#failures += 1;
    if (element === 'error') this.#errors += 1;
    if (element === 'skipped') this.#skipped += 1;
  }

  fill(): void {
    const skipped = this.#withSkipped ? ` skipped="${this.#skipped}"` : '';
    this.#file.fill(
      this.#place,
      ` tests="${this.#tests}" failures="${this.#failures}" errors="${this.#errors}"${skipped} time="${seconds(this.#ms)}"`,
    );
  }
}

/** The schemas have three digits behind the point at the most. */
const seconds = (ms: Millis): string => (ms / 1000).toFixed(3);

/** The meter is wrong, the rig is, or nothing was judged. What is not known is no success. */
function elementOf(ending: Outcome['ending']): 'failure' | 'error' | 'skipped' | undefined {
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

interface CaseSurroundings {
  readonly run: ToldRun;
  readonly options: JunitOptions;
  readonly name: string | undefined;
}

function testCase(outcome: Outcome, { run, options, name }: CaseSurroundings): string {
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

/** Readers cut it at its last dot into package and class: the feature file, and the rule in it. */
function classNameOf(scenario: PlannedScenario): string {
  const file = featurePathOf(scenario).replace(/\.feature$/, '');
  const parts = [...file.split('/'), scenario.rule ?? scenario.feature];
  return parts.map((part) => part.replaceAll('.', '·')).join('.');
}

/** Scenarios with equal names in a rule get their place among them: readers take equal names for one. */
function distinctNames(plan: readonly PlannedScenario[]): ReadonlyMap<string, string> {
  const groups = Map.groupBy(plan, (each) => JSON.stringify([classNameOf(each), each.name]));
  const alike = [...groups.values()].filter(({ length }) => length > 1);
  return new Map(
    alike.flatMap((group) =>
      group
        .toSorted((a, b) => lineOf(a) - lineOf(b))
        .map(({ id, name }, index) => [id, `${name} (${index + 1})`] as const),
    ),
  );
}
