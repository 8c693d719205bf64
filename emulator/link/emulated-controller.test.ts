import { expect, onTestFinished, test } from 'vitest';
import { VirtualClock } from '#core';
import type { Operation, Renewal } from '#protocol';
import { openSlot, outcomeOf, start } from './slot.test-data.ts';
import type { Slot, SlotOptions } from './slot.ts';

async function open(options: Partial<SlotOptions> = {}) {
  const slot = await openSlot(options);
  onTestFinished(() => slot[Symbol.asyncDispose]());
  return slot;
}

const press = (slot: Slot, seq: number, key: string, client?: string) =>
  outcomeOf(slot, { op: 'press', seq, key }, client);

const titleOf = async (slot: Slot): Promise<string> => (await slot.meter.frame()).title;

const renewal: Renewal = {
  version: 1,
  model: 'is-440',
  supervisorPin: '4711',
  start: '2027-02-03T10:00:00',
};

test('a key happens exactly once, and a gap is refused', async () => {
  const slot = await open();
  expect(await press(slot, 1, 'MENU')).toBeUndefined();
  expect(await press(slot, 2, 'DOWN')).toBeUndefined();
  const { frame } = await slot.meter.frame();
  expect(await press(slot, 2, 'DOWN')).toBeUndefined();
  expect((await slot.meter.frame()).frame).toBe(frame);
  expect(await press(slot, 4, 'DOWN')).toContain('-221');
  expect(await press(slot, 3, 'PAUSE')).toContain('-224');
  expect(await outcomeOf(slot, { op: 'sequence' })).toBe(2);
  expect(await outcomeOf(slot, { op: 'resetSequence' })).toBeUndefined();
  expect(await press(slot, 1, 'DOWN')).toBeUndefined();
});

test('a restart and a cut of power keep the numbers; without power a key does nothing', async () => {
  const slot = await open();
  await press(slot, 1, 'MENU');
  await outcomeOf(slot, { op: 'restart' });
  expect(await titleOf(slot)).not.toBe('Main Menu');
  await outcomeOf(slot, { op: 'switchPower', on: false });
  expect(await outcomeOf(slot, { op: 'powered' })).toBe(false);
  expect(await press(slot, 2, 'MENU')).toBeUndefined();
  expect(await outcomeOf(slot, { op: 'sequence' })).toBe(2);
  await outcomeOf(slot, { op: 'switchPower', on: true });
  expect(await titleOf(slot)).not.toBe('Main Menu');
});

test('a cut that was armed falls in the middle of a command, which is answered all the same', async () => {
  const slot = await open();
  await outcomeOf(slot, { op: 'cutWhenWriting', bytes: 10 });
  expect(await outcomeOf(slot, { op: 'feed' })).toBeUndefined();
  expect(await outcomeOf(slot, { op: 'powered' })).toBe(false);
  expect(await outcomeOf(slot, { op: 'imprint' })).toBeNull();
  expect(await outcomeOf(slot, { op: 'screen' })).toMatchObject({ display: 'off' });
});

test('what a machine does not have answers -113', async () => {
  const slot = await open();
  const missing: Operation[] = [
    { op: 'touch', seq: 1, x: 1, y: 1 },
    { op: 'plugPrinter', on: true },
    { op: 'useBusinessManager', on: true },
  ];
  for (const operation of missing) expect(await outcomeOf(slot, operation)).toContain('-113');
  const touch = await open({ model: 'connect-plus' });
  expect(await press(touch, 1, 'MENU')).toContain('-113');
  expect(await outcomeOf(touch, { op: 'capabilities' })).toContain('ACCounting');
  const onTime = await open({ time: 'host', host: new VirtualClock() });
  expect(await outcomeOf(onTime, { op: 'advance', seconds: 1 })).toContain('-113');
});

test('only who holds the panel lets virtual time pass', async () => {
  const host = new VirtualClock();
  const slot = await open({ host });
  const waiting = outcomeOf(slot, { op: 'wait', frame: 1, ms: 5000 }, 'b');
  await press(slot, 1, 'MENU', 'a');
  expect(await waiting).toBe(2);
  expect(slot.now()).toBe(start);
  const late = outcomeOf(slot, { op: 'wait', frame: 2, ms: 5000 }, 'b');
  await outcomeOf(slot, { op: 'time' }, 'b');
  host.advance(5000);
  expect(await late).toBe(2);
  expect(slot.now()).toBe(start);
  expect(await outcomeOf(slot, { op: 'wait', frame: 2, ms: 5000 }, 'a')).toBe(2);
  expect(slot.now()).toBe(start + 5000);
  await outcomeOf(slot, { op: 'advance', seconds: 0.05 }, 'a');
  expect(await outcomeOf(slot, { op: 'time' })).toEqual({ hour: 9, minute: 0, second: 5.05 });
});

test('a holder who is silent for a minute can be followed by another', async () => {
  const host = new VirtualClock();
  const slot = await open({ host });
  await press(slot, 1, 'MENU', 'a');
  host.advance(59_000);
  expect(await press(slot, 2, 'OK', 'b')).toContain('-203: a since 1970');
  await outcomeOf(slot, { op: 'screen' }, 'a');
  host.advance(59_000);
  expect(slot.hold.owner()).toBe('a');
  host.advance(1000);
  expect(slot.hold.owner()).toBe('');
  expect(await press(slot, 2, 'OK', 'b')).toBeUndefined();
  expect(await press(slot, 3, 'OK', 'a')).toContain('-203: b since');
});

