import { expect, test } from 'vitest';
import { goOn, inOrder, type Soon } from './soon.ts';

test('what is there is gone on with at once, what comes later when it has come', async () => {
  expect(goOn(2, (value) => value + 1)).toBe(3);
  const later = goOn(Promise.resolve(2), (value) => value + 1);
  expect(later).toBeInstanceOf(Promise);
  expect(await later).toBe(3);
  await expect(goOn(Promise.reject(new Error('no')), () => 1)).rejects.toThrow('no');
});

test('a list is worked off in its order, at once up to what comes later', async () => {
  const gates = new Map([
    [2, Promise.withResolvers<void>()],
    [4, Promise.withResolvers<void>()],
  ]);
  const done: number[] = [];
  const work = (item: number): Soon<void> => {
    done.push(item);
    return gates.get(item)?.promise;
  };
  expect(inOrder([1, 3], work)).toBeUndefined();
  expect(done.splice(0)).toEqual([1, 3]);
  const whole = inOrder([1, 2, 3, 4, 5], work);
  expect(done).toEqual([1, 2]);
  gates.get(2)?.resolve();
  await gates.get(2)?.promise;
  await undefined;
  expect(done).toEqual([1, 2, 3, 4]);
  gates.get(4)?.resolve();
  await whole;
  expect(done).toEqual([1, 2, 3, 4, 5]);
});

test('what goes wrong on the way ends the list', async () => {
  const done: number[] = [];
  const work = (item: number): Soon<void> => {
    done.push(item);
    if (item === 2) return Promise.reject(new Error('two'));
  };
  await expect(inOrder([1, 2, 3], work)).rejects.toThrow('two');
  expect(done).toEqual([1, 2]);
});
