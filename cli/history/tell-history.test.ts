import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadHistory } from '#reports';

const { HistoryFile, insertRun, seededRuns } = await loadHistory();

import { historyText } from './print-history.ts';
import { tellHistory } from './tell-history.ts';

const root = new URL('../../', import.meta.url);

async function inFolder(use: (archive: string) => Promise<void>): Promise<void> {
  const archive = mkdtempSync(join(tmpdir(), 'frankbench-told-'));
  try {
    await use(archive);
  } finally {
    rmSync(archive, { recursive: true });
  }
}

test('where there is no run nothing is told, and no file is left behind', async () => {
  await inFolder(async (archive) => {
    const told = await tellHistory(root, archive, { last: 5, rebuild: false });
    expect(told).toMatchObject({ archive, runs: [], taken: [] });
    expect(existsSync(join(archive, 'history.db'))).toBe(false);
  });
});

test('a history is told in tables', async () => {
  await inFolder(async (archive) => {
    {
      using history = new HistoryFile(archive);
      for (const run of seededRuns({ runs: 12, scenarios: 60, flaky: 1 })) insertRun(history, run);
    }
    const text = historyText(await tellHistory(root, archive, { last: 12, rebuild: false }));
    expect(text).toMatch(/made-up {2}12 {3}2026-01-01 12:00 {2}failed/);
    expect(text).toMatch(/Scenario 0 .*on made-up\n.*failed 12 times since run 1 .*never passed/);
    expect(text).toMatch(/Flaky: .*\n.*\n.*Scenario 30 /);
    expect(text).toMatch(/Drift of .*\n.*\n.*the synchronisation/);
    expect(text).toMatch(/Slowest steps by the host's clock\n.*\n.*When it is done/);
    expect(text).toMatch(/Not run in these runs: every scenario was/);
  });
});
