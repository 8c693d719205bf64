import { type ConformanceCase, require, requireSame } from '../case.ts';
import { pressing } from '../hands.ts';
import { pressText, sameView } from '../toggle.ts';

/** Keys exactly once. */
export const keyCases: readonly ConformanceCase[] = [
  {
    name: 'sequence-counts',
    requirement: 'PANel:SEQuence? tells the number last carried out; after a reset that is 0.',
    needs: ['operations', 'harmless keys'],
    run: async (bench) => {
      const operator = await bench.operator();
      const { there, back } = bench.toggle();
      requireSame(await operator.number('sequence'), 0, 'the number after a reset');
      await operator.do(pressing(1, there));
      requireSame(await operator.number('sequence'), 1, 'the number after the first key');
      await operator.do(pressing(2, back));
      requireSame(await operator.number('sequence'), 2, 'the number after the second key');
    },
  },
  {
    name: 'same-number-once',
    requirement: 'A key sent again with the same number is answered and not pressed again.',
    needs: ['operations', 'harmless keys'],
    run: async (bench) => {
      const operator = await bench.operator();
      const { there, back, step } = bench.toggle();
      await operator.do(pressing(1, there));
      const visible = step?.down ?? there;
      await operator.do(pressing(2, step?.down ?? back));
      const before = await operator.frame();
      // Where no key shows each press, the number alone has to tell.
      const again = await operator.pressAs(2, visible);
      const after = await operator.frame();
      if (step) await operator.press(step.up);
      if (step || !sameView(before, after)) await operator.press(back);
      requireSame(again.code, 0, `the error after ${pressText(visible)} with the same number`);
      require(sameView(before, after), 'the display as before', after);
      requireSame(after.frame, before.frame, 'the frame number');
    },
  },
  {
    name: 'gap-refused',
    requirement: 'A key whose number is not the next is refused with -221 and not pressed.',
    needs: ['operations', 'harmless keys'],
    run: async (bench) => {
      const operator = await bench.operator();
      const { there, back } = bench.toggle();
      await operator.press(there);
      const before = await operator.press(back);
      for (const number of [4, 9, 1]) {
        const { code } = await operator.pressAs(number, there);
        const after = await operator.frame();
        const sequence = await operator.number('sequence');
        if (!sameView(before, after)) await operator.press(back);
        requireSame(code, -221, `the error for number ${number} after 2`);
        requireSame(after.frame, before.frame, 'the frame number');
        requireSame(sequence, 2, 'the number last carried out');
      }
    },
  },
  {
    name: 'unknown-key-refused',
    requirement: 'A key that there is not is refused with -224, and changes nothing.',
    needs: ['operations', 'keypad'],
    run: async (bench) => {
      const operator = await bench.operator();
      const before = await operator.frame();
      const { code } = await operator.tell({ op: 'press', seq: 1, key: 'NOSUCHKEY' });
      requireSame(code, -224, 'the error');
      requireSame(await operator.frame(), before, 'the frame');
    },
  },
  {
    name: 'numbers-survive-reopen',
    requirement: 'The number last carried out belongs to the slot: a new connection finds it.',
    needs: ['reopen', 'harmless keys'],
    run: async (bench) => {
      const first = await bench.operator();
      const { there, back } = bench.toggle();
      await first.press(there);
      const shown = await first.press(back);
      await first.asker.close();
      const second = await bench.watcher();
      requireSame(await second.number('sequence'), 2, 'the number that a new connection finds');
      const again = await second.patiently(pressing(2, there));
      const after = await second.frame();
      if (!sameView(after, shown)) await second.press(back);
      requireSame(again.code, 0, 'the error when the last key is sent again');
      requireSame(after.frame, shown.frame, 'the frame number');
    },
  },
  {
    name: 'lost-answer-key-once',
    requirement: 'A key whose answer was lost with its connection is pressed once when sent again.',
    needs: ['reopen', 'harmless keys'],
    run: async (bench) => {
      const first = await bench.operator();
      const { there, back } = bench.toggle();
      const before = await first.frame();
      await first.asker.send(pressing(1, there));
      await first.asker.close();
      const second = await bench.watcher();
      const again = await second.patiently(pressing(1, there));
      const away = await second.frame();
      const repeated = await second.tell(pressing(1, there));
      const still = await second.frame();
      const sequence = await second.number('sequence');
      const home = sameView(before, away) ? away : await second.press(back);
      requireSame([again.code, repeated.code], [0, 0], 'the errors when it is sent again');
      require(!sameView(before, away), 'the key to be pressed', away.title);
      requireSame(still.frame, away.frame, 'the frame number when it is sent once more');
      requireSame(sequence, 1, 'the number last carried out');
      require(sameView(before, home), `the screen "${before.title}" again`, home.title);
    },
  },
  {
    name: 'touch-refused-off-display',
    requirement: 'A tap far outside of the display is refused with -222 and changes nothing.',
    needs: ['operations', 'touch'],
    run: async (bench) => {
      const operator = await bench.operator();
      const before = await operator.frame();
      const { code } = await operator.tell({ op: 'touch', seq: 1, x: 65_000, y: 65_000 });
      requireSame(code, -222, 'the error');
      requireSame(await operator.frame(), before, 'the frame');
    },
  },
];
