import type { Millis } from '#core';
import { type Looked, named, onRig, type ScenarioName } from './selection.ts';

/** How many attempts that passed or failed are looked at, and how many flips make a scenario flaky. */
export const flakyWindow = 50;
export const flakyFlips = 2;

/** A scenario that passes and fails on the same meter with the same firmware. */
export interface FlakyScenario extends ScenarioName {
  readonly serial: string;
  readonly firmware: string;
  readonly attempts: number;
  readonly failures: number;
  /** How often an attempt ended otherwise than the one before. */
  readonly flips: number;
  /** Flips to the places at which it could have flipped. */
  readonly rate: number;
  /** What most of its failures have in common. */
  readonly signature: string | null;
  /** When it last failed: milliseconds since 1970. */
  readonly lastFailed: Millis;
  /** Its attempts, the oldest first: `p` passed, `f` failed. */
  readonly course: string;
}

interface Row {
  readonly scenario: number;
  readonly serial: string;
  readonly firmware: string;
  readonly verdict: 'passed' | 'failed';
  readonly signature: string | null;
  readonly began: Millis;
}

/**
 * Scenarios that flip between passed and failed: at least twice within the last 50 attempts that did
 * either, on one meter with one firmware. Runs with a seeded fault and those that the shadow model
 * did not judge are left out: another judge is another question. The worst first.
 */
export function flaky(looked: Looked): readonly FlakyScenario[] {
  const rows = looked.history.all<Row>(
    `SELECT a.scenario, r.serial, r.firmware, a.verdict, a.signature, r.began
     FROM attempts AS a JOIN runs AS r ON r.run = a.run
     WHERE ${onRig} AND r.judge = 'both' AND a.verdict IN ('passed', 'failed')
       AND a.scenario IN (SELECT scenario FROM attempts WHERE verdict IN ('failed', 'error'))
     ORDER BY a.scenario, r.serial, r.firmware, r.began, r.run`,
    looked.rig,
  );
  const groups = Map.groupBy(rows, ({ scenario, serial, firmware }) =>
    JSON.stringify([scenario, serial, firmware]),
  );
  const found = [...groups.values()].flatMap((attempts) => courseOf(attempts.slice(-flakyWindow)));
  return [...named(looked, found)].sort((a, b) => b.rate - a.rate || b.flips - a.flips);
}

function courseOf(
  attempts: readonly Row[],
): readonly (Omit<FlakyScenario, keyof ScenarioName> & Pick<Row, 'scenario'>)[] {
  const [first] = attempts;
  const failed = attempts.filter(({ verdict }) => verdict === 'failed');
  const flips = attempts.filter(
    ({ verdict }, index) => index > 0 && verdict !== attempts[index - 1]?.verdict,
  ).length;
  if (!first || flips < flakyFlips) return [];
  const { scenario, serial, firmware } = first;
  return [
    {
      scenario,
      serial,
      firmware,
      attempts: attempts.length,
      failures: failed.length,
      flips,
      rate: flips / (attempts.length - 1),
      signature: commonest(failed.map(({ signature }) => signature)),
      lastFailed: failed.at(-1)?.began ?? 0,
      course: attempts.map(({ verdict }) => verdict[0]).join(''),
    },
  ];
}

function commonest(values: readonly (string | null)[]): string | null {
  const counted = [...Map.groupBy(values, (value) => value)];
  return counted.sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
}
