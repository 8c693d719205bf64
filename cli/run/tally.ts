import type { ScenarioResult } from '#bench';
import { type RunCounts, type Verdict, worst } from '#core';

/** What has come of the scenarios so far, without the scenarios. */
export class Tally {
  scenarios = 0;
  keys = 0;
  readonly #verdicts = new Map<Verdict, number>();

  add({ verdict, keys }: Pick<ScenarioResult, 'verdict' | 'keys'>): void {
    this.scenarios += 1;
    this.keys += keys;
    this.#verdicts.set(verdict, this.#of(verdict) + 1);
  }

  counts(planned: number): RunCounts {
    return {
      passed: this.#of('passed'),
      failed: this.#of('failed'),
      error: this.#of('error'),
      inconclusive: this.#of('inconclusive'),
      skipped: this.#of('skipped'),
      'not run': planned - this.scenarios,
    };
  }

  /** The worst of all; a scenario that was not run is the rig's or the bench's fault. */
  verdict(planned: number): Verdict | undefined {
    return planned > this.scenarios ? 'error' : worst(this.#verdicts.keys());
  }

  #of(verdict: Verdict): number {
    return this.#verdicts.get(verdict) ?? 0;
  }
}
