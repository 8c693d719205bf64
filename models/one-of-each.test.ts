import { expect, test } from 'vitest';
import { createActor } from 'xstate';
import { is400Model } from './is400/index.ts';
import { OneOfEach } from './one-of-each.ts';

const model = is400Model('is-440');
const memory = model.factoryMemory({ supervisorPin: '1234' });

/** Where a new meter stands, and what is in its context beside. */
const standing = (context: object = {}) => {
  const snapshot = createActor(model.chart(), { input: { memory, now: 0 } }).getSnapshot();
  return { ...snapshot, context: { ...snapshot.context, ...structuredClone(context) } };
};

test('snapshots that say the same are one, and what differs stays apart', () => {
  const ones = new OneOfEach();
  const first = ones.snapshot(standing({ notice: { text: 'a', parts: [1, 2] } }));
  const again = ones.snapshot(standing({ notice: { text: 'a', parts: [1, 2] } }));
  expect(again).toBe(first);
  const others = [
    standing({ notice: { text: 'a', parts: [2, 1] } }),
    standing({ notice: { text: 'a', parts: ['1', 2] } }),
    standing({ notice: { text: 'a', parts: [[1, 2]] } }),
    standing({ notice: { text: 'a', more: [1, 2] } }),
    standing({ notice: [] }),
    standing({ notice: {} }),
    standing({ notice: null }),
    standing({ notice: 'null' }),
    standing({ notice: undefined }),
    standing({ notice: 0 }),
    standing({ notice: -0 }),
    { ...standing({ notice: null }), value: 'Home' },
  ].map((snapshot) => ones.snapshot(snapshot));
  expect(new Set([first, ...others]).size).toBe(others.length + 1);
});

test('a part that is as before is the object of before, though another has changed', () => {
  const ones = new OneOfEach();
  const before = ones.snapshot(standing({ list: { rows: [{ name: 'a' }], index: 0 } }));
  const after = ones.snapshot(standing({ list: { rows: [{ name: 'a' }], index: 1 } }));
  expect(after.context.list).not.toBe(before.context.list);
  expect(after.context.list.rows).toBe(before.context.list.rows);
  expect(after.context.memory).toBe(before.context.memory);
  const longer = ones.snapshot(standing({ list: { rows: [{ name: 'a' }, { name: 'b' }] } }));
  expect(longer.context.list.rows[0]).toBe(before.context.list.rows[0]);
});

test('what is neither a list nor a record is itself', () => {
  const ones = new OneOfEach();
  const [one, other] = [new Map([['a', 1]]), new Map([['a', 1]])];
  const withFiles = (files: unknown) => {
    const snapshot = standing();
    return ones.snapshot({ ...snapshot, context: { ...snapshot.context, files } });
  };
  expect(withFiles(one)).toBe(withFiles(one));
  expect(withFiles(one)).not.toBe(withFiles(other));
  expect(withFiles(other).context.files).toBe(other);
});

test('a snapshot with work under way stays of one meter, with the parts that all have', () => {
  const ones = new OneOfEach();
  const working = () => ({
    ...standing(),
    children: { call: createActor(model.chart(), { input: { memory } }) },
  });
  const [one, other] = [ones.snapshot(working()), ones.snapshot(working())];
  expect(one).not.toBe(other);
  expect(one.context).toBe(other.context);
});

test('it says when it has kept as much as it may', () => {
  const ones = new OneOfEach(2000);
  expect(ones.isFull).toBe(false);
  for (let at = 0; at < 9; at += 1) ones.snapshot(standing({ notice: `${at}`.repeat(300) }));
  expect(ones.isFull).toBe(true);
});
