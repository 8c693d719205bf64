import { expect, test } from 'vitest';
import { VirtualClock } from '#core';
import { fsckComplaints, needing } from '#judges';
import type { FatKind } from './format.ts';
import type { MeterStick, StickWrite, WriteStep } from './meter-stick.ts';
import { createStick, type UsbStick } from './usb-stick.ts';

const clean = needing(['fsck.fat'], 'fsck.fat finds every such stick clean');

async function atMeter(kind: FatKind = 'FAT16'): Promise<UsbStick> {
  const stick = await createStick(new VirtualClock(Date.UTC(2024, 5, 3, 12)), { kind });
  await stick.plug('meter');
  return stick;
}

function begun(meter: MeterStick, name: string, bytes: Uint8Array): StickWrite {
  const outcome = meter.beginWrite(name, bytes);
  if (outcome.status === 'failed') throw new Error(outcome.reason);
  return outcome.write;
}

function toTheEnd(write: StickWrite, maxBytes = 4_096): WriteStep {
  for (;;) {
    const step = write.step(maxBytes);
    if (step.status !== 'more') return step;
  }
}

const pattern = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => index % 251);

test('a file written in steps of any size is whole', async () => {
  const stick = await atMeter();
  for (const maxBytes of [1, 511, 512, 513, 70_000]) {
    expect(toTheEnd(begun(stick.meter, `by ${maxBytes}.csv`, pattern(3_000)), maxBytes)).toEqual({
      status: 'done',
    });
    expect(stick.meter.readFile(`BY ${maxBytes}.csv`)).toEqual({
      status: 'done',
      value: pattern(3_000),
    });
  }
});

test('each step writes no more than it may', async () => {
  const { meter } = await atMeter();
  const write = begun(meter, 'export.csv', pattern(2_500));
  expect(write.step(1_000)).toEqual({ status: 'more', written: 1_000 });
  expect(write.step(1_000)).toEqual({ status: 'more', written: 2_000 });
  expect(write.step(1_000)).toEqual({ status: 'done' });
  expect(write.step(1_000)).toEqual({ status: 'done' });
});

test('an empty file is done in one step', async () => {
  const { meter } = await atMeter();
  expect(begun(meter, 'empty.csv', new Uint8Array()).step(1)).toEqual({ status: 'done' });
  expect(meter.readFile('empty.csv')).toEqual({ status: 'done', value: new Uint8Array() });
});

test('the meter sees the files of the root and not the folders', async () => {
  const stick = await createStick(new VirtualClock());
  await stick.write('Import list 1.csv', pattern(1));
  await stick.write('folder/other.csv', pattern(1));
  await stick.plug('meter');
  expect(stick.meter.listRoot()).toEqual({ status: 'done', value: ['Import list 1.csv'] });
});

test('a name in other capitals exists', async () => {
  const { meter } = await atMeter();
  toTheEnd(begun(meter, 'export.csv', pattern(1)));
  expect(meter.beginWrite('EXPORT.CSV', pattern(2))).toEqual({
    status: 'failed',
    reason: 'exists',
  });
  expect(meter.readFile('export.csv')).toEqual({ status: 'done', value: pattern(1) });
});

test.each(['host', 'out'] as const)('with the stick at %j the socket is empty', async (place) => {
  const stick = await atMeter();
  await stick.plug(place);
  const absent = { status: 'failed', reason: 'absent' };
  expect(stick.meter.present).toBe(false);
  expect(stick.meter.listRoot()).toEqual(absent);
  expect(stick.meter.readFile('list.csv')).toEqual(absent);
  expect(stick.meter.beginWrite('list.csv', pattern(1))).toEqual(absent);
});

test('a file that is not there is missing', async () => {
  const { meter } = await atMeter();
  expect(meter.readFile('list.csv')).toEqual({ status: 'failed', reason: 'missing' });
});

