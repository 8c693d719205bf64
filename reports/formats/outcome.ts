import type { Millis, PlannedScenario, Verdict } from '#core';
import type { ScenarioStory, StepStory } from '../record/story.ts';
import { elapsedIn } from './elapsed.ts';
import { checkWhole, type ToldRun } from './told-run.ts';

/** How a scenario of the plan ended; `incomplete`: the run was cut off in it, `not run`: before it. */
export type Ending = Verdict | 'incomplete' | 'not run';

/** A step with its place on the axis of time. */
export interface TimedStep extends StepStory {
  readonly startMs: Millis;
  readonly ms: Millis;
}

/** What came of one scenario of the plan. */
export interface Outcome {
  readonly scenario: PlannedScenario;
  readonly ending: Ending;
  /** In one line, for all that did not pass: `failed: Display "Home" …`. */
  readonly headline: string | undefined;
  /** All that is known of why; the headline is its beginning. */
  readonly reason: string | undefined;
  /** The error's code, where the reason has one. */
  readonly code: string | undefined;
  /** When it began, in milliseconds since 1970, and how long it took. */
  readonly startMs: Millis;
  readonly ms: Millis;
  readonly openingMs: Millis;
  readonly steps: readonly TimedStep[];
  readonly opening: ScenarioStory['opening'];
}

/**
 * What came of every scenario of a run: first those that were begun, in their order, then those of the
 * plan that were not. On a machine the axis of time is the host's; an emulated meter's is laid on from
 * the moment at which the run began. Errors: `FB_RUN_RECORD`, at the end for a record that was changed.
 */
export function* outcomesOf(run: ToldRun): Generator<Outcome> {
  const begun = new Set<string>();
  let axis: Millis = Date.parse(run.file.began);
  for (const story of run.story.scenarios) {
    begun.add(story.id);
    const outcome = outcomeOf(story, story.began ?? axis);
    axis = outcome.startMs + outcome.ms;
    yield outcome;
  }
  for (const scenario of run.story.plan) {
    if (!begun.has(scenario.id)) yield notRun(scenario, axis);
  }
  checkWhole(run);
}

function outcomeOf(story: ScenarioStory, startMs: Millis): Outcome {
  const { id, uid, name, tags, feature, rule, verdict, opening } = story;
  const { ms, openingMs, stepsMs } = elapsedIn(story);
  let at = startMs + openingMs;
  const steps = story.steps.map((step, index) => {
    const timed = { ...step, startMs: at, ms: stepsMs[index] ?? 0 };
    at += timed.ms;
    return timed;
  });
  return {
    scenario: { id, uid, name, tags, feature, rule },
    ending: verdict,
    ...saying(verdict, verdict === 'incomplete' ? cutOff : story.reason),
    startMs,
    ms,
    openingMs,
    steps,
    opening,
  };
}

const cutOff = 'the run was cut off in the middle of this scenario';

const notRun = (scenario: PlannedScenario, startMs: Millis): Outcome => ({
  scenario,
  ending: 'not run',
  ...saying('not run', 'the run ended before this scenario'),
  startMs,
  ms: 0,
  openingMs: 0,
  steps: [],
  opening: [],
});

function saying(ending: Ending, why: string | null): Pick<Outcome, 'headline' | 'reason' | 'code'> {
  if (ending === 'passed') return { headline: undefined, reason: undefined, code: undefined };
  const reason = why === null ? ending : `${ending}: ${why}`;
  return {
    headline: reason.split('\n', 1)[0],
    reason,
    code: /\((FB_[A-Z_]+)\)/.exec(reason)?.[1],
  };
}

/** The name of an ending for machines: `failed.FB_DIVERGENCE`, `not-run`. */
export const endingType = ({ ending, code }: Pick<Outcome, 'ending' | 'code'>): string =>
  [ending.replace(' ', '-'), ...(code ? [code] : [])].join('.');

/** The feature file that a scenario stands in: its id without the line. */
export const featurePathOf = ({ id }: Pick<PlannedScenario, 'id'>): string =>
  id.replace(/:\d+$/, '');

/** The line in it. */
export const lineOf = ({ id }: Pick<PlannedScenario, 'id'>): number =>
  Number(/:(\d+)$/.exec(id)?.[1] ?? 1);
