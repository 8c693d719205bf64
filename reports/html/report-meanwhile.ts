import { getCompileCacheDir } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { RunDigest } from '../history/digest-run.ts';

/** What the thread that makes a report is told. */
export interface Telling {
  readonly folder: string;
  /** The file of the catalogue. */
  readonly requirements: string;
  /** One number that is no longer 0 once the run is over. */
  readonly over: Int32Array<SharedArrayBuffer>;
  /** Where this program keeps what was compiled; a thread has to be told. */
  readonly compileCache: string | undefined;
}

/** Whose report it is. */
export type Told = Pick<Telling, 'folder' | 'requirements'>;

/** What the thread says: what history keeps of the run, then the path of the report. */
export type Said = { readonly digest: RunDigest } | { readonly report: string };

/** What is made of the record of a run, each as soon as it is. */
export interface MadeMeanwhile {
  /** The path of the report. Errors: `FB_RUN_RECORD`, `FB_REQUIREMENTS`; those of a thread have lost all but their message. */
  readonly report: Promise<string>;
  /** What history keeps of the run: only a thread that has read the record anyway says it. */
  readonly digest: Promise<RunDigest | undefined>;
}

/**
 * The report of a run. Once it is begun, a thread of its own makes it while the run goes on, by following
 * the record; else it is made when the run is over. One that nobody has asked for by then is not made.
 */
export class ReportMeanwhile implements AsyncDisposable {
  readonly #over = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly #told: Told;
  #thread: Worker | undefined;
  #made: MadeMeanwhile | undefined;

  constructor(told: Told) {
    this.#told = told;
  }

  /** Begins with what was written so far, in a thread; again is no error. */
  begin(): void {
    this.#made ??= this.#begun();
  }

  /** The run is over, and its `run.json` says so. */
  end(): MadeMeanwhile {
    Atomics.store(this.#over, 0, 1);
    Atomics.notify(this.#over, 0);
    return this.#made ?? { report: madeHere(this.#told), digest: Promise.resolve(undefined) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#thread?.terminate();
  }

  #begun(): MadeMeanwhile {
    const compileCache = getCompileCacheDir();
    const workerData: Telling = { ...this.#told, over: this.#over, compileCache };
    const report = Promise.withResolvers<string>();
    const digest = Promise.withResolvers<RunDigest | undefined>();
    const fail = (error: Error): void => {
      report.reject(error);
      digest.resolve(undefined);
    };
    // What is loaded before the program, to watch it, does not watch this.
    const options = { workerData, execArgv: [] };
    this.#thread = new Worker(new URL('./report-thread.ts', import.meta.url), options);
    this.#thread.on('message', (said: Said) => {
      if ('report' in said) report.resolve(said.report);
      else digest.resolve(said.digest);
    });
    this.#thread.on('error', fail);
    this.#thread.on('exit', (code) => fail(new Error(`its thread ended with ${code}`)));
    // It is asked for when the run is over, and what went wrong is told then.
    report.promise.catch(() => undefined);
    return { report: report.promise, digest: digest.promise };
  }
}

/** What makes it is loaded only now, so that a run begins without it. */
async function madeHere({ folder, requirements }: Told): Promise<string> {
  const { loadRequirements } = await import('../requirements/load-requirements.ts');
  const { writeHtmlReport } = await import('./write-report.ts');
  return writeHtmlReport(folder, { requirements: loadRequirements(requirements) });
}
