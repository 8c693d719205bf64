import { type ConformanceCase, require, requireSame } from '../case.ts';
import { handsOfMeter } from '../hands.ts';
import { sameView } from '../toggle.ts';

/** Closing and opening again. */
export const reopenCases: readonly ConformanceCase[] = [
  {
    name: 'reopen-keeps-display',
    requirement: 'When the driver is closed and opened again the meter shows what it showed.',
    needs: ['reopen', 'harmless keys'],
    run: async (bench) => {
      const first = await bench.meter();
      const { there, back } = bench.toggle();
      const away = await handsOfMeter(first).press(there);
      await first[Symbol.asyncDispose]();
      const second = await bench.meter();
      const found = await second.frame();
      await handsOfMeter(second).press(back);
      require(sameView(away, found), `the screen "${away.title}"`, found.title);
      require(found.frame >= away.frame, `frame ${away.frame} or a later one`, found.frame);
    },
  },
  {
    name: 'reopen-ten-times',
    requirement: 'The link can be opened and closed ten times over, and each time answers at once.',
    needs: ['reopen'],
    run: async (bench) => {
      const numbers: number[] = [];
      for (let times = 0; times < 10; times++) {
        const operator = await bench.watcher();
        numbers.push(await operator.number('frameNumber'));
        await operator.asker.close();
      }
      if (bench.survey.capabilities.has('clock')) {
        requireSame(new Set(numbers).size, 1, 'the number of different frames');
      }
    },
  },
];
