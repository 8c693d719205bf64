import type { Millis, RecordLine } from '#core';
import type { ScenarioStory } from '../record/story.ts';

/** How long a scenario took, and what of it each step. */
export interface Elapsed {
  readonly ms: Millis;
  /** Before the first step. */
  readonly openingMs: Millis;
  readonly stepsMs: readonly Millis[];
}

/**
 * How long a scenario and its steps took: by the host's clock on a machine, which is written beside
 * each line there, and by the clock of the meter on an emulated one, whose record has no other time.
 */
export const elapsedIn = (scenario: ScenarioStory): Elapsed =>
  scenario.began === undefined ? byMeter(scenario) : byHost(scenario, scenario.began);

function byHost({ steps, ended }: ScenarioStory, began: Millis): Elapsed {
  const end = ended ?? began;
  const begins = steps.map((step) => step.began ?? began);
  const until = (index: number): Millis => begins[index] ?? end;
  return {
    ms: Math.max(0, end - began),
    openingMs: Math.max(0, until(0) - began),
    stepsMs: begins.map((begin, index) => Math.max(0, until(index + 1) - begin)),
  };
}

/**
 * Frames say what the meter's clock shows; where none comes, waits say how long they were. Time that a
 * step lets pass on purpose, such as a year, is no time that it took.
 */
function byMeter({ opening, steps }: ScenarioStory): Elapsed {
  let now: Millis | undefined;
  const pass = (lines: readonly RecordLine[]): Millis => {
    let waited: Millis = 0;
    let leapt: Millis = 0;
    let shown = now;
    for (const line of lines) {
      if (line.type === 'wait') waited += line.ms;
      if (line.type === 'time') leapt += line.ms;
      if (line.type !== 'frame') continue;
      now ??= line.at;
      shown = Math.max(shown ?? line.at, line.at);
    }
    if (now === undefined || shown === undefined) return waited;
    const passed = Math.max(shown - now, waited + leapt);
    now += passed;
    return passed - leapt;
  };
  const openingMs = pass(opening);
  const stepsMs = steps.map(({ lines }) => pass(lines));
  return { openingMs, stepsMs, ms: stepsMs.reduce((sum, ms) => sum + ms, openingMs) };
}
