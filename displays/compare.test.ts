import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { darkScreen, type Screen } from '#core';
import { comparePictures } from './compare.ts';
import { lcdPng } from './lcd-png.ts';
import { placesOf } from './places.ts';

const screen = (...texts: readonly string[]): Screen => ({
  ...darkScreen,
  display: 'lcd',
  title: 'Account List',
  rows: texts.map((text) => ({ text, role: 'item' })),
});

const [left, right] = [screen('Default', 'Sales'), screen('Default', 'Salas')];

/** The red pixels of a picture. */
function red(png: Uint8Array): number {
  const { data } = PNG.sync.read(Buffer.from(png));
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] === 255 && data[at + 1] === 0) count += 1;
  }
  return count;
}

test('a picture does not differ from itself', async () => {
  const difference = await comparePictures(lcdPng(left), lcdPng(left));
  expect(difference).toMatchObject({ pixels: 0 });
  expect(difference).not.toHaveProperty('sizes');
  expect(red(difference.picture)).toBe(0);
});

test('every dot that differs counts, and is known by its place', async () => {
  const { pixels, touches, picture } = await comparePictures(lcdPng(left), lcdPng(right));
  // The dots of an "e" that are not those of an "a", and the other way round.
  expect(pixels).toBe(6);
  expect(red(picture)).toBe(pixels);
  expect(placesOf(right).map(({ name, rect }) => [name, touches(rect)])).toEqual([
    ['the title', false],
    ['row 1 "Default"', false],
    ['row 2 "Salas"', true],
  ]);
});

test('what is masked does not count, and what is beside it does', async () => {
  const row = placesOf(left).find(({ row: index }) => index === 1)?.rect;
  const masks = row ? [row] : [];
  expect((await comparePictures(lcdPng(left), lcdPng(right), masks)).pixels).toBe(0);
  const both = screen('Defaults', 'Salas');
  expect((await comparePictures(lcdPng(left), lcdPng(both), masks)).pixels).toBeGreaterThan(0);
  // A mask may go over the edge.
  expect((await comparePictures(lcdPng(left), lcdPng(right), [[-5, -5, 9000, 9000]])).pixels).toBe(
    0,
  );
});

test('pictures of two sizes differ in all that only one of them has', async () => {
  const long = screen(...Array.from({ length: 12 }, () => ''));
  const none = screen();
  const difference = await comparePictures(lcdPng(none), lcdPng(long));
  expect(difference.sizes).toEqual({ expected: [256, 128], actual: [256, 192] });
  expect(difference.pixels).toBe(256 * 64);
  expect((await comparePictures(undefined, lcdPng(none))).pixels).toBe(256 * 128);
});

test('bytes that are no picture are refused', async () => {
  await expect(comparePictures(Buffer.from('not a picture'), lcdPng(left))).rejects.toThrow();
});
