import type { Millis } from '#core';
import type { HistoryReport } from '#reports';
import { textTable } from '../text-table.ts';
import type { Commits } from './commits-between.ts';
import { markRow, sparkline } from './sparkline.ts';
import { changed, count, cut, lasting, when } from './words.ts';

/** What is told of a history: the same on the terminal and as JSON. */
export interface HistoryTold extends Omit<HistoryReport, 'broken'> {
  readonly broken: readonly (HistoryReport['broken'][number] & { readonly between: Commits })[];
}

/** How many rows of a long section are shown; JSON has them all. */
const shown = 20;
const nameWidth = 56;

/** A history as sections of text; a section that has nothing to say says so in a line. */
export function historyText(told: HistoryTold): string {
  const sections = [
    runsText(told.runs),
    ...told.scenarios.slice(0, shown).map(courseText),
    brokenText(told.broken),
    flakyText(told.flaky),
    driftText(told.drift),
    ...slowTexts('scenarios', told.slowestScenarios, ({ place }) => place),
    ...slowTexts('steps', told.slowestSteps, ({ step }) => step),
    unrunText(told.notRunLately),
  ];
  return sections.join('\n\n');
}

function section<T>(
  title: string,
  none: string,
  head: readonly string[],
  rows: readonly T[],
  cells: (row: T) => readonly string[],
): string {
  if (rows.length === 0) return `${title}: ${none}`;
  const table = textTable([head, ...rows.slice(0, shown).map(cells)]);
  const more = rows.length > shown ? `\n… and ${rows.length - shown} more (--json has all)` : '';
  return `${title}\n${table.replace(/^/gm, '  ')}${more}`;
}

function runsText(runs: HistoryTold['runs']): string {
  const head = ['rig', 'run', 'began (UTC)', 'verdict', 'passed', 'failed', 'error', 'incon.'];
  const rows = textTable([
    [...head, 'skipped', 'not run', 'took', ''],
    ...runs.map((run) => [
      run.rig,
      String(run.number),
      when(run.began),
      run.verdict ?? 'nothing run',
      ...[run.passed, run.failed, run.error, run.inconclusive, run.skipped, run.notRun].map(String),
      lasting(run.ms),
      [
        run.target === 'REAL' ? 'REAL' : '',
        run.fault === null ? '' : `fault ${run.fault}`,
        run.judge === 'both' ? '' : `judged by ${run.judge} alone`,
        run.pruned ? 'pruned' : '',
      ]
        .filter((note) => note !== '')
        .join(', '),
    ]),
  ]);
  const courses = [...Map.groupBy(runs, ({ rig }) => rig)].map(([rig, ofRig]) => [
    rig,
    markRow(ofRig.map(({ verdict }) => verdict)),
    sparkline(ofRig.flatMap(({ ms }) => ms ?? [])),
  ]);
  const trend = textTable([['rig', 'verdicts', 'durations'], ...courses]);
  return `Runs\n${rows.replace(/^/gm, '  ')}\n\n${trend.replace(/^/gm, '  ')}`;
}

function courseText({ name, place, attempts }: HistoryTold['scenarios'][number]): string {
  const oldestFirst = attempts.toReversed();
  const bad = attempts.find(({ reason }) => reason !== null);
  const why = bad
    ? `\n  last: run ${bad.number} on ${bad.rig}: ${cut(firstLine(bad.reason), 100)}`
    : '';
  return `${name} (${place})\n  ${markRow(oldestFirst.map(({ verdict }) => verdict)) || 'no attempt'}${why}`;
}

const firstLine = (text: string | null): string => text?.split('\n', 1)[0] ?? '';

