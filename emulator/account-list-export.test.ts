import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Key, VirtualClock } from '#core';
import { needing, runTool, withImageFile } from '#judges';
import { emulatedMeter } from './emulate.ts';
import { createStick, type FatKind } from './stick/index.ts';

const start = Date.UTC(2026, 0, 5, 9, 0, 0);
const imported = 'ACS_20260104_171500.CSV';

interface Case {
  readonly model: string;
  readonly kind: FatKind;
  /** "Müller Œuvres" as the model reads and writes it. */
  readonly name: string;
}

const cases: readonly Case[] = [
  { model: 'is-440', kind: 'FAT16', name: 'M\xc3\xbcller \xc5\x92uvres' },
  { model: 'is-420', kind: 'FAT32', name: 'M\xfcller \x8cuvres' },
];

/** Imports a list into a meter and exports it again, by keys alone; the image of the stick then. */
async function exportedImage({ model, kind, name }: Case): Promise<Uint8Array> {
  const clock = new VirtualClock(start);
  const stick = await createStick(clock, { kind });
  await stick.write(imported, Buffer.from(`1201;${name};Inactive\n77;Post;Active`, 'latin1'));
  await stick.plug('meter');
  await using meter = emulatedMeter(model, { clock, supervisorPin: '2468', stick });
  const press = async (keys: string): Promise<void> => {
    for (const key of keys.split(' ')) await meter.press(key as Key);
  };
  const done = async (): Promise<void> => {
    for (let frame = await meter.frame(); frame.busy; ) frame = await meter.wait(frame.frame, 9000);
  };
  await press('MENU 1 4 2 4 6 8 OK 5 1 DOWN DOWN OK OK 2 3 OK');
  await done();
  await press('OK');
  await done();
  expect((await meter.frame()).rows[0]?.text).toBe('Accounts added: 2');
  await press('OK 4 OK');
  await done();
  expect((await meter.frame()).title).toBe('Export Complete');
  await stick.plug('out');
  return stick.faults.image();
}

for (const one of cases) {
  const { model, kind, name } = one;
  const { title, skip } = needing(
    ['fsck.fat', 'mdir', 'mcopy'],
    `an export of the ${model} to ${kind} is what fsck.fat, mdir and mcopy read`,
  );
  test.skipIf(skip)(title, async () => {
    const image = await exportedImage(one);
    withImageFile(image, (path) => {
      const fsck = runTool('fsck.fat', ['-n', path]);
      expect(fsck).toMatchObject({ status: 0 });
      const listed = runTool('mdir', ['-b', '-i', path, '::']).output;
      const names = listed.split('\n').flatMap((line) => /^::\/(.+)$/.exec(line)?.[1] ?? []);
      // The clock stood at 09:00:00 as the supervisor began; reading the other file took 1.6 s.
      expect(names).toEqual([imported, 'ACS_20260105_090002.CSV']);
      expect(runTool('mcopy', ['-i', path, `::${names[1]}`, `${path}.csv`]).status).toBe(0);
      const expected = `1;Default;Active\r\n1201;${name};Inactive\r\n77;Post;Active\r\n`;
      expect(readFileSync(`${path}.csv`).toString('latin1')).toBe(expected);
    });
  });
}
