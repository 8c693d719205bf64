import { loadHistory, type TakenIn } from '#reports';
import { commitsBetween } from './commits-between.ts';
import type { HistoryTold } from './print-history.ts';

const { HistoryFile, hasHistory, historyReport, runFoldersIn, setHistoryAside, takeInRuns } =
  await loadHistory();

export interface Asked {
  readonly rig?: string;
  readonly scenario?: string;
  readonly last: number;
  /** Begins anew from the runs that are there. */
  readonly rebuild: boolean;
}

/** What a history tells, and what of the archive it has taken in for that. */
export interface Told extends HistoryTold, TakenIn {
  readonly archive: string;
}

const nothing: HistoryTold & TakenIn = {
  taken: [],
  leftOut: [],
  runs: [],
  scenarios: [],
  broken: [],
  flaky: [],
  drift: [],
  slowestScenarios: { byMeter: [], byHost: [] },
  slowestSteps: { byMeter: [], byHost: [] },
  notRunLately: [],
};

/** Takes in the runs of an archive that are new, and asks the history. Errors: `FB_HISTORY`. */
export async function tellHistory(root: URL, archive: string, asked: Asked): Promise<Told> {
  if (asked.rebuild) setHistoryAside(archive);
  // Where there is nothing to tell no file is left behind.
  if (!hasHistory(archive) && runFoldersIn(archive).length === 0) return { archive, ...nothing };
  using history = new HistoryFile(archive);
  const takenIn = takeInRuns(history);
  const { broken, ...report } = historyReport(history, asked);
  const dated = broken.map(async (one) => ({ ...one, between: await commitsBetween(root, one) }));
  return { archive, ...takenIn, ...report, broken: await Promise.all(dated) };
}