test('the name of a file that FAT cannot keep is a defect of the firmware', async () => {
  const { meter } = await atMeter();
  expect(() => meter.beginWrite('list.', pattern(1))).toThrow('FB_INTERNAL');
});

test('an aborted file leaves no trace of its name and no space behind', async () => {
  const stick = await atMeter();
  const write = begun(stick.meter, 'export.csv', pattern(100_000));
  write.step(60_000);
  write.abort();
  expect(stick.meter.listRoot()).toEqual({ status: 'done', value: [] });
  expect(toTheEnd(begun(stick.meter, 'export.csv', pattern(5)))).toEqual({ status: 'done' });
});

test.each(['host', 'out', 'out and back'] as const)(
  'a stick that goes %j between two steps keeps a torn file and is of use again',
  async (where) => {
    const stick = await atMeter();
    const write = begun(stick.meter, 'export.csv', pattern(300_000));
    expect(write.step(200_000)).toEqual({ status: 'more', written: 200_000 });
    const before = stick.faults.image();
    await stick.plug(where === 'host' ? 'host' : 'out');
    if (where === 'out and back') await stick.plug('meter');

    expect(write.step(1_000)).toEqual({ status: 'failed', reason: 'pulled' });
    write.abort();
    expect(Buffer.compare(stick.faults.image(), before)).toBe(0);

    await stick.plug('host');
    const [torn] = await stick.list();
    expect(torn?.name).toBe('export.csv');
    expect(torn?.size).toBeLessThan(300_000);
    await stick.write('list.csv', pattern(9_000));
    expect(await stick.read('list.csv')).toEqual(pattern(9_000));
  },
);

test('after a power cut the image stays as it was and a later mount works', async () => {
  const stick = await atMeter();
  const write = begun(stick.meter, 'export.csv', pattern(300_000));
  write.step(200_000);
  const before = stick.faults.image();
  write.abandon();

  expect(write.step(1_000)).toEqual({ status: 'failed', reason: 'pulled' });
  expect(Buffer.compare(stick.faults.image(), before)).toBe(0);
  expect(toTheEnd(begun(stick.meter, 'second.csv', pattern(2_000)))).toEqual({ status: 'done' });
  expect(stick.meter.readFile('second.csv')).toEqual({ status: 'done', value: pattern(2_000) });
});

test('two hundred meters write at the same time, each to its own stick', async () => {
  const sticks = await Promise.all(Array.from({ length: 200 }, () => atMeter()));
  const contents = sticks.map((_, index) => new Uint8Array(3_000).fill(index));
  const writes = sticks.map((stick, index) =>
    begun(stick.meter, 'export.csv', contents[index] ?? new Uint8Array()),
  );
  for (let round = 0; round < 4; round += 1) for (const write of writes) write.step(800);
  expect(sticks.map((stick) => stick.meter.readFile('export.csv'))).toEqual(
    contents.map((value) => ({ status: 'done', value })),
  );
});

test('while a file is being written the meter can read another', async () => {
  const stick = await atMeter();
  toTheEnd(begun(stick.meter, 'list.csv', pattern(4_000)));
  const write = begun(stick.meter, 'export.csv', pattern(4_000));
  write.step(1_000);
  expect(stick.meter.readFile('list.csv')).toEqual({ status: 'done', value: pattern(4_000) });
  expect(stick.meter.listRoot()).toEqual({ status: 'done', value: ['list.csv', 'export.csv'] });
  write.step(4_000);
  expect(stick.meter.readFile('export.csv')).toEqual({ status: 'done', value: pattern(4_000) });
});

test.skipIf(clean.skip).each(['FAT16', 'FAT32'] as const)(`on %s: ${clean.title}`, async (kind) => {
  const stick = await atMeter(kind);
  toTheEnd(begun(stick.meter, 'whole.csv', pattern(100_000)));
  const write = begun(stick.meter, 'aborted.csv', pattern(100_000));
  write.step(60_000);
  write.abort();
  expect(fsckComplaints(stick.faults.image())).toBe('');
});