test("on the host's clock the meter's time passes by itself", async () => {
  const host = new VirtualClock();
  const slot = await open({ time: 'host', host });
  host.advance(1500);
  expect(await outcomeOf(slot, { op: 'time' })).toEqual({ hour: 9, minute: 0, second: 1.5 });
  const waiting = outcomeOf(slot, { op: 'wait', frame: 1, ms: 3_600_000 }, 'a');
  await outcomeOf(slot, { op: 'stickPlace' });
  await press(slot, 1, 'MENU', 'a');
  expect(await waiting).toBe(2);
  expect(slot.meter.now()).toBe(start + 1500);
});

test('files of the stick are reached at the host only, and refusals have their numbers', async () => {
  const slot = await open();
  const bytes = new TextEncoder().encode('a;b\r\n');
  await outcomeOf(slot, { op: 'writeFile', path: 'IN/accounts, new.csv', bytes });
  expect(await outcomeOf(slot, { op: 'catalog', folder: 'IN' })).toMatchObject({
    used: 2048,
    entries: [{ name: 'accounts, new.csv', kind: 'file', size: 5 }],
  });
  expect(await outcomeOf(slot, { op: 'readFile', path: 'IN/accounts, new.csv' })).toEqual(bytes);
  expect(await outcomeOf(slot, { op: 'readFile', path: 'NO.CSV' })).toContain('-256');
  expect(await outcomeOf(slot, { op: 'readFile', path: 'A?B' })).toContain('-257');
  expect(await outcomeOf(slot, { op: 'deleteFile', path: 'IN' })).toContain('-250');
  await outcomeOf(slot, { op: 'fillStick', bytesFree: 0 });
  expect(await outcomeOf(slot, { op: 'writeFile', path: 'B', bytes })).toContain('-254');
  await outcomeOf(slot, { op: 'protectStick', on: true });
  expect(await outcomeOf(slot, { op: 'deleteFile', path: 'IN/accounts, new.csv' })).toContain(
    '-258',
  );
  await outcomeOf(slot, { op: 'killFile', path: 'IN/accounts, new.csv' });
  expect(await outcomeOf(slot, { op: 'readFile', path: 'IN/accounts, new.csv' })).toContain('-250');
  await outcomeOf(slot, { op: 'plugStick', place: 'meter' });
  expect(await outcomeOf(slot, { op: 'catalog' })).toContain('-221');
  expect(await outcomeOf(slot, { op: 'stickImage' })).toHaveLength(8 * 1024 * 1024);
});

test('a meter as new takes the place of the old one, which is put away', async () => {
  let retired = 0;
  const retire = async (): Promise<void> => {
    retired += 1;
  };
  const slot = await open({ retire });
  const told: number[] = [];
  slot.onFrame(({ frame }) => told.push(frame));
  await press(slot, 1, 'MENU');
  expect(await outcomeOf(slot, { op: 'renew', renewal })).toBeUndefined();
  expect(retired).toBe(1);
  expect(await outcomeOf(slot, { op: 'date' })).toEqual({ year: 2027, month: 2, day: 3 });
  expect(await outcomeOf(slot, { op: 'stickPlace' })).toContain('-113');
  expect(await press(slot, 2, 'MENU')).toBeUndefined();
  expect(told).toEqual([2, 1, 2]);
  await outcomeOf(slot, { op: 'renew', renewal: { ...renewal, stick: 'FAT32' } });
  expect(await outcomeOf(slot, { op: 'capabilities' })).not.toContain('SFAT16');
  expect(retired).toBe(1);
});

test.each<[Partial<Renewal>, string]>([
  [{ model: 'is-420' }, '-221: this slot takes is-440 only'],
  [{ fault: 'no-such' }, '-224: No firmware fault of an is-440 is called "no-such".'],
  [
    { accounting: { url: 'http://10.0.0.1:80', token: 'seven seals' } },
    '-224: accounting.url must be on this machine',
  ],
  [
    { dataCentre: { url: 'http://127.0.0.1.evil.example/' } },
    '-224: dataCentre.url must be on this machine',
  ],
  [{ supervisorPin: undefined } as object, '-224: An is-440 needs a supervisor PIN.'],
  [{ colour: 'red' } as object, '-224: : Unrecognized key: "colour"'],
  [{ version: 2 } as object, '-224: version: Invalid input: expected 1'],
])('a meter that cannot be is refused, and the old one stays', async (change, said) => {
  const slot = await open();
  await press(slot, 1, 'MENU');
  expect(await outcomeOf(slot, { op: 'renew', renewal: { ...renewal, ...change } })).toBe(said);
  expect(await titleOf(slot)).toBe('Main Menu');
});

test('a defect is told of where the emulator runs, and not over the link', async () => {
  const reported: unknown[] = [];
  const broken = new Error('PIN 4711');
  const slot = await open({
    onError: (error) => reported.push(error),
    peerAt: () => {
      throw broken;
    },
  });
  const accounting = { url: 'http://localhost:1' };
  expect(await outcomeOf(slot, { op: 'renew', renewal: { ...renewal, accounting } })).toBe(
    '-300: FB_INTERNAL',
  );
  expect(reported).toEqual([broken]);
});
