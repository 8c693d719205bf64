import { expect, test } from 'vitest';
import { darkScreen, type Frame, type Row } from '#core';
import { picture, pictureSvg } from './picture.ts';

const frame = (change: Partial<Frame>): Frame => ({
  ...darkScreen,
  v: 1,
  frame: 3,
  display: 'lcd',
  title: 'Account List',
  language: 'en-GB',
  ...change,
});

const row = (change: Partial<Row>): Row => ({
  text: '1201 <Marketing & "Sales">',
  role: 'item',
  ...change,
});

const sizeOf = (png: Uint8Array): readonly [number, number] => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

test('the same frame gives the same bytes, and another frame others', async () => {
  const one = await picture(frame({ rows: [row({ selected: true })] }));
  expect([...one.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  expect(await picture(frame({ rows: [row({ selected: true })] }))).toEqual(one);
  expect(await picture(frame({ rows: [row({})] }))).not.toEqual(one);
});

test('all that is to be seen changes the picture, on both kinds of display', async () => {
  const field = { label: 'PIN', value: '••', maxLength: 4, secret: true, mode: 'digits' } as const;
  const changes: Partial<Frame>[] = [
    { rows: [row({})] },
    { rows: [row({ role: 'checkbox' })] },
    { rows: [row({ role: 'checkbox', checked: true })] },
    { rows: [row({ role: 'error' })] },
    { rows: [row({ rect: [8, 90, 300, 40], role: 'button' })] },
    { more: { above: true, below: false } },
    { more: { above: false, below: true } },
    { field },
    { busy: true },
    { title: 'Other' },
    {},
  ];
  for (const display of ['lcd', 'touch'] as const) {
    const drawn = changes.map((change) => pictureSvg(frame({ display, ...change })));
    // A display of letters has no places.
    expect(new Set(drawn).size).toBe(display === 'lcd' ? changes.length - 1 : changes.length);
  }
});

test('a row on a touch display is drawn where it is touched', async () => {
  const svg = pictureSvg(frame({ display: 'touch', rows: [row({ rect: [8, 90, 300, 40] })] }));
  expect(svg).toContain('<rect x="8" y="90" width="300" height="40"');
  expect(svg).toContain('&lt;Marketing &amp; ');
  expect(sizeOf(await picture(frame({ display: 'touch' })))).toEqual([800, 480]);
});

test('what no drawing can hold is drawn as a sign, and a long text is cut', async () => {
  const rows = [row({ text: 'a\u0000b\ud800c' }), row({ text: 'x'.repeat(500) })];
  for (const display of ['lcd', 'touch'] as const) {
    const strange = frame({ display, rows, title: '\u0007' });
    expect((await picture(strange)).length).toBeGreaterThan(100);
    expect(pictureSvg(strange)).toContain('x…</text>');
  }
});

test('a display without power is black', async () => {
  expect((await picture(frame({ display: 'off' }))).length).toBeLessThan(2000);
});
