import { statSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadHistory } from '#reports';
import { writeLargeRecord } from './large-record.ts';
import { type Figure, now } from './measure.ts';

const size = { runs: 200, scenarios: 500, flaky: 10 };
const scenarios = 10_000;

/** The history over many runs, and two very large runs side by side. */
export async function histories(): Promise<readonly Figure[]> {
  return [await longHistory(), await comparison()];
}

async function longHistory(): Promise<Figure> {
  const { flakyOnes, HistoryFile, historyReport, insertRun, seededRuns } = await loadHistory();
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-figures-'));
  using history = new HistoryFile(folder.path);
  const entering = now();
  for (const run of seededRuns(size)) insertRun(history, run);
  const telling = now();
  const report = historyReport(history, { last: size.runs });
  const told = now() - telling;
  const found = report.flaky.map(({ uid }) => uid).sort();
  if (found.join() !== [...flakyOnes(size)].sort().join()) {
    throw new Error(`the history calls ${found.join(', ')} flaky`);
  }
  return {
    name: `the history of ${size.runs} runs × ${size.scenarios} scenarios, told`,
    value: `${told.toFixed(0)} ms; a run entered ${((telling - entering) / size.runs).toFixed(1)} ms`,
  };
}

async function comparison(): Promise<Figure> {
  const { compareRuns } = await loadHistory();
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-figures-'));
  const record = join(folder.path, 'record.ndjson');
  writeLargeRecord(record, { scenarios, steps: 10, keysInStep: 3 });
  const began = now();
  const { alike } = compareRuns(folder.path, folder.path);
  const took = now() - began;
  if (alike !== scenarios) throw new Error(`only ${alike} scenarios are alike`);
  return {
    name: `two runs of ${scenarios.toLocaleString('en')} scenarios compared`,
    value: `${(took / 1000).toFixed(1)} s`,
    reference: `their records have ${((2 * statSync(record).size) / 1e6).toFixed(0)} MB`,
  };
}
