import { type Counts, noCounts } from '../counts.ts';

/** What the guest said of one check, or that it never came to it. */
export interface CheckResult {
  readonly title: string;
  readonly ok: boolean;
  readonly ms: number | undefined;
  /** What the guest said of a check that failed. */
  readonly detail: readonly string[];
}

/** Reads the guest's console line by line: TAP, between whatever else is said there. */
export class TapReader {
  readonly results: CheckResult[] = [];
  /** How many checks the guest said that there are. */
  planned: number | undefined;
  #detail: string[] | undefined;

  /** Takes a line; what it ends, it returns. */
  line(text: string): CheckResult | undefined {
    const line = text.trimEnd();
    const plan = /^1\.\.(\d+)$/.exec(line)?.[1];
    if (plan !== undefined) this.planned = Number(plan);
    const result = /^(not )?ok \d+ - (.*?)(?: # (\d+) ms)?$/.exec(line);
    if (result) {
      const [, not, title = '', ms] = result;
      this.#detail = [];
      const ok = not === undefined;
      const taken = ms === undefined ? undefined : Number(ms);
      const read = { title, ok, ms: taken, detail: this.#detail };
      this.results.push(read);
      return read;
    }
    if (line.startsWith('  ')) this.#detail?.push(line.trim());
    else this.#detail = undefined;
    return undefined;
  }
}

/** What was counted: a check that the guest planned and did not come to has failed. */
export function tapCounts({ results, planned }: TapReader): Counts {
  const passed = results.filter(({ ok }) => ok).length;
  const total = Math.max(planned ?? 1, results.length, 1);
  return { ...noCounts, passed, failed: total - passed };
}
