import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { listStart, selectIndex } from './list.ts';

const count = fc.integer({ min: 1, max: 60 });
const visible = fc.integer({ min: 1, max: 12 });
const moves = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 80 });

test('the cursor stays on an item that can be seen, and scrolls no more than it must', async () => {
  await fc.assert(
    fc.property(count, visible, moves, (items, rows, steps) => {
      let cursor = listStart;
      for (const by of steps) {
        const before = cursor;
        cursor = selectIndex(before, before.index + by, items, rows);
        expect(cursor.index).toBe(Math.max(0, Math.min(items - 1, before.index + by)));
        expect(cursor.top).toBeLessThanOrEqual(cursor.index);
        expect(cursor.index).toBeLessThan(cursor.top + rows);
        const seen = cursor.index >= before.top && cursor.index < before.top + rows;
        if (seen) expect(cursor.top).toBe(before.top);
        else expect([cursor.index, cursor.index - rows + 1]).toContain(cursor.top);
      }
    }),
  );
});

test('there is no way around from the last item to the first', () => {
  const last = selectIndex(listStart, 9, 10, 6);
  expect(last).toEqual({ index: 9, top: 4 });
  expect(selectIndex(last, 10, 10, 6)).toEqual(last);
  expect(selectIndex(listStart, -1, 10, 6)).toEqual(listStart);
});

test('a list without items has its cursor at its start', () => {
  expect(selectIndex({ index: 3, top: 2 }, 3, 0, 6)).toEqual(listStart);
});
