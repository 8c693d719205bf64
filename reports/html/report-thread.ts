import { readlinkSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { basename, dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { giveWay } from './give-way.ts';
import type { Said, Telling } from './report-meanwhile.ts';

/** So often it is looked what the run has written since. */
const pauseMs = 200;

if (parentPort) {
  letRunGoFirst();
  // Sent by whoever started the thread; a structured clone keeps its shape.
  const { folder, requirements, over, compileCache } = workerData as Telling;
  if (compileCache !== undefined) enableCompileCache(compileCache);
  const { Digest } = await import('../history/digest-run.ts');
  const { loadRequirements } = await import('../requirements/load-requirements.ts');
  const { writeHtmlReport } = await import('./write-report.ts');
  let seenOver = false;
  /** What was written before the run was over is read after it was. */
  const goesOn = (): boolean => {
    if (seenOver) return false;
    seenOver = Atomics.wait(over, 0, 0, pauseMs) !== 'timed-out';
    return true;
  };
  const catalogue = loadRequirements(requirements);
  const digest = new Digest();
  const say = (said: Said): void => parentPort?.postMessage(said);
  const report = writeHtmlReport(folder, {
    requirements: catalogue,
    goesOn,
    onLine: (line) => digest.take(line),
    // History takes the run in while the page is written.
    onEnd: () => say({ digest: digest.of(dirname(folder), basename(folder)) }),
  });
  say({ report });
}

/** The run is not to wait for its report where processors are few: on Linux a thread has a priority of its own. */
function letRunGoFirst(): void {
  try {
    const [thread] = /\d+$/.exec(readlinkSync('/proc/thread-self')) ?? [];
    if (thread !== undefined) giveWay(Number(thread));
  } catch {
    // Then both have the same.
  }
}
