import { expect, test } from 'vitest';
import { VirtualClock } from '#core';
import { fsckComplaints, needing } from '#judges';
import type { FatKind } from './format.ts';
import type { WriteStep } from './meter-stick.ts';
import { SectorStore } from './sector-store.ts';
import { createStick, type UsbStick } from './usb-stick.ts';

const clean = needing(['fsck.fat'], 'fsck.fat finds the stick clean after');
const kinds = ['FAT16', 'FAT32'] as const;

const newStick = (kind: FatKind = 'FAT16'): Promise<UsbStick> =>
  createStick(new VirtualClock(Date.UTC(2024, 5, 3, 12)), { kind });

/** The bytes of a file, none of which makes a sector of zeros. */
const rows = (length: number): Uint8Array => Buffer.alloc(length, '1201;Marketing\r\n');

/** Lets the firmware write a file in steps, and tells how that ended. */
function write({ meter }: UsbStick, name: string, bytes: Uint8Array, maxBytes = 3_000): WriteStep {
  const begun = meter.beginWrite(name, bytes);
  if (begun.status === 'failed') return begun;
  let step = begun.write.step(maxBytes);
  while (step.status === 'more') step = begun.write.step(maxBytes);
  return step;
}

function judged(stick: UsbStick): void {
  if (!clean.skip) expect(fsckComplaints(stick.faults.image())).toBe('');
}

test('a write-protected stick can be read and not changed by either side', async () => {
  const stick = await newStick();
  await stick.write('list.csv', rows(100));
  await stick.faults.writeProtect(true);
  const before = stick.faults.image();
  for (const act of [stick.write('other.csv', rows(1)), stick.remove('list.csv')]) {
    await expect(act).rejects.toMatchObject({ context: { reason: 'write-protected' } });
  }
  await stick.plug('meter');
  const refused = { status: 'failed', reason: 'write-protected' };
  expect(stick.meter.beginWrite('export.csv', rows(10))).toEqual(refused);
  expect(stick.meter.readFile('list.csv')).toMatchObject({ status: 'done' });
  expect(Buffer.compare(stick.faults.image(), before)).toBe(0);

  await stick.faults.writeProtect(false);
  expect(write(stick, 'export.csv', rows(10))).toEqual({ status: 'done' });
});

test('a slide that is moved while the meter writes stops it', async () => {
  const stick = await newStick();
  await stick.plug('meter');
  const begun = stick.meter.beginWrite('export.csv', rows(50_000));
  if (begun.status === 'failed') throw new Error(begun.reason);
  begun.write.step(20_000);
  await stick.faults.writeProtect(true);
  expect(begun.write.step(20_000)).toEqual({ status: 'failed', reason: 'write-protected' });
  await stick.faults.writeProtect(false);
  expect(write(stick, 'second.csv', rows(10))).toEqual({ status: 'done' });
});

test.each(kinds)(
  `on a full %s stick the meter takes its half file back; ${clean.title}`,
  async (kind) => {
    const stick = await newStick(kind);
    await stick.write('list.csv', rows(5_000));
    await stick.faults.fill(20_480);
    await stick.plug('meter');

    expect(write(stick, 'export.csv', rows(20_481))).toEqual({ status: 'failed', reason: 'full' });
    expect(stick.meter.listRoot()).toEqual({ status: 'done', value: ['list.csv', 'FILLER.BIN'] });
    expect(write(stick, 'smaller.csv', rows(20_480))).toEqual({ status: 'done' });
    expect(stick.meter.readFile('smaller.csv')).toEqual({
      status: 'done',
      value: Uint8Array.from(rows(20_480)),
    });
    judged(stick);
  },
);

test('a stick is filled again to another measure, rounded down to whole clusters', async () => {
  const stick = await newStick();
  await stick.faults.fill(0);
  await expect(stick.write('a.csv', rows(1))).rejects.toMatchObject({
    code: 'FB_STICK_FILE',
    context: { reason: 'full' },
  });
  await stick.faults.fill(3_071);
  await expect(stick.write('a.csv', rows(2_049))).rejects.toMatchObject({
    context: { reason: 'full' },
  });
  await stick.write('a.csv', rows(2_048));
  await stick.faults.fill(1e9);
  expect(await stick.list()).toEqual([{ name: 'a.csv', size: 2_048 }]);
  judged(stick);
});

