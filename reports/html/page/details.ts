import type { ScenarioDetails } from '../page-data.ts';
import { h } from './dom.ts';
import { filmstrip } from './filmstrip.ts';
import { plural } from './format.ts';
import { panels } from './panels.ts';
import type { ReportData } from './report-data.ts';
import type { ListRow, RowList } from './row-list.ts';

/** Opens scenarios in the list. */
export interface Opening {
  /** Resolves when the details are in the page. */
  open(row: ListRow): Promise<void>;
}

/** So few failures are shown at once when the report is opened. */
const openedAtOnce = 3;

/** Makes rows open: by a click, by Enter, and by the address. */
export function startDetails(list: RowList, data: ReportData): Opening {
  const close = (row: ListRow): void => {
    row.element.classList.remove('open');
    row.line.setAttribute('aria-expanded', 'false');
    row.element.querySelector('.details')?.remove();
  };
  const open = async (row: ListRow): Promise<void> => {
    if (row.element.classList.contains('open')) return;
    row.element.classList.add('open');
    row.line.setAttribute('aria-expanded', 'true');
    const details = await data.scenario(row.place);
    if (!details || !row.element.classList.contains('open')) return;
    row.element.append(await detailsOf(row, details, data));
  };
  for (const { line, place } of list.rows) {
    if (place > 0) line.setAttribute('aria-expanded', 'false');
  }
  document.addEventListener('click', (event) => {
    const row = clickedRow(event, list);
    if (!row) return;
    event.preventDefault();
    if (row.element.classList.contains('open')) close(row);
    else void open(row);
  });
  const openAddressed = (): void => {
    const row = list.at(Number(location.hash.slice(2)));
    if (!row) return;
    row.element.hidden = false;
    void open(row).then(() => row.element.scrollIntoView());
  };
  window.addEventListener('hashchange', openAddressed);
  openAddressed();
  openFailures(list, open);
  return { open };
}

function clickedRow(event: MouseEvent, list: RowList): ListRow | undefined {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey) return undefined;
  const line = event.target.closest('a.line');
  return line ? list.at(Number(line.parentElement?.id.slice(1))) : undefined;
}

function openFailures(list: RowList, open: (row: ListRow) => Promise<void>): void {
  const bad = list.rows.filter(
    ({ verdict, place }) => place > 0 && verdict !== 'passed' && verdict !== 'skipped',
  );
  if (bad.length <= openedAtOnce) for (const row of bad) void open(row);
}

async function detailsOf(
  row: ListRow,
  details: ScenarioDetails,
  data: ReportData,
): Promise<HTMLElement> {
  const { reason, rule, lines, uid } = details;
  const tags = row.tags.map((tag) => h('li', {}, data.page.tags[tag] ?? ''));
  return h(
    'div',
    { class: 'details' },
    rule !== null && h('p', { class: 'rule' }, rule),
    h('ul', { class: 'tags' }, ...tags),
    reason !== null && row.verdict !== 'passed' && h('pre', { class: 'reason' }, reason),
    await filmstrip(details, data),
    ...panels(row, details, data),
    h(
      'p',
      { class: 'origin' },
      `Lines ${lines[0].toLocaleString('en')} to ${lines[1].toLocaleString('en')} of the record, ${plural(details.steps.length, 'step')}, known as ${uid} in every run`,
    ),
  );
}
