import { expect, test } from 'vitest';
import { VirtualClock } from '#core';
import { createStick } from './usb-stick.ts';

const noon = Date.UTC(2024, 5, 3, 12, 0, 0);
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

test('a file comes back by its long name in any mix of capitals, with the folders of its path', async () => {
  const stick = await createStick(new VirtualClock(noon));
  await stick.write('Accounts/2024/ACS_2024-06-03 12h00 été.csv', text('1201;Marketing\r\n'));

  expect(await stick.list('Accounts/2024')).toEqual([
    { name: 'ACS_2024-06-03 12h00 été.csv', size: 16 },
  ]);
  expect(await stick.list()).toEqual([]);
  const read = await stick.read('accounts/2024/acs_2024-06-03 12H00 ÉTÉ.CSV');
  expect(read).toEqual(text('1201;Marketing\r\n'));
});

test('a shorter file takes the place of a longer one', async () => {
  const stick = await createStick(new VirtualClock(noon));
  await stick.write('list.csv', new Uint8Array(5_000).fill(65));
  await stick.write('LIST.csv', text('short'));

  expect(await stick.list()).toEqual([{ name: 'LIST.csv', size: 5 }]);
  expect(await stick.read('list.csv')).toEqual(text('short'));
});

test('a removed file is missing, and so is one that never was', async () => {
  const stick = await createStick(new VirtualClock(noon));
  await stick.write('list.csv', text('x'));
  await stick.remove('list.csv');

  expect(await stick.list()).toEqual([]);
  for (const act of [stick.read('list.csv'), stick.remove('list.csv'), stick.list('nowhere')]) {
    await expect(act).rejects.toMatchObject({
      code: 'FB_STICK_FILE',
      context: { reason: 'missing' },
    });
  }
});

test('a folder is not replaced by a file of its name', async () => {
  const stick = await createStick(new VirtualClock(noon));
  await stick.write('folder/file.csv', text('x'));
  await stick.remove('folder/file.csv');

  await expect(stick.write('folder', text('x'))).rejects.toMatchObject({
    code: 'FB_STICK_FILE',
    context: { path: 'folder', reason: 'denied' },
  });
  await expect(stick.read('folder')).rejects.toMatchObject({ code: 'FB_STICK_FILE' });
});

test.each([
  '1:list.csv',
  'list\n.csv',
  'list.',
  'list ',
  'a\\b',
  '',
  '/',
  'x'.repeat(256),
  '\ud800',
])('the name %j, which FAT cannot keep, is refused', async (name) => {
  const stick = await createStick(new VirtualClock(noon));
  await expect(stick.write(name, text('x'))).rejects.toMatchObject({ code: 'FB_STICK_FILE' });
  expect(await stick.list()).toEqual([]);
});

test.each(['meter', 'out'] as const)(
  'its files are out of reach while it is at %j',
  async (place) => {
    const stick = await createStick(new VirtualClock(noon));
    await stick.write('list.csv', text('x'));
    await stick.plug(place);

    expect(stick.place()).toBe(place);
    for (const act of [
      stick.list(),
      stick.read('list.csv'),
      stick.write('list.csv', text('y')),
      stick.remove('list.csv'),
    ]) {
      await expect(act).rejects.toMatchObject({ code: 'FB_STICK_NOT_AT_HOST', context: { place } });
    }
    await stick.plug('host');
    expect(await stick.read('list.csv')).toEqual(text('x'));
  },
);

test.each(['FAT16', 'FAT32'] as const)(
  'a new %s stick is empty whatever was written to another',
  async (kind) => {
    const clock = new VirtualClock(noon);
    const first = (await createStick(clock, { kind })).faults.image();
    await (await createStick(clock, { kind })).write('list.csv', new Uint8Array(3_000).fill(65));
    const stick = await createStick(clock, { kind });

    expect(await stick.list()).toEqual([]);
    expect(Buffer.compare(stick.faults.image(), first)).toBe(0);
  },
);

test('a size that a format cannot have is refused', async () => {
  const clock = new VirtualClock(noon);
  await expect(createStick(clock, { kind: 'FAT32', bytes: 1_000_000 })).rejects.toMatchObject({
    code: 'FB_STICK_FILE',
    context: { kind: 'FAT32' },
  });
});
