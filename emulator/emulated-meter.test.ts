import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Frame, type Key, keys, sameScreen, VirtualClock } from '#core';
import { type is400, modelNamed } from '#models';
import { EmulatedMeter, type EmulatedMeterOptions } from './emulated-meter.ts';
import { NonVolatileMemory, RamMedium } from './memory/index.ts';
import { createStick } from './stick/index.ts';

const model = modelNamed('is-440');
const start = Date.UTC(2026, 0, 5, 9);

function meterWith(options: Partial<EmulatedMeterOptions> = {}): EmulatedMeter {
  const clock = options.clock ?? new VirtualClock(start);
  return new EmulatedMeter({ model, supervisorPin: '2468', creditPence: 500, ...options, clock });
}

const pressAll = async (meter: EmulatedMeter, wanted: readonly Key[]): Promise<Frame> => {
  for (const key of wanted) await meter.press(key);
  return meter.frame();
};

const logIn: readonly Key[] = ['MENU', '1', '4', '2', '4', '6', '8', 'OK'];
const toAccounts: readonly Key[] = [...logIn, '5', '1', 'DOWN', 'DOWN', 'OK', 'OK'];
/** To the summary of a new account 7 called A. */
const toSummary: readonly Key[] = [
  ...toAccounts,
  'MENU',
  '5',
  '2',
  '1',
  'OK',
  '7',
  'OK',
  '2',
  'OK',
  'OK',
];

/** What a person can do at a meter, with the time that passes before it. */
type Deed =
  | { readonly type: 'key'; readonly key: Key; readonly after: number }
  | { readonly type: 'feed' | 'off' | 'on'; readonly after: number };

const after = fc.constantFrom(0, 0, 0, 300, 1200, 5000);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record({
      type: fc.constant('key' as const),
      key: fc.constantFrom(...keys),
      after,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom('feed' as const, 'off' as const, 'on' as const),
      after,
    }),
  },
);
/** Mostly as somebody who knows the way, so that walks lead into the menus. */
const walk = fc
  .tuple(
    fc.constantFrom<readonly Key[]>([], ['MENU'], logIn, toAccounts, toSummary),
    fc.array(deed, { maxLength: 40 }),
  )
  .map(([way, deeds]): readonly Deed[] => [
    ...way.map((key) => ({ type: 'key', key, after: 0 }) as const),
    ...deeds,
  ]);

/** Every frame that is there after a deed, in order. */
async function framesOf(deeds: readonly Deed[]): Promise<readonly Frame[]> {
  const clock = new VirtualClock(start);
  const stick = await createStick(clock);
  await stick.plug('meter');
  await using meter = meterWith({ clock, stick, remoteAccounts: [] });
  const frames = [await meter.frame()];
  for (const one of deeds) {
    frames.push(await meter.clock.advance(one.after));
    if (one.type === 'key') await meter.press(one.key);
    else if (one.type === 'feed') await meter.mail.feed();
    else await meter.power[one.type]();
    frames.push(await meter.frame());
  }
  return frames;
}

test('the same deeds at the same instants give the same frames, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(walk, async (deeds) => {
      expect(JSON.stringify(await framesOf(deeds))).toBe(JSON.stringify(await framesOf(deeds)));
    }),
    { numRuns: 25 },
  );
});

test('a frame has a new number exactly when it can be told from the one before', async () => {
  await fc.assert(
    fc.asyncProperty(walk, async (deeds) => {
      const frames = await framesOf(deeds);
      for (const [index, frame] of frames.entries()) {
        const before = frames[index - 1];
        if (!before) continue;
        expect(frame.frame).toBeGreaterThanOrEqual(before.frame);
        if (frame.frame === before.frame) expect(sameScreen(frame, before)).toBe(true);
        // A jump of time may show several screens, and end with the one it began with.
        if (frame.frame === before.frame + 1) expect(sameScreen(frame, before)).toBe(false);
      }
    }),
    { numRuns: 50 },
  );
});

