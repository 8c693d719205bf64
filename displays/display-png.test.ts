import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { darkScreen, type Row, type Screen } from '#core';
import { displayPng } from './display-png.ts';
import { displaySvg } from './display-svg.ts';
import { lcdPng } from './lcd-png.ts';

const screen = (change: Partial<Screen>): Screen => ({
  ...darkScreen,
  display: 'lcd',
  title: 'Account List',
  language: 'en-GB',
  ...change,
});

const row = (change: Partial<Row> = {}): Row => ({
  text: '1201 <Marketing & "Sales">',
  role: 'item',
  ...change,
});

const sizeOf = (png: Uint8Array): readonly [number, number] => {
  const { width, height } = PNG.sync.read(Buffer.from(png));
  return [width, height];
};

test('the same screen gives the same bytes, and another screen others', async () => {
  for (const display of ['lcd', 'touch'] as const) {
    const one = await displayPng(screen({ display, rows: [row({ selected: true })] }));
    expect(await displayPng(screen({ display, rows: [row({ selected: true })] }))).toEqual(one);
    expect(await displayPng(screen({ display, rows: [row()] }))).not.toEqual(one);
  }
});

test('all that is to be seen changes the picture, and beeps do not', () => {
  const field = { label: 'PIN', value: '••', maxLength: 4, secret: true, mode: 'digits' } as const;
  const changes: Partial<Screen>[] = [
    {},
    { rows: [row()] },
    { rows: [row({ selected: true })] },
    { rows: [row({ role: 'checkbox' })] },
    { rows: [row({ role: 'checkbox', checked: true })] },
    { rows: [row({ role: 'error' })] },
    { more: { above: true, below: false } },
    { more: { above: false, below: true } },
    { field },
    { field: { ...field, value: '•••' } },
    { field: { ...field, mode: 'upper' } },
    { field: { ...field, maxLength: 6 } },
    { field: { ...field, label: 'Code' } },
    { busy: true },
    { title: 'Other' },
    { display: 'off' },
  ];
  const drawn = changes.map((change) => displaySvg(screen(change)));
  expect(new Set(drawn).size).toBe(changes.length);
  expect(
    new Set(changes.map((change) => Buffer.from(lcdPng(screen(change))).toString('hex'))).size,
  ).toBe(changes.length);
  expect(displaySvg(screen({ beeps: 3 }))).toBe(displaySvg(screen({})));
});

test('what the next key gives is shown on a touch display too', () => {
  const field = { label: 'Name', value: 'A', maxLength: 9, secret: false, mode: 'upper' } as const;
  expect(displaySvg(screen({ display: 'touch', field }))).toContain('>ABC</text>');
  expect(displaySvg(screen({ display: 'touch', field: { ...field, mode: 'digits' } }))).toContain(
    '>123</text>',
  );
});

test('a row on a touch display is drawn where it is touched', async () => {
  const rows = [row({ rect: [8, 90, 300, 40] })];
  const svg = displaySvg(screen({ display: 'touch', rows }));
  expect(svg).toContain('<rect x="8" y="90" width="300" height="40"');
  expect(svg).toContain('&lt;Marketing &amp; ');
  expect(sizeOf(await displayPng(screen({ display: 'touch' })))).toEqual([800, 480]);
  expect(sizeOf(await displayPng(screen({ display: 'touch' }), { scale: 2 }))).toEqual([1600, 960]);
});

test('what no drawing can hold is drawn as a sign, and a long text is cut', async () => {
  const rows = [row({ text: 'a\u0000b\ud800c' }), row({ text: 'x'.repeat(500) })];
  for (const display of ['lcd', 'touch'] as const) {
    const strange = screen({ display, rows, title: '\u0007' });
    expect((await displayPng(strange)).length).toBeGreaterThan(100);
  }
  expect(displaySvg(screen({ display: 'touch', rows }))).toContain('x…</text>');
});

test('a drawing needs nothing that is not in it, and can be told what it shows', () => {
  const svg = displaySvg(screen({ display: 'touch', rows: [row()] }));
  expect(svg).not.toMatch(/href|url\(|<style|<script/);
  expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="Account List"/);
  // Letters keep their places where the reader has another font.
  expect(svg.match(/<text /g)?.length).toBe(svg.match(/ textLength="/g)?.length);
});

test('letters with accents are drawn on a touch display', async () => {
  const plain = await displayPng(screen({ display: 'touch', title: '' }));
  const lettered = await displayPng(screen({ display: 'touch', title: 'Łódź' }));
  const other = await displayPng(screen({ display: 'touch', title: 'Łódz' }));
  expect(lettered).not.toEqual(plain);
  expect(lettered).not.toEqual(other);
});
