import { BenchError } from '#core';
import { type ConformanceCase, Mismatch, shown, Unmade } from './case.ts';
import { conformanceCases } from './cases/index.ts';
import type { Subject } from './subject.ts';
import { surveyOf } from './survey.ts';
import { type KitLimits, type Survey, usualLimits, Workbench } from './workbench.ts';

/** What became of one case. `failed`: the rig does not do as it must; `error`: it could not be told. */
export type CaseResult = {
  readonly name: string;
  readonly requirement: string;
  readonly durationMs: number;
} & (
  | { readonly verdict: 'passed' }
  | { readonly verdict: 'failed'; readonly expected: string; readonly seen: string }
  | { readonly verdict: 'skipped' | 'error'; readonly reason: string }
);

/** What became of all cases on one rig. */
export interface KitResult {
  readonly survey: Survey;
  readonly cases: readonly CaseResult[];
}

export interface KitOptions {
  /** Only the cases whose name contains one of these. */
  readonly only?: readonly string[];
  readonly limits?: Partial<KitLimits>;
  readonly onResult?: (result: CaseResult) => void;
  /** Cases to make; all there are when not given. */
  readonly cases?: readonly ConformanceCase[];
}

/** The case that stands for what is learned of a rig before all others. */
const opening: Pick<ConformanceCase, 'name' | 'requirement'> = {
  name: 'rig-opens',
  requirement: 'The rig tells who it is, what it can do, and shows a frame that answers a key.',
};

/**
 * Makes every case on a rig, one after the other. The meter is left as it was found, but for its
 * count of beeps, an envelope where that was allowed, and the end of a session at a power cut.
 */
export async function runKit(subject: Subject, options: KitOptions = {}): Promise<KitResult> {
  const limits = { ...usualLimits, ...options.limits };
  const results: CaseResult[] = [];
  const note = (result: CaseResult): void => {
    results.push(result);
    options.onResult?.(result);
  };
  const began = performance.now();
  const { survey, problem } = await surveyOf(subject, limits);
  if (problem !== undefined || wanted(opening.name, options.only)) {
    note(resultOf(opening, problem, performance.now() - began));
  }
  for (const one of options.cases ?? conformanceCases) {
    if (wanted(one.name, options.only))
      note(await make(one, new Workbench(subject, survey, limits)));
  }
  return { survey, cases: results };
}

const wanted = (name: string, only: readonly string[] | undefined): boolean =>
  only === undefined || only.length === 0 || only.some((part) => name.includes(part));

async function make(one: ConformanceCase, bench: Workbench): Promise<CaseResult> {
  const began = performance.now();
  const lack = bench.lacks(one.needs);
  let problem: unknown = lack === undefined ? undefined : new Unmade(lack);
  if (lack === undefined) {
    try {
      await within(bench.limits.caseMs, one.run(bench));
    } catch (error) {
      problem = error;
    }
  }
  try {
    await within(bench.limits.caseMs, bench.close());
  } catch (error) {
    problem ??= error;
  }
  return resultOf(one, problem, performance.now() - began);
}

/** Ends a case that waits for what never comes. */
async function within(limitMs: number, work: Promise<void>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`it did not end in ${limitMs} ms`)), limitMs);
  try {
    await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

function resultOf(
  { name, requirement }: Pick<ConformanceCase, 'name' | 'requirement'>,
  problem: unknown,
  took: number,
): CaseResult {
  const result = { name, requirement, durationMs: Math.round(took) };
  if (problem === undefined) return { ...result, verdict: 'passed' };
  if (problem instanceof Mismatch) {
    return { ...result, verdict: 'failed', expected: problem.expected, seen: problem.seen };
  }
  if (problem instanceof Unmade) return { ...result, verdict: 'skipped', reason: problem.message };
  if (isRefusal(problem)) {
    return {
      ...result,
      verdict: 'failed',
      expected: 'that it is carried out',
      seen: shown(problem),
    };
  }
  return { ...result, verdict: 'error', reason: shown(problem) };
}

const isRefusal = (problem: unknown): boolean =>
  problem instanceof BenchError && problem.code === 'FB_LINK_REFUSED';
