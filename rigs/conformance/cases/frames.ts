import type { Frame } from '#core';
import { type ConformanceCase, Mismatch, require, requireSame } from '../case.ts';
import { handsOfMeter } from '../hands.ts';
import { sameView } from '../toggle.ts';
import type { Workbench } from '../workbench.ts';

/** The greatest rise of a frame number for one key where time goes on by itself. */
const mostChanges = 5;

/** Frame numbers and what they stand for. */
export const frameCases: readonly ConformanceCase[] = [
  {
    name: 'frame-stands-on-reading',
    requirement: 'Reading the display leaves the frame and its number as they are.',
    needs: ['operations'],
    run: async (bench) => {
      const operator = await bench.operator();
      const first = await operator.frame();
      for (let times = 0; times < 3; times++) {
        requireSame(await operator.number('frameNumber'), first.frame, 'the frame number');
        requireSame(await operator.frame(), first, 'the frame');
      }
    },
  },
  {
    name: 'frame-number-rises',
    requirement: 'The frame number rises by one at each visible change, and with no other.',
    needs: ['operations', 'harmless keys'],
    run: async (bench) => {
      const operator = await bench.operator();
      const { there, back } = bench.toggle();
      const still = bench.survey.capabilities.has('clock');
      let before = await operator.frame();
      for (const key of [there, back, there, back]) {
        const after = await operator.press(key);
        const rise = after.frame - before.frame;
        require(still
          ? rise === 1
          : rise >= 1 &&
              rise <=
                mostChanges, `frame ${before.frame + 1} after one visible change`, `frame ${after.frame}`);
        requireSame(await operator.number('frameNumber'), after.frame, 'DISPlay:FRAMe?');
        before = after;
      }
    },
  },
  {
    name: 'press-answers-with-frame',
    requirement: 'A press is answered with the frame that is shown after the key.',
    needs: ['harmless keys'],
    run: async (bench) => {
      const meter = await bench.meter();
      const hands = handsOfMeter(meter);
      const { there, back } = bench.toggle();
      const before = await meter.frame();
      const away = await hands.press(there);
      requireSame(await meter.frame(), away, 'the frame after the key');
      require(!sameView(before, away), 'another screen after the key', away.title);
      require(away.frame > before.frame, `a frame after ${before.frame}`, away.frame);
      const home = await hands.press(back);
      requireSame(await meter.frame(), home, 'the frame after the way back');
      require(sameView(before, home), `the screen "${before.title}" again`, home.title);
    },
  },
  {
    name: 'frame-well-formed',
    requirement:
      'A frame has a title, rows with a role, and on a touch screen the places to touch.',
    needs: [],
    run: async (bench) => checkForm(await (await bench.meter()).frame(), bench),
  },
  {
    name: 'picture-is-png',
    requirement: 'HCOPy:SDUMp:DATA? answers the display as a PNG, or says -113 where it cannot.',
    needs: ['operations'],
    run: async (bench) => {
      const { answer, code, text } = await (await bench.watcher()).tell({ op: 'picture' });
      if (code === -113) return;
      if (code !== 0) throw new Mismatch('a picture, or -113', `${code} ${text}`);
      const signature = answer instanceof Uint8Array ? [...answer.subarray(0, 8)] : answer;
      requireSame(signature, [137, 80, 78, 71, 13, 10, 26, 10], 'the first bytes of a PNG');
    },
  },
];

function checkForm(frame: Frame, { survey }: Workbench): void {
  require(Number.isInteger(frame.frame) && frame.frame >= 0, 'a whole frame number', frame.frame);
  require(frame.display !== 'off', 'a display that is on', frame.display);
  require(frame.title !== '' || frame.rows.length > 0, 'something to be seen', frame);
  const { capabilities } = survey;
  if (!capabilities.has('touch') || capabilities.has('keypad')) return;
  const places = frame.rows.filter(({ rect }) => rect);
  require(places.length > 0, 'rows with a rect, since there are no keys', frame.rows);
}
