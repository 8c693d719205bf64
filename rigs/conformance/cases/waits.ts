import { type ConformanceCase, Mismatch, require, requireSame } from '../case.ts';
import type { Operator } from '../hands.ts';
import type { Workbench } from '../workbench.ts';

const limitMs = 300;

/** Waiting for a frame. */
export const waitCases: readonly ConformanceCase[] = [
  {
    name: 'wait-newer-at-once',
    requirement: 'A wait for a frame that is there already is answered at once; no time passes.',
    needs: ['operations', 'harmless keys'],
    run: async (bench) => {
      const operator = await begin(bench);
      const now = await operator.number('frameNumber');
      const clock = await operator.timeOfDay();
      const began = performance.now();
      requireSame(await operator.wait(now - 1, 3_600_000), now, 'the frame number');
      const took = performance.now() - began;
      const later = await operator.timeOfDay();
      require(took < bench.limits.answerMs, 'an answer at once', `after ${Math.round(took)} ms`);
      if (bench.survey.capabilities.has('clock')) requireSame(later, clock, "the meter's time");
    },
  },
  {
    name: 'wait-to-the-limit',
    requirement:
      'A wait in which nothing happens is answered with the same number after its limit.',
    needs: ['operations', 'harmless keys'],
    run: async (bench) => {
      const operator = await begin(bench);
      const now = await operator.number('frameNumber');
      const clock = await operator.timeOfDay();
      const began = performance.now();
      const answer = await operator.wait(now, limitMs);
      const took = Math.round(performance.now() - began);
      const passed = (await operator.timeOfDay()) - clock;
      requireSame(answer, now, 'the frame number, as nothing was pressed');
      if (bench.survey.capabilities.has('clock')) {
        requireSame(passed, limitMs, 'milliseconds that passed on the meter');
      } else {
        require(took >= limitMs * 0.9, `an answer after ${limitMs} ms`, `after ${took} ms`);
      }
    },
  },
  {
    name: 'wait-zero',
    requirement: 'A wait of 0 ms is answered at once with the number of the frame shown.',
    needs: ['operations'],
    run: async (bench) => {
      const operator = await bench.operator();
      const now = await operator.number('frameNumber');
      requireSame(await operator.wait(now, 0), now, 'the frame number');
    },
  },
  {
    name: 'wait-through-driver',
    requirement: 'A wait resolves with the frame shown: a newer one at once, or after the limit.',
    needs: [],
    run: async (bench) => {
      const meter = await bench.meter();
      const shown = await meter.frame();
      requireSame(await meter.wait(shown.frame - 1, 60_000), shown, 'a frame that is newer');
      const before = meter.now();
      const after = await meter.wait(shown.frame, limitMs);
      if (after.frame === shown.frame) {
        const passed = meter.now() - before;
        require(passed >= limitMs * 0.9, `${limitMs} ms to pass`, `${passed} ms`);
      } else if (after.frame < shown.frame) {
        throw new Mismatch(`frame ${shown.frame} or a later one`, `frame ${after.frame}`);
      }
    },
  },
];

/** An operator who holds the panel, for only then does virtual time pass; the meter is as before. */
async function begin(bench: Workbench): Promise<Operator> {
  const operator = await bench.operator();
  const { there, back } = bench.toggle();
  await operator.press(there);
  await operator.press(back);
  return operator;
}
