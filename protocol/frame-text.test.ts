import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Frame } from '#core';
import { frameIn, frameText } from './frame-text.ts';

/** Few of each, so that frames show the same lists of rows with something else about them. */
const rows: readonly Frame['rows'][] = [
  [],
  [{ text: 'Édition, "A"', role: 'item', selected: true }],
  [
    { text: ',"frame":7}', role: 'text' },
    { text: 'b\t1', role: 'button', rect: [0, 1, 2, 3] },
  ],
];
const fields: readonly (Frame['field'] | undefined)[] = [
  undefined,
  { label: 'PIN code', value: '••', maxLength: 4, secret: true, mode: 'digits' },
  { label: 'PIN code', value: '•', maxLength: 4, secret: true, mode: 'digits' },
];
const frames: fc.Arbitrary<Frame> = fc
  .record({
    rows: fc.constantFrom(...rows),
    field: fc.constantFrom(...fields),
    title: fc.constantFrom('Home', ',"frame":'),
    more: fc.constantFrom({ above: false, below: true }, { above: true, below: true }),
    display: fc.constantFrom('lcd' as const, 'touch' as const),
    busy: fc.boolean(),
    beeps: fc.nat(2),
    language: fc.constantFrom('en-GB', 'fr-CA'),
    frame: fc.nat(),
  })
  .map(({ field, ...rest }) => ({ v: 1, ...rest, ...(field ? { field } : {}) }));

test('a frame is read as it was written, whatever was shown before', async () => {
  await fc.assert(
    fc.property(fc.array(frames, { maxLength: 8 }), (shown) => {
      for (const frame of shown) {
        const text = frameText(frame);
        expect(JSON.parse(text)).toEqual(frame);
        expect(frameIn(text)).toEqual(frame);
      }
    }),
  );
});
