import { type ConformanceCase, require, requireSame } from '../case.ts';
import { pressing } from '../hands.ts';

/** Two clients at one meter. */
export const clientCases: readonly ConformanceCase[] = [
  {
    name: 'others-watch',
    requirement:
      'While one client holds the panel others may look; what they press is refused with -203.',
    needs: ['operations', 'two clients', 'harmless keys'],
    run: async (bench) => {
      const holder = await bench.operator();
      const { there, back } = bench.toggle();
      await holder.press(there);
      const shown = await holder.press(back);
      const watcher = await bench.watcher();
      requireSame(await watcher.frame(), shown, 'the frame that the other one sees');
      const { code } = await watcher.pressAs(3, there);
      const after = await holder.frame();
      if (after.frame !== shown.frame) await holder.press(back);
      requireSame(code, -203, 'the error when the other one presses a key');
      requireSame(after.frame, shown.frame, 'the frame number');
      requireSame(await holder.number('sequence'), 2, 'the number last carried out');
    },
  },
  {
    name: 'panel-let-go',
    requirement: 'When the client that holds the panel is gone another one may take it.',
    needs: ['operations', 'two clients', 'harmless keys'],
    run: async (bench) => {
      const first = await bench.operator();
      const { there, back } = bench.toggle();
      await first.press(there);
      await first.press(back);
      const second = await bench.watcher();
      await first.asker.close();
      const { code } = await second.patiently(pressing(3, there));
      if (code === 0) await second.press(back);
      requireSame(code, 0, 'the error when the other one presses a key');
    },
  },
  {
    name: 'lock-owner-told',
    requirement: 'SYSTem:LOCK:OWNer? names who holds the panel, "" when nobody does.',
    needs: ['scpi', 'two clients'],
    run: async (bench) => {
      const wire = await bench.wireInCharge();
      const watcher = await bench.wire();
      const owner = await watcher.ask('SYSTem:LOCK:OWNer?');
      require(/^"[^"]+"/.test(owner), 'a name in quotes', owner);
      await wire.silent('SYSTem:LOCK:RELease');
      requireSame(await watcher.ask('SYST:LOCK:OWN?'), '""', 'the owner when it was let go');
    },
  },
  {
    name: 'errors-apart',
    requirement: 'Each client has its own errors and status registers.',
    needs: ['scpi', 'two clients'],
    run: async (bench) => {
      const one = await bench.wire();
      const other = await bench.wire();
      await one.silent('FOO:BAR;*ESE 7');
      requireSame(
        await other.ask('SYSTem:ERRor:COUNt?;*ESE?'),
        '0;0',
        'errors and *ESE? of the other',
      );
      requireSame(await one.errors(), [-113], 'the errors of the one');
    },
  },
];
