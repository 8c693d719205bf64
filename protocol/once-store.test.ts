import { expect, test } from 'vitest';
import { type Digest, OnceStore } from './once-store.ts';

const said: Digest = { dialect: 'scpi', sum: 7, length: 20 };

test('what is said again is answered again, and not carried out', () => {
  const store = new OnceStore();
  const carried: number[] = [];
  const carryOut = () => carried.push(carried.length);
  expect(store.once(1, said, carryOut)).toBe(1);
  expect(store.once(1, { ...said }, carryOut)).toBe(1);
  expect(store.once(2, said, carryOut)).toBe(2);
  expect(carried).toEqual([0, 1]);
});

test.each<Partial<Digest>>([{ dialect: 'json' }, { sum: 8 }, { length: 21 }])(
  'another message with the last number is refused: %j',
  (other) => {
    const store = new OnceStore();
    expect(store.once(1, said, () => 'done')).toBe('done');
    expect(() => store.once(1, { ...said, ...other }, () => 'again')).toThrow('-221');
    expect(store.last).toBe(1);
  },
);
