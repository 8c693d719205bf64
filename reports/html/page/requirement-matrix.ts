import { standings } from '../../requirements/coverage.ts';
import { requirementIdsOf } from '../../requirements/requirement-tags.ts';
import type { PageData, ProvedRequirement } from '../page-data.ts';
import { h } from './dom.ts';
import { plural } from './format.ts';
import type { ListRow, RowList } from './row-list.ts';

/** A requirement with the scenarios that bear its tag. */
export interface RequirementRow {
  readonly id: string;
  /** As the catalogue has it; left out where there is no catalogue, or none with this id. */
  readonly proved: ProvedRequirement | undefined;
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
  const idsByTag = page.tags.map((tag) => requirementIdsOf([tag]));
  const catalogue = new Map(page.requirements?.map((each) => [each.id, each]));
  const byId = new Map<string, ListRow[]>([...catalogue.keys()].map((id) => [id, []]));
  for (const row of list.rows) {
    for (const id of row.tags.flatMap((tag) => idsByTag[tag] ?? [])) {
      const rows = byId.get(id) ?? [];
      byId.set(id, rows);
      rows.push(row);
    }
  }
  const ordered = [...byId].sort(([a], [b]) => a.localeCompare(b, 'en'));
  return ordered.map(([id, rows]) => {
    const worst = severity.find((verdict) => rows.some((row) => row.verdict === verdict));
    return { id, proved: catalogue.get(id), rows, worst: worst ?? 'not-run' };
  });
}

const allPassed = 'with every scenario passed';
const notAllPassed = 'with scenarios that did not pass';

/** How many requirements stand how: by the standings of the catalogue where there is one. */
export function requirementsTitle(requirements: readonly RequirementRow[]): string {
  const standingOf = ({ proved, worst }: RequirementRow): string =>
    proved?.standing ?? (worst === 'passed' ? allPassed : notAllPassed);
  const counts = [...standings, allPassed, notAllPassed].flatMap((standing) => {
    const count = requirements.filter((one) => standingOf(one) === standing).length;
    return count > 0 ? [`${count} ${standing}`] : [];
  });
  return `${plural(requirements.length, 'requirement')}: ${counts.join(', ')}`;
}

/** Each requirement beside its scenarios: a mark each, which leads to it. */
export function requirementMatrix(
  requirements: readonly RequirementRow[],
  hasCatalogue: boolean,
): HTMLElement {
  const rows = requirements.map(({ id, proved, rows: scenarios, worst }) =>
    h(
      'tr',
      { class: worst },
      h('th', { scope: 'row' }, id),
      hasCatalogue && titleCell(proved),
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

function titleCell(proved: ProvedRequirement | undefined): HTMLElement {
  if (!proved) return h('td', {}, h('small', {}, 'not in the catalogue'));
  const { title, risk, standing, remarks } = proved;
  return h('td', {}, title, h('small', {}, [standing, ...remarks, `${risk} risk`].join(' · ')));
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
