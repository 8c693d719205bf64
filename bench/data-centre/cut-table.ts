import { cutKinds } from './cut-kinds.ts';
import type { CutCell } from './cuts.ts';

const signs = { 'at once': '1', 'next call': '+', again: '.' } as const;

const signOf = ({ happened }: CutCell): string => (happened ? signs[happened] : 'X');

const width = Math.max(...cutKinds.map(({ head }) => head.length)) + 1;

/** What the heads of the columns and the signs in the cells stand for. */
export const tableLegend: readonly string[] = [
  ...cutKinds.map(({ head, name }) => `${head.padEnd(6)}${name}`),
  '',
  '1  happened once, as the first look at the panel shows',
  '+  happened once, with the next call',
  '.  had not happened; asked for again it has, once',
  'X  bad',
];

/** The cells of one operation on one machine: a row for each step and way to go on. */
export function cutTable(cells: readonly CutCell[]): readonly string[] {
  const rows = new Map<string, Map<string, string>>();
  const several = new Set(cells.map(({ recovery }) => recovery)).size > 1;
  for (const cell of cells) {
    const { step, cut, recovery } = cell;
    const name = several ? `${step.name}; then ${recovery}` : step.name;
    // Two calls of an operation have messages of the same name.
    const key = `${step.message} ${name}`;
    const row = rows.get(key) ?? new Map([['', name]]);
    row.set(cut.head, signOf(cell));
    rows.set(key, row);
  }
  const names = [...rows.values()].map((row) => row.get('') ?? '');
  const first = Math.max(...names.map(({ length }) => length)) + 1;
  const heads = cutKinds.map(({ head }) => head.padStart(width)).join('');
  return [
    `${''.padEnd(first)}${heads}`,
    ...[...rows.values()].map((row) => {
      const signed = cutKinds.map(({ head }) => (row.get(head) ?? '').padStart(width)).join('');
      return `${(row.get('') ?? '').padEnd(first)}${signed}`.trimEnd();
    }),
  ];
}

/** What is wrong with a cell, and where it is. */
export const cutProblem = ({ model, operation, step, cut, recovery, problem }: CutCell): string =>
  `${model}, ${operation}, "${step.name}", ${cut.name}, then ${recovery}: ${problem}`;
