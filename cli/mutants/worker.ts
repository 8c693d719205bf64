import { parentPort, workerData } from 'node:worker_threads';
import { examine } from './examine.ts';
import type { FaultFindings, SeededFault } from './findings.ts';
import { loadSuite, type SuiteRequest, type UnmutatedRun } from './suite.ts';

/** What a worker is told to do: to run its suite without a fault, or with each of these. */
export type Order = 'unmutated' | readonly SeededFault[];

/** What a worker says: that it has loaded its suite or is done with an order, or what it has found. */
export type Report =
  | { readonly type: 'idle' }
  | { readonly type: 'unmutated'; readonly run: UnmutatedRun }
  | { readonly type: 'findings'; readonly findings: FaultFindings };

if (parentPort) {
  const port = parentPort;
  const say = (report: Report): void => port.postMessage(report);
  // Sent by our own crew; a structured clone keeps its shape.
  const request = workerData as SuiteRequest;
  const suite = await loadSuite(request);
  const work = async (order: Order): Promise<void> => {
    if (order === 'unmutated') {
      const results = await suite.run({ judge: 'both' });
      say({ type: 'unmutated', run: { ...results, parts: suite.parts } });
    } else {
      await examine(suite, order, request, (findings) => say({ type: 'findings', findings }));
    }
    say({ type: 'idle' });
  };
  port.on('message', (order: Order) => {
    // A failure ends the thread, which the crew sees.
    work(order).catch((error: unknown) => {
      process.nextTick(() => {
        throw error;
      });
    });
  });
  say({ type: 'idle' });
}
