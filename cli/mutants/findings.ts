import type { ScenarioResult } from '#bench';
import type { ErrorCode } from '#core';

/** What one way of judging has found out about a seeded fault. */
export type Finding =
  | {
      /** `broken`: the scenario ended in a defect of the fault or of the bench, which proves nothing. */
      readonly status: 'caught' | 'broken';
      /** `features/is400/accounts.feature:12`. */
      readonly scenario: string;
      readonly name: string;
      /** `FB_EXPECTATION`; empty for an error that is none of ours. */
      readonly code: string;
      readonly reason: string;
    }
  | { readonly status: 'survived' };

/** A fault of the catalogue, by what a person reads of it. */
export interface SeededFault {
  readonly name: string;
  readonly description: string;
}

/** A fault, and what the checks of the features and the shadow model alone make of it. */
export interface FaultFindings extends SeededFault {
  readonly checks: Finding;
  /** Left out where it was not asked for. */
  readonly shadow?: Finding;
}

/** The findings about a fault of the machine on a rig. */
export interface ExaminedFault extends FaultFindings {
  readonly rig: string;
}

/** The two ways of judging that are measured apart from each other. */
export type LoneJudge = 'checks' | 'shadow';

/** How a scenario goes red for a person who runs it with `--no-shadow`. */
const redByChecks: ReadonlySet<string> = new Set<ErrorCode>([
  'FB_EXPECTATION',
  'FB_NOT_REACHED',
  'FB_UNTYPABLE',
  'FB_NO_PATH',
  'FB_NO_FRAME',
]);

const redByShadow: ReadonlySet<string> = new Set<ErrorCode>(['FB_DIVERGENCE']);

/** The code that ends the message of an error of ours; `undefined` for any other error. */
const codeOf = (reason: string): string | undefined => /\((FB_[A-Z_]+)\)$/.exec(reason)?.[1];

/**
 * What a result says about the fault. Without its checks a scenario goes on where it would have
 * ended, so for the shadow model no other error than a divergence says anything.
 */
export function findingOf(result: ScenarioResult, judge: LoneJudge): Finding {
  const { verdict, reason, id: scenario, name } = result;
  if (reason === null || verdict === 'skipped') return { status: 'survived' };
  const code = codeOf(reason) ?? '';
  const found = { scenario, name, code, reason };
  if (judge === 'shadow') {
    return redByShadow.has(code) ? { status: 'caught', ...found } : { status: 'survived' };
  }
  return { status: redByChecks.has(code) ? 'caught' : 'broken', ...found };
}

/** The first thing that the results say. */
export const firstFinding = (results: readonly ScenarioResult[], judge: LoneJudge): Finding =>
  results.map((result) => findingOf(result, judge)).find(({ status }) => status !== 'survived') ?? {
    status: 'survived',
  };
