import { h, part } from './dom.ts';
import type { RowList } from './row-list.ts';

const keys: readonly (readonly [string, string])[] = [
  ['j', 'next scenario'],
  ['k', 'scenario before'],
  ['Enter', 'open or close the scenario'],
  ['n', 'next scenario that did not pass'],
  ['/', 'search'],
  ['Esc', 'leave the search, close what is open above the page'],
  ['← →', 'the step before, the next step, while its displays are shown'],
  ['?', 'these keys'],
];

/** What can be done without a mouse. */
export function startKeys(list: RowList): void {
  const dialog = helpDialog();
  part('help').addEventListener('click', () => dialog.showModal());
  const search = part<HTMLInputElement>('search');
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('dialog[open]')) return;
    const { target, key } = event;
    if (target instanceof HTMLInputElement && target.type === 'search') {
      if (key === 'Escape') target.blur();
      return;
    }
    if (target instanceof HTMLSelectElement) return;
    const act = actions(list, search, dialog)[key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

const actions = (
  list: RowList,
  search: HTMLInputElement,
  dialog: HTMLDialogElement,
): Readonly<Record<string, (() => void) | undefined>> => ({
  j: () => move(list, 1),
  k: () => move(list, -1),
  n: () => move(list, 1, (verdict) => verdict !== 'passed' && verdict !== 'skipped'),
  '/': () => search.focus(),
  '?': () => dialog.showModal(),
});

/** Moves the focus among the rows that are shown. */
function move(list: RowList, by: 1 | -1, isWanted = (_verdict: string) => true): void {
  const rows = list.shown;
  const current = document.activeElement?.closest('.row');
  const from = rows.findIndex(({ element }) => element === current);
  const start = from === -1 && by === -1 ? rows.length : from;
  for (let index = start + by; index >= 0 && index < rows.length; index += by) {
    const row = rows[index];
    if (!row || row.place === 0 || !isWanted(row.verdict)) continue;
    row.line.focus();
    row.line.scrollIntoView({ block: 'nearest' });
    return;
  }
}

function helpDialog(): HTMLDialogElement {
  const rows = keys.map(([key, what]) =>
    h('div', {}, h('dt', {}, h('kbd', {}, key)), h('dd', {}, what)),
  );
  const dialog = h(
    'dialog',
    { id: 'keys', 'aria-label': 'Keys' },
    h('h2', {}, 'Keys'),
    h('dl', { class: 'keylist' }, ...rows),
    h('form', { method: 'dialog' }, h('button', {}, 'Close')),
  );
  document.body.append(dialog);
  return dialog;
}
