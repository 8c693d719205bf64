import { type ConformanceCase, require, requireSame, Unmade } from '../case.ts';

/** What is around the meter: network, mail, clock. */
export const aroundCases: readonly ConformanceCase[] = [
  {
    name: 'network-plugged',
    requirement: 'The network cable can be pulled and plugged in, and the display stays alive.',
    needs: ['network'],
    run: async (bench) => {
      const meter = await bench.meter();
      const { network } = meter;
      if (!network) throw new Unmade('the driver has no network');
      bench.after(() => network.plug(true));
      await network.plug(false);
      require((await meter.frame()).display !== 'off', 'a display that is on', 'off');
      await network.plug(true);
      require((await meter.frame()).display !== 'off', 'a display that is on', 'off');
    },
  },
  {
    name: 'mail-imprint',
    requirement:
      'An envelope comes out with a value and the next piece number, or blank; an emulator marks it as a specimen.',
    needs: ['mail', 'leave to feed'],
    run: async (bench) => {
      const meter = await bench.meter();
      const { mail } = meter;
      if (!mail) throw new Unmade('the driver has no mail');
      const first = await mail.feed();
      if (!first) return;
      const second = await mail.feed();
      require(first.value >= 0 && Number.isInteger(first.value), 'a value in pence', first);
      requireSame(first.specimen, meter.identity.emulated, 'whether it is a specimen');
      require(/^\d{4}-\d\d-\d\d$/.test(first.date), 'a date as YYYY-MM-DD', first.date);
      if (second) requireSame(second.item, first.item + 1, 'the number of the next piece');
    },
  },
  {
    name: 'imprint-told',
    requirement: 'FEED:IMPRint? answers the last imprint as JSON, null for a blank piece.',
    needs: ['operations', 'mail', 'leave to feed'],
    run: async (bench) => {
      const operator = await bench.operator();
      await operator.do({ op: 'feed' });
      const { answer, code } = await operator.tell({ op: 'imprint' });
      requireSame(code, 0, 'the error');
      requireSame((await operator.tell({ op: 'imprint' })).answer, answer, 'the same answer again');
    },
  },
  {
    name: 'clock-advances',
    requirement: 'Time that is let pass is to be seen on the clock at once, to the millisecond.',
    needs: ['clock'],
    run: async (bench) => {
      const meter = await bench.meter();
      const { clock } = meter;
      if (!clock) throw new Unmade('the driver has no clock');
      for (const duration of [1, 999, 61_000]) {
        const before = meter.now();
        await clock.advance(duration);
        requireSame(meter.now() - before, duration, 'milliseconds that passed');
      }
    },
  },
  {
    name: 'clock-stands-still',
    requirement: 'With CLOCk, time passes only when it is told to.',
    needs: ['operations', 'clock'],
    run: async (bench) => {
      const operator = await bench.operator();
      const before = await operator.timeOfDay();
      await operator.frame();
      await operator.identity();
      requireSame(await operator.timeOfDay(), before, "the meter's time of day");
      await operator.do({ op: 'advance', seconds: 1.25 });
      const day = 86_400_000;
      requireSame(
        await operator.timeOfDay(),
        (before + 1250) % day,
        'the time of day 1.25 s later',
      );
    },
  },
  {
    name: 'keys-take-no-time',
    requirement: 'With CLOCk, no time passes by a key.',
    needs: ['operations', 'harmless keys', 'clock'],
    run: async (bench) => {
      const operator = await bench.operator();
      const { there, back } = bench.toggle();
      const before = await operator.timeOfDay();
      await operator.press(there);
      await operator.press(back);
      requireSame(await operator.timeOfDay(), before, "the meter's time of day");
    },
  },
  {
    name: 'date-and-time',
    requirement: 'SYSTem:DATE? and SYSTem:TIME? answer a day and a time that there are.',
    needs: ['operations'],
    run: async (bench) => {
      const operator = await bench.watcher();
      const { year, month, day } = await operator.day();
      const civil = new Date(Date.UTC(year, month - 1, day));
      requireSame([civil.getUTCMonth() + 1, civil.getUTCDate()], [month, day], 'month and day');
      const time = await operator.timeOfDay();
      require(time >= 0 && time < 86_400_000, 'a time within a day', `${time} ms`);
    },
  },
];
