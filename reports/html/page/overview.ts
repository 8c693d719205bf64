import { folded, part } from './dom.ts';
import { plural } from './format.ts';
import type { ReportData } from './report-data.ts';
import { requirementMatrix, requirementsOf } from './requirement-matrix.ts';
import type { RowList } from './row-list.ts';
import { timeline } from './timeline.ts';

/** What is said of the run as a whole beside its head; made when it is unfolded. */
export function startOverview(list: RowList, data: ReportData): void {
  const requirements = requirementsOf(list, data.page);
  const bad = requirements.filter(({ worst }) => worst !== 'passed').length;
  const title = `${plural(requirements.length, 'requirement')}, ${
    bad === 0 ? 'every scenario of each passed' : `${bad} with scenarios that did not pass`
  }`;
  part('overview').append(
    ...(requirements.length > 0
      ? [folded(title, false, () => requirementMatrix(requirements))]
      : []),
    ...(data.page.times.length > 0
      ? [folded('Time that the scenarios took', false, () => timeline(list, data.page))]
      : []),
  );
}
