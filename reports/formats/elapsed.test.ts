import { expect, test } from 'vitest';
import type { Millis, RecordLine } from '#core';
import type { ScenarioStory, StepStory } from '../record/story.ts';
import { sampleScenario } from '../record/write-record.test-data.ts';
import { elapsedIn } from './elapsed.ts';

type Told = { readonly at: Millis } | { readonly wait: Millis } | { readonly time: Millis };

const line = (told: Told): RecordLine => {
  const stamp = { seq: 1, prev: '' };
  if ('at' in told) return { ...stamp, type: 'frame', at: told.at, frame: 1, screen: 'a' };
  return 'wait' in told
    ? { ...stamp, type: 'wait', until: 'not busy', ms: told.wait }
    : { ...stamp, type: 'time', ms: told.time };
};

const step = (lines: readonly Told[], began?: Millis): StepStory => ({
  from: 1,
  keyword: 'When',
  text: 'it works',
  failed: false,
  lines: lines.map(line),
  screen: undefined,
  began,
});

const scenario = (
  opening: readonly Told[],
  steps: readonly StepStory[],
  host: { readonly began?: Millis; readonly ended?: Millis } = {},
): ScenarioStory => ({
  ...sampleScenario(),
  place: 1,
  verdict: 'passed',
  reason: null,
  opening: opening.map(line),
  steps,
  before: undefined,
  after: undefined,
  from: 1,
  to: 9,
  began: host.began,
  ended: host.ended,
});

test.each([
  ['frames say how long', [step([{ at: 1500 }]), step([{ at: 1700 }])], [500, 200]],
  ['waits count where no frame comes', [step([{ wait: 300 }]), step([{ at: 1400 }])], [300, 100]],
  ['a wait with frames in it counts once', [step([{ at: 1900 }, { wait: 900 }])], [900]],
  [
    'time that is let pass does not count',
    [step([{ time: 9000 }]), step([{ at: 10_050 }])],
    [0, 50],
  ],
  ['time that is let pass with frames in it', [step([{ at: 8000 }, { time: 9000 }])], [0]],
  ['a clock that is set back is no time', [step([{ at: 5 }]), step([{ at: 1010 }])], [0, 10]],
] as const)('on an emulated meter %s', (_what, steps, stepsMs) => {
  const elapsed = elapsedIn(scenario([{ at: 1000 }], steps));
  expect(elapsed).toEqual({
    openingMs: 0,
    stepsMs,
    ms: stepsMs.reduce<number>((sum, ms) => sum + ms, 0),
  });
});

test('on a machine the host says how long, from the beginning of one step to that of the next', () => {
  const steps = [step([{ wait: 9 }], 1100), step([{ at: 5 }], 1250)];
  expect(elapsedIn(scenario([], steps, { began: 1000, ended: 1300 }))).toEqual({
    openingMs: 100,
    stepsMs: [150, 50],
    ms: 300,
  });
});
