import { type Screen, screenLines } from '#core';
import { loadHistory, type RunComparison, type ScenarioDifference } from '#reports';

const { differenceKinds } = await loadHistory();

import { lasting } from '../history/words.ts';
import { textTable } from '../text-table.ts';
import { sideBySide } from './side-by-side.ts';

const kindWords: Readonly<Record<keyof RunComparison['counts'], string>> = {
  only: 'in one run only',
  verdict: 'other verdict or reason',
  words: 'other steps',
  screen: 'other displays',
  keys: 'other keys',
  checks: 'other values seen',
  measurements: 'other measurements',
  steps: 'other meter time',
  files: 'other files',
  registers: 'other registers',
};

/** Two runs side by side as text: what was not the same around them, each difference, the counts. */
export function comparisonText(comparison: RunComparison): string {
  const { first, second, circumstances, scenarios, alike, counts, differences } = comparison;
  const around = circumstances.map(({ what, first: a, second: b }) => [
    `  ${what}`,
    a ?? '(none)',
    b ?? '(none)',
  ]);
  const figures = differenceKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${kindWords[kind]}`);
  return [
    `first:  ${first}\nsecond: ${second}`,
    ...(around.length > 0 ? [`Around the runs:\n${textTable(around)}`] : []),
    ...differences.map(differenceText),
    `${scenarios} scenarios: ${alike} alike, ${differences.length} different${figures.length > 0 ? `\n  ${figures.join('\n  ')}` : ''}`,
  ].join('\n\n');
}

function differenceText(difference: ScenarioDifference): string {
  const { name, place, only, verdict, words, screen, keys, checks } = difference;
  const lines = [
    ...(only ? [`only in the ${only} run`] : []),
    ...(verdict ? verdictLines(verdict) : []),
    ...(words ? [`step: ${words.first ?? '(none)'} → ${words.second ?? '(none)'}`] : []),
    ...(screen
      ? [
          `display in "${screen.step}":`,
          ...sideBySide(linesOf(screen.first), linesOf(screen.second)).map(indent),
        ]
      : []),
    ...(keys ? listLines('keys', keys) : []),
    ...(checks ? listLines('seen', checks) : []),
    ...(difference.measurements ?? []).map(
      ({ what, first, second }) => `${what}: ${measured(first)} → ${measured(second)}`,
    ),
    ...(difference.steps ?? []).map(
      ({ step, firstMs, secondMs }) =>
        `"${step}" took ${lasting(firstMs)} → ${lasting(secondMs)} of the meter's time`,
    ),
    ...(difference.files ?? []).flatMap(fileLines),
    ...(difference.registers
      ? [
          `registers ${difference.registers.when} it: ${JSON.stringify(difference.registers.first)}`,
          indent(`→ ${JSON.stringify(difference.registers.second)}`),
        ]
      : []),
  ];
  return `${name} (${place})\n${lines.map(indent).join('\n')}`;
}

const indent = (text: string): string => text.replace(/^/gm, '  ');

const linesOf = (screen: Screen | null): readonly string[] =>
  screen ? screenLines(screen) : ['(no display)'];

const verdictLines = ({
  first,
  second,
  firstReason,
  secondReason,
}: NonNullable<ScenarioDifference['verdict']>): readonly string[] => [
  `${first} → ${second}`,
  ...(firstReason === null ? [] : [`first:  ${indent(firstReason).trimStart()}`]),
  ...(secondReason === null ? [] : [`second: ${indent(secondReason).trimStart()}`]),
];

const listLines = (
  what: string,
  { step, first, second }: NonNullable<ScenarioDifference['keys']>,
): readonly string[] => [
  `${what} in "${step}": ${first?.join(', ') || '(none)'}`,
  indent(`→ ${second?.join(', ') || '(none)'}`),
];

type Measurement = NonNullable<ScenarioDifference['measurements']>[number]['first'];

function measured(measurement: Measurement): string {
  if (!measurement) return 'not measured';
  const { longerThanMs, atMostMs, verdict } = measurement;
  const took =
    atMostMs === null
      ? `not after ${lasting(longerThanMs)}`
      : `${lasting(longerThanMs)} to ${lasting(atMostMs)}`;
  return `${took} (${verdict})`;
}

type File = NonNullable<ScenarioDifference['files']>[number];

function fileLines({ name, first, second, rows }: File): readonly string[] {
  const seen = (file: File['first']): string =>
    file
      ? `${file.bytes} bytes, ${file.identity}${file.rows === null ? '' : `, ${file.rows} rows`}, ${file.sha256.slice(0, 12)}`
      : 'not written';
  const cells = (row: readonly string[] | null): string => row?.join(' │ ') ?? '(no such row)';
  return [
    `file ${name}: ${seen(first)} → ${seen(second)}`,
    ...rows.flatMap(({ row, first: a, second: b }) => [
      indent(`row ${row}: ${cells(a)}`),
      indent(`${' '.repeat(String(row).length + 4)}→ ${cells(b)}`),
    ]),
  ];
}
