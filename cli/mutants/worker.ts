import { parentPort, workerData } from 'node:worker_threads';
import { examine, loadSuite, type SuiteRequest } from './suite.ts';

/** What a worker is told: the fault to examine. What it says: `ready` first, then findings. */
if (parentPort) {
  const port = parentPort;
  // Our own crew sends the request, and structured cloning keeps its shape.
  const suite = await loadSuite(workerData as SuiteRequest);
  port.on('message', (fault: string) => {
    void examine(suite, fault).then((findings) => port.postMessage(findings));
  });
  port.postMessage('ready');
}
