import { type Meter, type PowerControl, sameScreen } from '#core';
import { type ConformanceCase, require, requireSame, Unmade } from '../case.ts';
import { handsOfMeter } from '../hands.ts';
import { sameView } from '../toggle.ts';
import type { Workbench } from '../workbench.ts';

/** How long a meter may take to start, in its own time. */
const startLimitMs = 120_000;

/** Power cuts. */
export const powerCases: readonly ConformanceCase[] = [
  {
    name: 'power-off-dark',
    requirement: 'Without power the display is off at once, and the controller goes on to answer.',
    needs: ['operations', 'power'],
    run: async (bench) => {
      const operator = await bench.operator();
      bench.after(async () => void (await operator.tell({ op: 'switchPower', on: true })));
      const before = await operator.frame();
      await operator.do({ op: 'switchPower', on: false });
      const dark = await operator.frame();
      requireSame(await operator.powered(), false, 'OUTPut:STATe?');
      requireSame([dark.display, dark.rows], ['off', []], 'the display without power');
      require(dark.frame > before.frame, `a frame after ${before.frame}`, dark.frame);
      await operator.identity();
      await operator.number('sequence');
      await operator.do({ op: 'switchPower', on: true });
      requireSame(await operator.powered(), true, 'OUTPut:STATe? when it is back');
      require((await operator.frame()).display !== 'off', 'a display that is on', 'off');
    },
  },
  {
    name: 'key-without-power',
    requirement: 'A key without power does nothing, then or later.',
    needs: ['operations', 'power', 'harmless keys'],
    run: async (bench) => {
      const operator = await bench.operator();
      const { there } = bench.toggle();
      bench.after(async () => void (await operator.tell({ op: 'switchPower', on: true })));
      await operator.do({ op: 'switchPower', on: false });
      await operator.do({ op: 'switchPower', on: true });
      const started = await operator.frame();
      await operator.do({ op: 'switchPower', on: false });
      await operator.pressAs(1, there);
      requireSame((await operator.frame()).display, 'off', 'the display');
      await operator.do({ op: 'switchPower', on: true });
      const again = await operator.frame();
      require(sameView(started, again), `the screen "${started.title}"`, again.title);
    },
  },
  {
    name: 'restart-keeps-number',
    requirement: '*RST cuts the power and brings it back; the number last carried out stays.',
    needs: ['operations', 'power', 'harmless keys'],
    run: async (bench) => {
      const operator = await bench.operator();
      const { there, back } = bench.toggle();
      await operator.press(there);
      const before = await operator.press(back);
      await operator.do({ op: 'restart' });
      const after = await operator.frame();
      requireSame(await operator.number('sequence'), 2, 'the number last carried out');
      require(after.frame > before.frame, `a frame after ${before.frame}`, after.frame);
      require(after.display !== 'off', 'a display that is on', after.display);
    },
  },
  {
    name: 'power-cut-and-back',
    requirement: 'After a power cut the meter starts as it always does, and takes keys.',
    needs: ['power', 'harmless keys'],
    run: async (bench) => {
      const { meter, power } = await meterWithPower(bench);
      const first = await restarted(meter, power);
      const second = await restarted(meter, power);
      require(sameScreen(first, second), `the screen "${first.title}"`, second);
      const { there, back } = bench.toggle();
      const hands = handsOfMeter(meter);
      require(!sameView(
        second,
        await hands.press(there),
      ), 'another screen after a key', second.title);
      require(sameView(second, await hands.press(back)), 'the way back', (await meter.frame())
        .title);
    },
  },
  {
    name: 'memory-told-after-cut',
    requirement: 'The link tells the same registers and goes on to count pieces after a power cut.',
    needs: ['operations', 'power'],
    run: async (bench) => {
      const operator = await bench.operator();
      const feeds = bench.subject.mayFeed && bench.survey.capabilities.has('mail');
      const ledger = bench.survey.capabilities.has('ledger');
      if (!feeds && !ledger)
        throw new Unmade('neither an envelope may be fed nor is there a ledger');
      bench.after(async () => void (await operator.tell({ op: 'switchPower', on: true })));
      const first = feeds ? await operator.fed() : null;
      const before = ledger ? (await operator.tell({ op: 'ledger' })).answer : undefined;
      await operator.do({ op: 'switchPower', on: false });
      await operator.do({ op: 'switchPower', on: true });
      const after = ledger ? (await operator.tell({ op: 'ledger' })).answer : undefined;
      requireSame(after, before, 'the registers after the cut');
      const second = feeds ? await operator.fed() : null;
      if (first) requireSame(second?.item, first.item + 1, 'the number of the piece after the cut');
    },
  },
  {
    name: 'memory-survives-cut',
    requirement: 'What the meter has stored is there after a power cut.',
    needs: ['power'],
    run: async (bench) => {
      const { meter, power } = await meterWithPower(bench);
      const { mail, ledger } = meter;
      const feeds = bench.subject.mayFeed ? mail : undefined;
      if (!feeds && !ledger)
        throw new Unmade('neither an envelope may be fed nor is there a ledger');
      const first = await feeds?.feed();
      const figures = await ledger?.figures();
      await restarted(meter, power);
      requireSame(await ledger?.figures(), figures, 'the registers after the cut');
      const second = await feeds?.feed();
      if (!first) {
        if (!ledger) throw new Unmade('the envelope came out blank');
        return;
      }
      requireSame(second?.item, first.item + 1, 'the number of the piece after the cut');
    },
  },
];

async function restarted(meter: Meter, power: PowerControl) {
  await power.off();
  requireSame((await meter.frame()).display, 'off', 'the display without power');
  const shown = await power.on();
  return shown.busy ? meter.wait(shown.frame, startLimitMs) : shown;
}

async function meterWithPower(bench: Workbench): Promise<{ meter: Meter; power: PowerControl }> {
  const meter = await bench.meter();
  const { power } = meter;
  if (!power) throw new Unmade('the driver has no power relay');
  bench.after(async () => void (await power.on()));
  return { meter, power };
}
