import { readFileSync } from 'node:fs';

/** What came of one scenario: its verdict, why, and with how many keys. */
export interface Ending {
  readonly verdict: string;
  readonly reason: string | null;
  readonly keys: number;
}

/** The endings of a run by the places of its scenarios, as its record tells them. */
export function endingsOf(record: string): ReadonlyMap<string, Ending> {
  const endings = new Map<string, Ending>();
  let keys = 0;
  for (const line of readFileSync(record, 'utf8').split('\n')) {
    if (line === '') continue;
    // Our own record: a line is an object with a type.
    const entry = JSON.parse(line) as { readonly type: string } & Record<string, unknown>;
    if (entry.type === 'scenario') keys = 0;
    if (entry.type === 'key') keys += 1;
    if (entry.type !== 'verdict') continue;
    const reason = typeof entry.reason === 'string' ? entry.reason : null;
    endings.set(String(entry.id), { verdict: String(entry.verdict), reason, keys });
  }
  return endings;
}

/** One scenario that did not come out everywhere as it did in this process. */
export interface Difference {
  readonly scenario: string;
  readonly carrier: string;
  readonly expected: Ending | undefined;
  readonly seen: Ending | undefined;
}

/** Verdict and keys must be the same; a reason may name the link. */
export function differences(
  expected: ReadonlyMap<string, Ending>,
  carrier: string,
  seen: ReadonlyMap<string, Ending>,
): readonly Difference[] {
  return [...new Set([...expected.keys(), ...seen.keys()])].flatMap((scenario) => {
    const [left, right] = [expected.get(scenario), seen.get(scenario)];
    return left && right && left.verdict === right.verdict && left.keys === right.keys
      ? []
      : [{ scenario, carrier, expected: left, seen: right }];
  });
}
