import type { RegisterFigures } from '#core';
import { folded, h } from './dom.ts';
import { money } from './format.ts';

const registers = [
  ['ascending', 'Ascending', money],
  ['descending', 'Descending', money],
  ['controlTotal', 'Control total', money],
  ['items', 'Items', String],
  ['zeroItems', 'Zero items', String],
] as const;

/** The registers of each meter before and after a scenario, and what has changed. */
export function registersView(
  before: readonly RegisterFigures[] | undefined,
  after: readonly RegisterFigures[] | undefined,
  open: boolean,
): HTMLElement | undefined {
  const serials = [...new Set([...(before ?? []), ...(after ?? [])].map(({ serial }) => serial))];
  if (serials.length === 0) return undefined;
  const tables = serials.map((serial) => {
    const of = (list: readonly RegisterFigures[] | undefined): RegisterFigures | undefined =>
      list?.find((figures) => figures.serial === serial);
    return tableOf(serial, of(before), of(after));
  });
  const changed = serials.some((serial) => {
    const [a, b] = [before, after].map((list) => list?.find((one) => one.serial === serial));
    return registers.some(([name]) => a?.[name] !== b?.[name]);
  });
  return folded(`Registers, ${changed ? 'changed' : 'unchanged'}`, open && changed, () =>
    h('div', { class: 'scroll' }, ...tables),
  );
}

function tableOf(
  serial: string,
  before: RegisterFigures | undefined,
  after: RegisterFigures | undefined,
): HTMLElement {
  const rows = registers.map(([name, title, shown]) => {
    const [a, b] = [before?.[name], after?.[name]];
    const differs = a !== undefined && b !== undefined && a !== b;
    return h(
      'tr',
      { class: differs && 'differs' },
      h('th', { scope: 'row' }, title),
      h('td', {}, a === undefined ? 'not read' : shown(a)),
      h('td', {}, b === undefined ? 'not read' : shown(b)),
      h('td', {}, differs ? `${b > a ? '+' : ''}${shown(b - a)}` : ''),
    );
  });
  return h(
    'table',
    { class: 'registers' },
    h('caption', {}, serial, after && addsUp(after)),
    h(
      'thead',
      {},
      h('tr', {}, ...['', 'before', 'after', 'difference'].map((text) => h('th', {}, text))),
    ),
    h('tbody', {}, ...rows),
  );
}

/** What a meter's control total is for. */
const addsUp = ({ ascending, descending, controlTotal }: RegisterFigures): string =>
  ascending + descending === controlTotal
    ? ': ascending and descending make the control total'
    : ': ascending and descending do NOT make the control total';
