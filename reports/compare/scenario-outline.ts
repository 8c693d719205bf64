import type {
  FileEntry,
  MeasurementEntry,
  Millis,
  RecordLine,
  RegisterFigures,
  Sha256,
  Verdict,
} from '#core';
import { MeterTime } from '../record/meter-time.ts';
import type { ScenarioStory } from '../record/story.ts';

/** What two runs of a step are compared by. */
export interface StepOutline {
  readonly label: string;
  readonly keys: readonly string[];
  /** The displays that were seen, in order; the last one is that at the end of the step. */
  readonly screens: readonly Sha256[];
  readonly checks: readonly string[];
  readonly meterMs: Millis;
}

/** What two runs of a scenario are compared by. */
export interface ScenarioOutline {
  readonly uid: string;
  readonly name: string;
  /** `features/is400/accounts.feature:12`. */
  readonly place: string;
  readonly verdict: Verdict | 'incomplete';
  readonly reason: string | null;
  readonly steps: readonly StepOutline[];
  readonly measurements: readonly MeasurementEntry[];
  readonly files: readonly FileEntry[];
  readonly registers: {
    readonly before: readonly RegisterFigures[] | undefined;
    readonly after: readonly RegisterFigures[] | undefined;
  };
}

/** Keeps of a scenario what it is compared by; `uid` is the one that no other of its run has. */
export function outlineOf(story: ScenarioStory, uid: string): ScenarioOutline {
  const time = new MeterTime();
  const opening = outlineOfStep('(before the first step)', story.opening, time);
  const steps = story.steps.map(({ keyword, text, lines }) =>
    outlineOfStep(`${keyword} ${text}`, lines, time),
  );
  const lines = [story.opening, ...story.steps.map((step) => step.lines)].flat();
  return {
    uid,
    name: story.name,
    place: story.id,
    verdict: story.verdict,
    reason: story.reason,
    steps: [opening, ...steps],
    measurements: lines.filter((line) => line.type === 'measurement'),
    files: lines.filter((line) => line.type === 'file'),
    registers: { before: story.before, after: story.after },
  };
}

function outlineOfStep(label: string, lines: readonly RecordLine[], time: MeterTime): StepOutline {
  const keys: string[] = [];
  const screens: Sha256[] = [];
  const checks: string[] = [];
  let meterMs = 0;
  for (const line of lines) {
    if (line.type === 'key') keys.push(line.key);
    if (line.type === 'check') checks.push(`${line.what}: ${line.seen}`);
    if (line.type === 'frame') screens.push(line.screen);
    if (line.type === 'frame' || line.type === 'time') meterMs += time.take(line);
  }
  return { label, keys, screens, checks, meterMs };
}
