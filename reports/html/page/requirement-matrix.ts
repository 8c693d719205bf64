import type { PageData } from '../page-data.ts';
import { requirementTag } from '../requirement-tags.ts';
import { h } from './dom.ts';
import type { ListRow, RowList } from './row-list.ts';

/** A requirement with the scenarios that bear its tag. */
export interface RequirementRow {
  readonly id: string;
  readonly title: string;
  readonly risk: string;
  readonly rows: readonly ListRow[];
  /** The class of the worst verdict among them. */
  readonly worst: string;
}

/** Worst first. Nothing that was not seen to pass counts as a pass. */
const severity = ['error', 'failed', 'incomplete', 'inconclusive', 'not-run', 'skipped', 'passed'];

const marks: Readonly<Record<string, string>> = {
  passed: '✓',
  failed: '✗',
  error: '!',
  inconclusive: '?',
  skipped: '–',
  incomplete: '…',
  'not-run': '○',
};

/** The requirements that the scenarios are tagged with, and those of the catalogue with none. */
export function requirementsOf(list: RowList, page: PageData): readonly RequirementRow[] {
  const ids = page.tags.map((tag) => requirementTag.exec(tag)?.[1]);
  const byId = new Map<string, ListRow[]>(page.requirements.map(({ id }) => [id, []]));
  for (const row of list.rows) {
    for (const tag of row.tags) {
      const id = ids[tag];
      if (id === undefined) continue;
      const rows = byId.get(id) ?? [];
      byId.set(id, rows);
      rows.push(row);
    }
  }
  const titles = new Map(page.requirements.map((each) => [each.id, each]));
  const ordered = [...byId.keys()].sort((a, b) => a.localeCompare(b, 'en'));
  return ordered.map((id) => {
    const rows = byId.get(id) ?? [];
    const worst = severity.find((verdict) => rows.some((row) => row.verdict === verdict));
    const { title = '', risk = '' } = titles.get(id) ?? {};
    return { id, title, risk, rows, worst: worst ?? 'not-run' };
  });
}

/** Each requirement beside its scenarios: a mark each, which leads to it. */
export function requirementMatrix(requirements: readonly RequirementRow[]): HTMLElement {
  const hasTitles = requirements.some(({ title }) => title !== '');
  const rows = requirements.map(({ id, title, risk, rows: scenarios, worst }) =>
    h(
      'tr',
      { class: worst },
      h('th', { scope: 'row' }, id),
      hasTitles && h('td', {}, title, risk !== '' && h('small', {}, risk)),
      h(
        'td',
        {},
        h('b', { class: `v ${worst}` }, h('i', {}, marks[worst] ?? ''), countsOf(scenarios)),
      ),
      h('td', { class: 'marks' }, ...scenarios.map(markOf)),
    ),
  );
  return h('div', { class: 'scroll' }, h('table', { class: 'matrix' }, h('tbody', {}, ...rows)));
}

function countsOf(rows: readonly ListRow[]): string {
  if (rows.length === 0) return 'no scenario';
  const counts = severity.flatMap((verdict) => {
    const count = rows.filter((row) => row.verdict === verdict).length;
    return count > 0 ? [`${count} ${verdict.replace('-', ' ')}`] : [];
  });
  return counts.join(', ');
}

const markOf = ({ place, verdict, name }: ListRow): HTMLElement =>
  place === 0
    ? h('span', { class: `mark ${verdict}`, title: name }, marks[verdict] ?? '?')
    : h(
        'a',
        {
          class: `mark ${verdict}`,
          href: `#s${place}`,
          title: name,
          'aria-label': `${name}: ${verdict}`,
        },
        marks[verdict] ?? '?',
      );