test.each(kinds)(
  'a file in dead sectors of a %s stick cannot be read, another can',
  async (kind) => {
    const stick = await newStick(kind);
    await stick.write('folder/bad.csv', rows(5_000));
    await stick.write('folder/good.csv', rows(5_000));
    await stick.faults.killSectorsOf('folder/bad.csv');

    await expect(stick.read('folder/bad.csv')).rejects.toMatchObject({
      code: 'FB_STICK_FILE',
      context: { reason: 'unreadable' },
    });
    expect(await stick.list('folder')).toHaveLength(2);
    expect(await stick.read('folder/good.csv')).toEqual(Uint8Array.from(rows(5_000)));
  },
);

test('the meter cannot read a file in dead sectors', async () => {
  const stick = await newStick();
  await stick.write('list.csv', rows(5_000));
  await stick.faults.killSectorsOf('list.csv');
  await stick.plug('meter');
  expect(stick.meter.readFile('list.csv')).toEqual({ status: 'failed', reason: 'unreadable' });
});

test.each(kinds)(
  `on a worn out %s stick the meter takes its half file back; ${clean.title}`,
  async (kind) => {
    const stick = await newStick(kind);
    await stick.write('list.csv', rows(5_000));
    await stick.faults.killFreeSectors();
    await stick.plug('meter');

    for (const length of [10, 512, 40_000]) {
      const failure = { status: 'failed', reason: 'unreadable' };
      expect(write(stick, 'export.csv', rows(length))).toEqual(failure);
      expect(stick.meter.listRoot()).toEqual({ status: 'done', value: ['list.csv'] });
      judged(stick);
    }
    expect(stick.meter.readFile('list.csv')).toMatchObject({ status: 'done' });
  },
);

test.each(kinds)('the root of %s: exactly 170 exports on FAT16, more on FAT32', async (kind) => {
  const stick = await newStick(kind);
  await stick.plug('meter');
  const name = (index: number): string => `ACS_2024-06-03_${String(index).padStart(4, '0')}.csv`;
  const fitted = Array.from({ length: 200 }, (_, index) =>
    write(stick, name(index), rows(20)),
  ).filter(({ status }) => status === 'done').length;
  expect(fitted).toBe(kind === 'FAT16' ? 170 : 200);
  if (kind === 'FAT16') {
    const full = { status: 'failed', reason: 'full' };
    expect(write(stick, name(999), rows(20))).toEqual(full);
  }
  judged(stick);
});

test('the stick cannot be changed under the hands of a meter that writes', async () => {
  const stick = await newStick();
  await stick.plug('meter');
  stick.meter.beginWrite('export.csv', rows(10));
  for (const act of [stick.faults.fill(0), stick.faults.killFreeSectors()]) {
    await expect(act).rejects.toMatchObject({ code: 'FB_STICK_NOT_AT_HOST' });
  }
});

test('the faults stay with the stick wherever it is plugged', async () => {
  const stick = await newStick();
  await stick.write('list.csv', rows(5_000));
  await stick.plug('out');
  await stick.faults.killSectorsOf('list.csv');
  await stick.faults.writeProtect(true);
  await stick.plug('meter');
  expect(stick.meter.readFile('list.csv')).toEqual({ status: 'failed', reason: 'unreadable' });
  await stick.plug('host');
  await expect(stick.remove('list.csv')).rejects.toMatchObject({ code: 'FB_STICK_FILE' });
});

test('the faults find the sectors of a stick with a partition table', async () => {
  const clock = new VirtualClock();
  const plain = (await newStick()).faults.image();
  const start = 63;
  const image = new Uint8Array(start * 512 + plain.length);
  image.set(plain, start * 512);
  // One partition: FAT16, from sector 63 on; and the mark of a boot sector.
  image.set([0, 1, 1, 0, 6, 0, 0, 0, start, 0, 0, 0, 0, 64, 0, 0], 446);
  image.set([0x55, 0xaa], 510);
  const stick = await createStick(clock, { kind: 'copy', of: SectorStore.fromImage(image) });

  await stick.write('folder/list.csv', rows(3_000));
  await stick.faults.killFreeSectors();
  const reason = 'unreadable';
  await expect(stick.write('folder/b.csv', rows(10))).rejects.toMatchObject({
    context: { reason },
  });
  expect(await stick.read('folder/list.csv')).toEqual(Uint8Array.from(rows(3_000)));
  await stick.faults.killSectorsOf('folder/list.csv');
  await expect(stick.read('folder/list.csv')).rejects.toMatchObject({ context: { reason } });
  expect(await stick.list('folder')).toEqual([{ name: 'list.csv', size: 3_000 }]);
});
