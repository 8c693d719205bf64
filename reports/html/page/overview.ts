import type { PageData } from '../page-data.ts';
import { folded, part } from './dom.ts';
import { plural } from './format.ts';
import type { ReportData } from './report-data.ts';
import {
  type RequirementRow,
  requirementMatrix,
  requirementsOf,
  requirementsTitle,
} from './requirement-matrix.ts';
import type { RowList } from './row-list.ts';
import { timeline } from './timeline.ts';

/** What is said of the run as a whole beside its head; made when it is unfolded. */
export function startOverview(list: RowList, data: ReportData): void {
  const requirements = requirementsOf(list, data.page);
  const carried = requirements.filter(({ rows }) => rows.length > 0);
  const bare = requirements.filter(({ rows }) => rows.length === 0);
  const noScenario = `${plural(bare.length, 'requirement')} of this machine with no scenario in this run`;
  part('overview').append(
    ...matrix(requirementsTitle(carried), carried, data.page),
    ...matrix(noScenario, bare, data.page),
    ...(data.page.times.length > 0
      ? [folded('Time that the scenarios took', false, () => timeline(list, data.page))]
      : []),
  );
}

function matrix(
  title: string,
  requirements: readonly RequirementRow[],
  page: PageData,
): readonly HTMLElement[] {
  if (requirements.length === 0) return [];
  return [folded(title, false, () => requirementMatrix(requirements, page.requirements !== null))];
}
