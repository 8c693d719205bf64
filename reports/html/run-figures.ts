import type { Millis, RecordLine, Verdict } from '#core';
import type { ScenarioStory } from '../record/story.ts';
import { isAssumed } from '../requirements/coverage.ts';
import { likeReason } from './like-reason.ts';
import { MeterTime } from './meter-time.ts';

/** How a scenario can stand in a report. */
export type Standing = Verdict | 'incomplete' | 'not run';

/** Scenarios that ended alike for reasons that are alike. */
export interface ReasonGroup {
  readonly verdict: Standing;
  /** The first of the reasons, its first line. */
  readonly reason: string;
  /** The places of the scenarios in the run. */
  readonly places: number[];
}

/** What the head of a report counts. */
export class RunFigures {
  readonly counts: Record<Standing, number> = {
    passed: 0,
    failed: 0,
    error: 0,
    inconclusive: 0,
    skipped: 0,
    incomplete: 0,
    'not run': 0,
  };
  /** Passed, though something in it was looked at and not judged. */
  unverified = 0;
  /** Passed, and rests on an assumption. */
  assumed = 0;
  /** When each scenario began and how long it took. */
  readonly times: (readonly [began: Millis, took: Millis])[] = [];
  readonly #groups = new Map<string, ReasonGroup>();

  /** Counts a scenario; says what is to be known of its pass. */
  add(scenario: ScenarioStory): { readonly unverified: boolean; readonly assumed: boolean } {
    this.counts[scenario.verdict] += 1;
    this.times.push(timeOf(scenario));
    const passed = scenario.verdict === 'passed';
    const assumed = passed && isAssumed(scenario);
    const unverified = passed && scenario.steps.some(({ lines }) => lines.some(isUnjudged));
    if (assumed) this.assumed += 1;
    if (unverified) this.unverified += 1;
    if (!passed)
      this.#group(scenario.verdict, scenario.reason ?? 'no reason is recorded', scenario.place);
    return { unverified, assumed };
  }

  /** The largest first; those of one verdict only, when given. */
  groups(...verdicts: readonly Standing[]): readonly ReasonGroup[] {
    return [...this.#groups.values()]
      .filter(({ verdict }) => verdicts.includes(verdict))
      .sort((a, b) => b.places.length - a.places.length);
  }

  #group(verdict: Standing, reason: string, place: number): void {
    const key = `${verdict} ${likeReason(reason)}`;
    const group = this.#groups.get(key);
    if (group) group.places.push(place);
    else {
      const [first = ''] = reason.split('\n', 1);
      this.#groups.set(key, { verdict, reason: first, places: [place] });
    }
  }
}

function isUnjudged(line: RecordLine): boolean {
  switch (line.type) {
    case 'check':
      return !line.judged;
    case 'measurement':
      return line.verdict === 'inconclusive';
    case 'golden':
      return line.expected === null;
    default:
      return false;
  }
}

function timeOf({ opening, steps }: ScenarioStory): readonly [Millis, Millis] {
  const time = new MeterTime();
  let began: Millis | undefined;
  const follow = (line: RecordLine): void => {
    time.follow(line);
    began ??= time.now;
  };
  for (const line of opening) follow(line);
  for (const { lines } of steps) for (const line of lines) follow(line);
  return [began ?? 0, (time.now ?? 0) - (began ?? 0)];
}
