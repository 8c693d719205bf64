import { Worker } from 'node:worker_threads';
import { type Clock, minutes, SystemClock } from '#core';
import type { FaultFindings, SeededFault } from './findings.ts';
import type { SuiteRequest, UnmutatedRun } from './suite.ts';
import type { Order, Report } from './worker.ts';

/** A fault that makes a step press keys for ever does not hold up the others. */
const limit = minutes(5);

/** Neighbours in the catalogue that are examined one after the other, whatever the number of threads. */
const batchSize = 6;

/**
 * Runs the features without a fault, in a thread of its own. Errors: whatever keeps the suite from
 * being loaded.
 */
export async function runUnmutated(request: SuiteRequest): Promise<UnmutatedRun> {
  await using worker = await SuiteWorker.start(request, new SystemClock());
  return await worker.runUnmutated();
}

/**
 * Examines the faults in worker threads, each of which has loaded the suite for itself: a suite runs
 * one scenario at a time. Findings come in the order in which they are made. A thread that does not
 * come back is ended, and the fault it was busy with is broken.
 * Errors: whatever keeps the suite from being loaded.
 */
export async function examineAll(
  request: SuiteRequest,
  faults: readonly SeededFault[],
  jobs: number,
  onFindings: (findings: FaultFindings) => void,
): Promise<void> {
  const waiting: SeededFault[][] = [];
  for (let from = 0; from < faults.length; from += batchSize) {
    waiting.push(faults.slice(from, from + batchSize));
  }
  const clock = new SystemClock();
  const member = async (): Promise<void> => {
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
      await using worker = await SuiteWorker.start(request, clock);
      for (; batch; batch = waiting.shift()) {
        const left = await worker.examine(batch, onFindings);
        if (left.length === 0) continue;
        waiting.unshift(left);
        break;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, waiting.length) }, member));
}

/** One thread with a suite of its own. */
class SuiteWorker implements AsyncDisposable {
  readonly #worker: Worker;
  readonly #clock: Clock;

  private constructor(request: SuiteRequest, clock: Clock) {
    this.#clock = clock;
    this.#worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: request });
  }

  static async start(request: SuiteRequest, clock: Clock): Promise<SuiteWorker> {
    const worker = new SuiteWorker(request, clock);
    await worker.#untilIdle(() => undefined);
    return worker;
  }

  async runUnmutated(): Promise<UnmutatedRun> {
    const { promise, resolve } = Promise.withResolvers<UnmutatedRun>();
    await this.#carryOut('unmutated', (report) => {
      if (report.type === 'unmutated') resolve(report.run);
    });
    return promise;
  }

  /** Examines a batch; when the thread comes to its end, the faults that are left of it. */
  async examine(
    batch: readonly SeededFault[],
    onFindings: (findings: FaultFindings) => void,
  ): Promise<SeededFault[]> {
    const left = [...batch];
    try {
      await this.#carryOut(batch, (report) => {
        if (report.type !== 'findings') return;
        left.shift();
        onFindings(report.findings);
      });
    } catch (error) {
      const fault = left.shift();
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const broken = { status: 'broken', scenario: '', name: '', code: '', reason } as const;
      if (fault) onFindings({ ...fault, checks: broken });
    }
    return left;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker.terminate();
  }

  async #carryOut(order: Order, onReport: (report: Report) => void): Promise<void> {
    const done = this.#untilIdle(onReport);
    this.#worker.postMessage(order);
    await done;
  }

  /** Rejects when the thread ends, or says nothing within the limit. */
  async #untilIdle(onReport: (report: Report) => void): Promise<void> {
    const worker = this.#worker;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const tooLong = (): void => reject(new Error(`nothing came of it within ${limit} ms`));
    let timer = this.#clock.setTimeout(tooLong, limit);
    const onMessage = (report: Report): void => {
      if (report.type === 'idle') {
        resolve();
        return;
      }
      this.#clock.clearTimeout(timer);
      timer = this.#clock.setTimeout(tooLong, limit);
      onReport(report);
    };
    worker.on('message', onMessage).on('error', reject);
    try {
      await promise;
    } finally {
      this.#clock.clearTimeout(timer);
      worker.off('message', onMessage).off('error', reject);
    }
  }
}
