import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { VirtualClock } from '#core';
import { fsckComplaints, needing, runTool, withImageFile } from '#judges';
import { loadImage } from './image-file.ts';
import { createStick } from './usb-stick.ts';

const folder = mkdtempSync(join(tmpdir(), 'frankbench-image-'));
afterAll(() => rmSync(folder, { recursive: true }));

const moment = Date.UTC(2024, 5, 3, 14, 7, 58);
const rows = Buffer.from('1201;Marketing\r\n'.repeat(300));

test('a saved image, loaded again, is the same stick', async () => {
  const clock = new VirtualClock(moment);
  const stick = await createStick(clock, { kind: 'FAT32' });
  await stick.write('list.csv', rows);
  const path = join(folder, 'saved.img');
  await stick.save(path);
  const again = await createStick(clock, { kind: 'copy', of: loadImage(path) });

  expect(await again.read('list.csv')).toEqual(Uint8Array.from(rows));
  expect(Buffer.compare(again.faults.image(), stick.faults.image())).toBe(0);
  expect(Buffer.compare(readFileSync(path), stick.faults.image())).toBe(0);
});

test('two sticks that are copies of the same do not share what comes after', async () => {
  const clock = new VirtualClock(moment);
  const path = join(folder, 'origin.img');
  await (await createStick(clock)).save(path);
  const of = loadImage(path);
  const [one, two] = [
    await createStick(clock, { kind: 'copy', of }),
    await createStick(clock, { kind: 'copy', of }),
  ];
  await one.write('list.csv', rows);
  expect(await two.list()).toEqual([]);
});

test.skipIf(process.platform === 'win32')(
  'a saved image takes little room on the disk',
  async () => {
    const path = join(folder, 'holes.img');
    await (await createStick(new VirtualClock(), { kind: 'FAT32' })).save(path);
    expect(statSync(path).size).toBe(64 * 1024 * 1024);
    expect(statSync(path).blocks * 512).toBeLessThan(2 * 1024 * 1024);
  },
);

test('an image that is not there, or is no whole number of sectors, is refused by its name', () => {
  const odd = join(folder, 'odd.img');
  writeFileSync(odd, new Uint8Array(700));
  const missing = join(folder, 'missing.img');
  for (const path of [odd, missing]) {
    expect(() => loadImage(path)).toThrow(
      expect.objectContaining({ code: 'FB_STICK_FILE', context: { path } }),
    );
  }
  expect(() => loadImage(odd)).toThrow('it has 700 bytes');
});

test('a place where an image cannot be written is named', async () => {
  const path = join(folder, 'nowhere', 'stick.img');
  const stick = await createStick(new VirtualClock());
  await expect(stick.save(path)).rejects.toThrow(`cannot write the stick image ${path}`);
});

test('a stick without a file system is unreadable, not a crash', async () => {
  const path = join(folder, 'blank.img');
  writeFileSync(path, new Uint8Array(1024 * 1024).fill(0xe5));
  const stick = await createStick(new VirtualClock(), { kind: 'copy', of: loadImage(path) });
  await expect(stick.list()).rejects.toMatchObject({ context: { reason: 'unreadable' } });
  await stick.plug('meter');
  expect(stick.meter.listRoot()).toEqual({ status: 'failed', reason: 'unreadable' });
  expect(stick.meter.beginWrite('a.csv', rows)).toEqual({ status: 'failed', reason: 'unreadable' });
});

const judges = needing(
  ['mdir', 'mcopy', 'fsck.fat'],
  'mtools read the names, the times of the meter and the bytes',
);

test.skipIf(judges.skip)(judges.title, async () => {
  const stick = await createStick(new VirtualClock(moment));
  await stick.write('ACS_2024-06-03.csv', rows);
  await stick.write('Árbol de cuentas.csv', rows);
  withImageFile(stick.faults.image(), (path) => {
    const listing = runTool('mdir', ['-i', path, '::']).output;
    expect(listing).toContain('Volume Serial Number is 3821-4000');
    expect(listing).toMatch(/ACS_20~1 CSV +4800 2024-06-03 +14:07 +ACS_2024-06-03\.csv/);
    expect(listing).toMatch(/ARBOLD~1 CSV +4800 2024-06-03 +14:07 +Árbol de cuentas\.csv/);
    expect(runTool('mcopy', ['-n', '-i', path, '::ACS_2024-06-03.csv', `${path}.csv`]).status).toBe(
      0,
    );
    expect(readFileSync(`${path}.csv`)).toEqual(rows);
  });
  expect(fsckComplaints(stick.faults.image())).toBe('');
});

test.skipIf(judges.skip).each([
  ['before 1980', Date.UTC(1970, 0, 1), /1980-01-01 +0:00/],
  ['after 2107', Date.UTC(2200, 0, 1), /2107-12-31 +23:59/],
])('a clock %s is held at the border of what FAT can tell', async (_where, instant, stamp) => {
  const stick = await createStick(new VirtualClock(instant));
  await stick.write('a.csv', rows);
  withImageFile(stick.faults.image(), (path) => {
    expect(runTool('mdir', ['-i', path, '::']).output).toMatch(stamp);
  });
});

const foreign = needing(
  ['mkfs.fat', 'mcopy'],
  'a stick that others formatted and wrote can be read',
);

test.skipIf(foreign.skip)(foreign.title, async () => {
  await withImageFile(new Uint8Array(16 * 1024 * 1024), async (path) => {
    const source = join(folder, 'source.csv');
    writeFileSync(source, rows);
    runTool('mkfs.fat', ['-F', '16', path]);
    runTool('mcopy', ['-i', path, source, '::Import list März.csv']);
    const of = loadImage(path);
    const stick = await createStick(new VirtualClock(), { kind: 'copy', of });
    expect(await stick.list()).toEqual([{ name: 'Import list März.csv', size: rows.length }]);
    await stick.write('more.csv', rows);
    expect(await stick.read('import list märz.csv')).toEqual(Uint8Array.from(rows));
  });
});