test('each visible change raises the number by one', async () => {
  const meter = meterWith();
  const first = await meter.frame();
  expect(first).toMatchObject({ v: 1, frame: 1, title: 'Home' });
  const numbers: number[] = [];
  for (const key of ['LEFT', 'MENU', 'UP', 'DOWN', 'DOWN', 'UP', 'UP', 'UP'] as const)
    numbers.push((await meter.press(key)).frame);
  expect(numbers).toEqual([1, 2, 2, 3, 4, 5, 6, 6]);
  await meter.power.off();
  expect(await meter.frame()).toMatchObject({ display: 'off', frame: 7 });
  await meter.power.off();
  expect((await meter.power.on()).frame).toBe(8);
  expect((await meter.power.on()).frame).toBe(8);
});

test('waiting passes time up to the next frame, and no further than the limit', async () => {
  const clock = new VirtualClock(start);
  const meter = meterWith({ clock });
  const busy = await pressAll(meter, [...toAccounts, 'MENU', '5', '2', '4', 'OK']);
  expect(busy.busy).toBe(true);
  expect(await meter.wait(busy.frame, 100)).toEqual(busy);
  expect(meter.now()).toBe(start + 100);
  const done = await meter.wait(busy.frame, 60_000);
  expect(done.busy).toBe(false);
  expect(meter.now()).toBeLessThan(start + 60_000);
  const later = await meter.wait(done.frame, 60_000);
  expect(later).toEqual(done);
});

test('an imprint is a specimen with the date of the meter and the number of the piece', async () => {
  const meter = meterWith();
  await pressAll(meter, ['4', '5']);
  expect(await meter.mail.feed()).toEqual({
    value: 45,
    item: 1,
    date: '2026-01-05',
    specimen: true,
  });
  expect(await meter.mail.feed()).toMatchObject({ item: 2 });
  await meter.power.off();
  expect(await meter.mail.feed()).toBeUndefined();
});

const memoryIn = (medium: RamMedium): is400.Memory => {
  const stored = new NonVolatileMemory(medium).load();
  if (stored === undefined) throw new Error('nothing is stored');
  return model.parseMemory(stored) as is400.Memory;
};
const accountsIn = (medium: RamMedium): readonly string[] =>
  memoryIn(medium).accounts.map(({ number }) => number);

test('a power cut at any byte of a commit leaves the list before it or the one after', async () => {
  const beforeChange = toAccounts.slice(0, -2);
  const listAfterCut = async (bytes: number): Promise<{ dark: boolean; list: string }> => {
    const medium = new RamMedium();
    const meter = meterWith({ medium });
    await meter.press('5');
    await meter.mail.feed();
    await pressAll(meter, beforeChange);
    await meter.power.cutWhenWriting?.(bytes);
    const { display } = await meter.press('OK');
    await meter.power.off();
    expect((await meter.power.on()).display).toBe('lcd');
    expect(memoryIn(medium).registers.ascending).toBe(5);
    return { dark: display === 'off', list: accountsIn(medium).join() };
  };
  for (let bytes = 0, dark = true; dark; bytes += 1) {
    const left = await listAfterCut(bytes);
    expect(left.list, `cut after ${bytes} bytes`).toBe(left.dark ? '' : '1');
    ({ dark } = left);
  }
}, 30_000);

test('what was shown as saved is there when the power comes back', async () => {
  const medium = new RamMedium();
  const meter = meterWith({ medium });
  const list = await pressAll(meter, [...toSummary, 'OK']);
  expect(list.rows.map(({ text }) => text)).toEqual(['Add Account', '1 Default', '7 A']);
  await meter.power.off();
  expect(accountsIn(medium)).toEqual(['1', '7']);
  const woken = meterWith({ medium, creditPence: 9 });
  expect((await woken.frame()).rows.map(({ text }) => text)).toEqual(['1 Default', '7 A']);
});

test('keys without power change nothing', async () => {
  const meter = meterWith();
  await meter.power.off();
  const dark = await meter.frame();
  expect(await pressAll(meter, toAccounts)).toBe(dark);
  expect((await meter.power.on()).title).toBe('Home');
});