function brokenText(broken: HistoryTold['broken']): string {
  if (broken.length === 0) return 'Failing now: nothing';
  const blocks = broken.slice(0, shown).map((one) => {
    const { firstFailing: first, lastPassing: last, between } = one;
    const since = `since run ${first.number} (${when(first.began)})`;
    const before = last
      ? `last passed in run ${last.number} (${when(last.began)})`
      : 'never passed in this history';
    const firmware =
      last && last.firmware !== first.firmware
        ? `\n    firmware changed from ${last.firmware} to ${first.firmware}`
        : '';
    return `  ${one.name} (${one.place}) on ${one.rig}
    ${one.verdict} ${count(one.failures, 'time')} ${since}; ${before}
    ${cut(firstLine(one.reason), 100)}${firmware}${last ? `\n    ${commitsText(between, one)}` : ''}`;
  });
  const more =
    broken.length > shown ? `\n… and ${broken.length - shown} more (--json has all)` : '';
  return `Failing now\n${blocks.join('\n')}${more}`;
}

function commitsText({ from, to, commits }: Commits, one: HistoryTold['broken'][number]): string {
  const dirty = one.firstFailing.dirty === true || one.lastPassing?.dirty === true;
  const uncommitted = dirty ? ', with changes that were in no commit' : '';
  if (from === null || to === null) return 'of no known commit';
  if (from === to) return `both of commit ${from.slice(0, 10)}${uncommitted}`;
  const range = `${from.slice(0, 10)}..${to.slice(0, 10)}${uncommitted}`;
  if (commits === null) return `commits ${range}, which this checkout does not have`;
  const listed = commits.slice(0, 5).map((line) => `\n      ${cut(line, 96)}`);
  const more = commits.length > 5 ? `\n      … and ${commits.length - 5} more` : '';
  return `${count(commits.length, 'commit')} between, ${range}${listed.join('')}${more}`;
}

const flakyText = (flaky: HistoryTold['flaky']): string =>
  section(
    'Flaky: passed and failed on one meter with one firmware',
    'nothing',
    ['flips', 'rate', 'failed', 'scenario', 'meter', 'course'],
    flaky,
    (one) => [
      String(one.flips),
      `${Math.round(one.rate * 100)} %`,
      `${one.failures} of ${one.attempts}`,
      cut(one.name, nameWidth),
      `${one.serial} ${one.firmware}`,
      one.course.replaceAll('p', '✓').replaceAll('f', '✗'),
    ],
  );

const driftText = (drift: HistoryTold['drift']): string =>
  section(
    'Drift of measurements, medians of the first and the last',
    'nothing was measured twice',
    ['first', 'last', 'change', 'of limit', 'limit', 'beyond', 'measured', 'scenario', 'course'],
    drift,
    (one) => [
      lasting(one.firstMs),
      lasting(one.lastMs),
      changed(one.changeMs),
      `${(one.ofLimit * 100).toFixed(1)} %`,
      lasting(one.limitMs),
      String(one.beyond),
      cut(one.what, nameWidth),
      cut(one.name, nameWidth),
      sparkline(one.course),
    ],
  );

type Slow = HistoryTold['slowestScenarios']['byMeter'][number];

/** One table for each clock; what is named beside the name of the scenario stands behind it. */
function slowTexts<T extends Slow>(
  what: string,
  { byMeter, byHost }: { readonly byMeter: readonly T[]; readonly byHost: readonly T[] },
  beside: (one: T) => string,
): readonly string[] {
  const head = ['median', 'longest', 'runs', 'scenario', ''];
  const cells = (one: T, middle: Millis | null, longest: Millis | null): readonly string[] => [
    ...[lasting(middle), lasting(longest), String(one.runs), cut(one.name, nameWidth)],
    cut(beside(one), nameWidth),
  ];
  return [
    section(`Slowest ${what} by the meter's clock`, 'none takes any', head, byMeter, (one) =>
      cells(one, one.meterMs, one.meterMostMs),
    ),
    section(`Slowest ${what} by the host's clock`, 'no run has its times', head, byHost, (one) =>
      cells(one, one.hostMs, one.hostMostMs),
    ),
  ];
}

const unrunText = (unrun: HistoryTold['notRunLately']): string =>
  section(
    'Not run in these runs',
    'every scenario was',
    ['last run', 'scenario', '', 'why'],
    unrun,
    (one) => [
      one.last ? `${one.last.rig} ${one.last.number}, ${when(one.last.began)}` : 'never',
      cut(one.name, nameWidth),
      one.place,
      cut(firstLine(one.skipped), nameWidth),
    ],
  );
