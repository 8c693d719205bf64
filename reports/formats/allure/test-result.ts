import { hash } from 'node:crypto';
import type { Attachment, Stage, Status, StepResult, TestResult } from 'allure-js-commons';
import type { RecordLine } from '#core';
import { requirementIdsOf } from '../../requirements/requirement-tags.ts';
import { type Ending, featurePathOf, type Outcome, type TimedStep } from '../outcome.ts';
import { findingsOf, keysOf, stepName } from '../step-text.ts';
import type { ToldRun } from '../told-run.ts';
import type { AttachmentStore } from './attachment-store.ts';
import { allureStatus } from './categories.ts';

/** How dear it is when a requirement is not met. */
export type RiskLevel = 'high' | 'medium' | 'low';

export interface ResultSurroundings {
  readonly run: ToldRun;
  readonly attachments: AttachmentStore;
  readonly risks: ReadonlyMap<string, RiskLevel>;
}

/** One scenario as Allure has it. Its number is made from the run's and the scenario's. */
export function resultOf(
  outcome: Outcome,
  { run, attachments, risks }: ResultSurroundings,
): TestResult {
  const { scenario, ending, headline, reason, startMs, ms } = outcome;
  const { meter, rig, target } = run.story.run;
  const path = featurePathOf(scenario);
  const known = (name: string, value: string) => ({ name, value, excluded: true });
  return {
    uuid: uuidOf(`${run.file.id} ${scenario.id} ${outcome.steps.length > 0 ? startMs : ''}`),
    historyId: hash('sha256', `${scenario.uid} ${rig.name}`),
    testCaseId: scenario.uid,
    name: scenario.name,
    fullName: `${path}#${scenario.uid}`,
    titlePath: [...path.split('/'), ...(scenario.rule === null ? [] : [scenario.rule])],
    status: statusOf(ending),
    statusDetails: {
      ...(headline === undefined ? {} : { message: headline }),
      ...(reason === undefined ? {} : { trace: reason }),
    },
    stage: stageOf(ending),
    start: startMs,
    stop: startMs + ms,
    labels: labelsOf(outcome, run, risks),
    links: [],
    parameters: [
      known('target', target),
      known('rig', rig.name),
      known('meter', `${meter.designation} ${meter.serial}`),
      known('firmware', meter.firmware),
    ],
    attachments: [...attachments.files(outcome.opening)],
    steps: outcome.steps.map((step, index) => {
      const isAnother = step.screen !== outcome.steps[index - 1]?.screen;
      return stepOf(step, ending, isAnother ? attachments.screen(step.screen) : [], attachments);
    }),
  };
}

function labelsOf(
  { scenario }: Outcome,
  { story }: ToldRun,
  risks: ResultSurroundings['risks'],
): TestResult['labels'] {
  const { tags, feature, rule } = scenario;
  const { meter, rig } = story.run;
  const requirements = requirementIdsOf(tags);
  const severity = severityOf(requirements.flatMap((id) => risks.get(id) ?? []));
  return [
    ['epic', `${meter.maker} ${meter.designation}`],
    ['feature', feature],
    ...(rule === null ? [] : [['story', rule]]),
    ['parentSuite', rig.name],
    ['suite', feature],
    ...(rule === null ? [] : [['subSuite', rule]]),
    [
      'package',
      featurePathOf(scenario)
        .replace(/\.feature$/, '')
        .replaceAll('/', '.'),
    ],
    ['framework', 'frankbench'],
    ['host', rig.name],
    ...tags.map((tag) => ['tag', tag.slice(1)]),
    ...requirements.map((id) => ['requirement', id]),
    ...(severity === undefined ? [] : [['severity', severity]]),
  ].map(([name, value]) => ({ name: name ?? '', value: value ?? '' }));
}

const severities: Readonly<Record<RiskLevel, string>> = {
  high: 'critical',
  medium: 'normal',
  low: 'minor',
};

/** That of the dearest requirement. */
function severityOf(levels: readonly RiskLevel[]): string | undefined {
  const worst = (['high', 'medium', 'low'] as const).find((level) => levels.includes(level));
  return worst && severities[worst];
}

function stepOf(
  step: TimedStep,
  ending: Ending,
  display: readonly Attachment[],
  attachments: AttachmentStore,
): StepResult {
  const keys = keysOf(step.lines);
  return {
    ...plainStep(stepName(step), step.failed ? statusOf(ending) : allureStatus('passed')),
    start: step.startMs,
    stop: step.startMs + step.ms,
    parameters: keys.length === 0 ? [] : [{ name: 'keys', value: keys.join(' ') }],
    attachments: [...display, ...attachments.files(step.lines)],
    steps: step.lines.flatMap((line) => findings(line, step)),
  };
}

const findings = (line: RecordLine, { startMs, ms }: TimedStep): readonly StepResult[] =>
  findingsOf([line]).map((finding) => {
    const holds = line.type === 'measurement' ? line.verdict === 'within' : holdsIn(line);
    return {
      ...plainStep(finding, allureStatus(holds ? 'passed' : 'failed')),
      start: startMs + ms,
      stop: startMs + ms,
    };
  });

const holdsIn = (line: RecordLine): boolean =>
  (line.type === 'check' && (line.holds || !line.judged)) || (line.type === 'golden' && line.holds);

const plainStep = (name: string, status: Status): StepResult => ({
  name,
  status,
  statusDetails: {},
  stage: 'finished' as Stage,
  steps: [],
  attachments: [],
  parameters: [],
});

/** Allure has "broken" for what is not the tested thing's fault; what nobody can tell is there too. */
function statusOf(ending: Ending): Status {
  switch (ending) {
    case 'passed':
    case 'failed':
    case 'skipped':
      return allureStatus(ending);
    case 'error':
    case 'inconclusive':
    case 'incomplete':
    case 'not run':
      return allureStatus('broken');
  }
}

function stageOf(ending: Ending): Stage {
  switch (ending) {
    case 'incomplete':
      return 'interrupted' as Stage;
    case 'not run':
      return 'pending' as Stage;
    default:
      return 'finished' as Stage;
  }
}

/** The same text makes the same number, in the form of a UUID of version 8. */
const uuidOf = (text: string): string =>
  hash('sha256', text).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
