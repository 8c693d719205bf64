import { Worker } from 'node:worker_threads';
import { type Clock, minutes, SystemClock } from '#core';
import type { FaultFindings } from './findings.ts';
import type { SuiteRequest } from './suite.ts';

/** A fault that makes a step press keys for ever does not hold up the others. */
const limit = minutes(5);

/**
 * Examines the faults in worker threads, each of which has loaded the suite for itself: a suite runs
 * one scenario at a time. Findings come in the order in which they are made. A worker that does not
 * come back is ended, and the fault it was busy with is broken.
 */
export async function examineAll(
  suite: SuiteRequest,
  faults: readonly { readonly name: string; readonly description: string }[],
  jobs: number,
  onFindings: (findings: FaultFindings) => void,
): Promise<void> {
  const waiting = [...faults];
  const clock = new SystemClock();
  const crew = Array.from({ length: Math.min(jobs, faults.length) }, async () => {
    for (let fault = waiting.shift(); fault; fault = waiting.shift()) {
      await using worker = await SuiteWorker.start(suite, clock);
      for (; fault; fault = waiting.shift()) {
        const found = await worker.examine(fault.name);
        if (typeof found !== 'string') {
          onFindings(found);
          continue;
        }
        const broken = { status: 'broken', scenario: '', name: '', reason: found } as const;
        onFindings({ ...fault, checks: broken, shadow: broken });
        break;
      }
    }
  });
  await Promise.all(crew);
}

type Answer = 'ready' | FaultFindings;

/** One thread with a suite of its own. */
class SuiteWorker implements AsyncDisposable {
  readonly #worker: Worker;
  readonly #clock: Clock;

  private constructor(suite: SuiteRequest, clock: Clock) {
    this.#clock = clock;
    this.#worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: suite });
  }

  /** Errors: whatever keeps the suite from being loaded. */
  static async start(suite: SuiteRequest, clock: Clock): Promise<SuiteWorker> {
    const worker = new SuiteWorker(suite, clock);
    await worker.#answer();
    return worker;
  }

  /** The findings, or why there are none. */
  async examine(fault: string): Promise<FaultFindings | string> {
    this.#worker.postMessage(fault);
    try {
      // After `ready`, which `start` has awaited, a worker says nothing but findings.
      return (await this.#answer()) as FaultFindings;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker.terminate();
  }

  #answer(): Promise<Answer> {
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const timer = this.#clock.setTimeout(
        () => end(() => reject(new Error(`no end within ${limit} ms`))),
        limit,
      );
      const onMessage = (answer: Answer): void => end(() => resolve(answer));
      const onError = (error: unknown): void => end(() => reject(error));
      const end = (settle: () => void): void => {
        this.#clock.clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError);
        settle();
      };
      worker.on('message', onMessage).on('error', onError);
    });
  }
}
