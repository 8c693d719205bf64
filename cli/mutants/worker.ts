import { parentPort, workerData } from 'node:worker_threads';
import { examine } from './examine.ts';
import type { FaultFindings, SeededFault } from './findings.ts';
import { loadSuite, type SuiteRequest } from './suite.ts';

/** What a worker is told to do, by the message that follows its start. */
export type Batch = readonly SeededFault[];

/** What a worker says: that it has loaded its suite or is done with a batch, or what it has found. */
export type Report = 'idle' | FaultFindings;

if (parentPort) {
  const port = parentPort;
  const say = (report: Report): void => port.postMessage(report);
  // Sent by our own crew; a structured clone keeps its shape.
  const suite = await loadSuite(workerData as SuiteRequest);
  const work = async (batch: Batch): Promise<void> => {
    await examine(suite, batch, say);
    say('idle');
  };
  port.on('message', (batch: Batch) => {
    // A failure ends the thread, which the crew sees.
    work(batch).catch((error: unknown) => {
      process.nextTick(() => {
        throw error;
      });
    });
  });
  say('idle');
}
