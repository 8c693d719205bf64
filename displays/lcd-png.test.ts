import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { darkScreen, type Row, type Screen } from '#core';
import { lcdPng } from './lcd-png.ts';

const list = (rows: readonly Row[], more: Partial<Screen> = {}): Screen => ({
  ...darkScreen,
  display: 'lcd',
  title: 'T',
  rows,
  ...more,
});

const item = (text: string, more: Partial<Row> = {}): Row => ({ text, role: 'item', ...more });

/** The dots of a part of the picture as another program reads them, `#` for a dark one. */
function dots(png: Uint8Array, x: number, y: number, width: number, height: number): string[] {
  const picture = PNG.sync.read(Buffer.from(png));
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => {
      const at = ((y + row) * picture.width + x + column) * 4;
      return (picture.data[at] ?? 0) < 128 ? '#' : '.';
    }).join(''),
  );
}

test('a picture is one bit a dot with a palette of two colours', () => {
  const png = lcdPng(list([item('1201 Marketing')]));
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const head = new DataView(png.buffer, png.byteOffset);
  expect([head.getUint32(16), head.getUint32(20)]).toEqual([256, 128]);
  // Depth 1, indexed, deflate, the five filters, not interlaced.
  expect([...png.subarray(24, 29)]).toEqual([1, 3, 0, 0, 0]);
  expect(png.length).toBeLessThan(700);
  const { data } = PNG.sync.read(Buffer.from(png));
  const colours = new Set<number>();
  for (let at = 0; at < data.length; at += 4) colours.add(data.readUInt32BE(at));
  expect(colours.size).toBe(2);
});

test('letters are those of the font, dot by dot', () => {
  expect(dots(lcdPng(list([item('Aé')])), 4, 18, 12, 13)).toEqual([
    '............',
    '............',
    '..#......#..',
    '.#.#....#...',
    '#...#.......',
    '#...#..###..',
    '#...#.#...#.',
    '#####.#####.',
    '#...#.#.....',
    '#...#.#...#.',
    '#...#..###..',
    '............',
    '............',
  ]);
});

test('the row under the cursor is inverted', () => {
  const plain = dots(lcdPng(list([item('A')])), 0, 18, 244, 14);
  const selected = dots(lcdPng(list([item('A', { selected: true })])), 0, 18, 244, 14);
  const inverted = plain.map((line) =>
    line.replaceAll(/[#.]/g, (dot) => (dot === '#' ? '.' : '#')),
  );
  expect(selected).toEqual(inverted);
});

test('a sign without a letter is a box, and takes the room of a letter', () => {
  const drawn = dots(lcdPng(list([item('\u4e2dA')])), 4, 18, 12, 13);
  expect(drawn.slice(2, 11)).toEqual([
    '#####...#...',
    '#...#..#.#..',
    '#.#.#.#...#.',
    '#...#.#...#.',
    '#.#.#.#...#.',
    '#...#.#####.',
    '#.#.#.#...#.',
    '#...#.#...#.',
    '#####.#...#.',
  ]);
});

test('a scale makes squares of dots and nothing between two dots', () => {
  const screen = list([item('Ag')]);
  const one = dots(lcdPng(screen), 0, 0, 256, 128);
  for (const scale of [2, 3, 5]) {
    const large = dots(lcdPng(screen, { scale }), 0, 0, 256 * scale, 128 * scale);
    const expected = one.flatMap((line) => {
      const wide = [...line].map((dot) => dot.repeat(scale)).join('');
      return Array.from({ length: scale }, () => wide);
    });
    expect(large).toEqual(expected);
  }
});

test('what is said is said whole, over several lines; an entry of a list is cut', () => {
  const said = 'Users will no longer work as in the mode "Accounts with Access Control".';
  const lines = (row: Row): number =>
    dots(lcdPng(list([row])), 0, 18, 244, 110).reduce(
      (count, line, y, all) => count + (line.includes('#') && !all[y - 1]?.includes('#') ? 1 : 0),
      0,
    );
  const dense = said.replaceAll(' ', 'g');
  expect(lines({ text: dense, role: 'item' })).toBe(1);
  expect(lines({ text: dense, role: 'message' })).toBe(2);
  expect(lcdPng(list([{ text: `${said}!`, role: 'error' }]))).not.toEqual(
    lcdPng(list([{ text: `${said}?`, role: 'error' }])),
  );
});

test('a screen with more lines than usual gets a higher picture, with nothing left out', () => {
  const rows = Array.from({ length: 12 }, (_, index) => item(`Row ${index}`));
  const { height } = PNG.sync.read(Buffer.from(lcdPng(list(rows))));
  expect(height).toBe(192);
  expect(lcdPng(list(rows))).not.toEqual(lcdPng(list([...rows.slice(0, -1), item('Other')])));
});

test('who types sees the end of a value that does not fit', () => {
  const field = { label: 'Name', maxLength: 90, secret: false, mode: 'upper' } as const;
  const typed = (value: string): Uint8Array => lcdPng(list([], { field: { ...field, value } }));
  expect(typed('A'.repeat(60))).not.toEqual(typed(`${'A'.repeat(59)}B`));
});

test('a display without power is dark all over', () => {
  const { data } = PNG.sync.read(Buffer.from(lcdPng(darkScreen)));
  expect(new Set(data.filter((_, at) => at % 4 === 0))).toEqual(new Set([38]));
});
