import { expect, test } from 'vitest';
import { goOn, inOrder, type Soon, Turns } from './turns.ts';

/** Work that ends when it is told to, and notes that it has begun. */
function piece(name: string, begun: string[]) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const work = () => {
    begun.push(name);
    return promise;
  };
  return { work, end: () => resolve(name), fail: () => reject(new Error(name)) };
}

test('the first begins at once, and each other when the one before is over, also by failing', async () => {
  const turns = new Turns();
  const begun: string[] = [];
  const [a, b, c] = [piece('a', begun), piece('b', begun), piece('c', begun)];
  const done = [turns.take(a.work), turns.take(b.work), turns.take(c.work)];
  expect(begun).toEqual(['a']);
  a.end();
  expect(await done[0]).toBe('a');
  await undefined;
  expect(begun).toEqual(['a', 'b']);
  b.fail();
  await expect(done[1]).rejects.toThrow('b');
  c.end();
  expect(await done[2]).toBe('c');
  expect(begun).toEqual(['a', 'b', 'c']);
});

test('what comes after all is over begins at once again', async () => {
  const turns = new Turns();
  const begun: string[] = [];
  const [a, b] = [piece('a', begun), piece('b', begun)];
  const first = turns.take(a.work);
  a.end();
  await turns.over();
  const second = turns.take(b.work);
  expect(begun).toEqual(['a', 'b']);
  b.end();
  expect(await Promise.all([first, second])).toEqual(['a', 'b']);
});

test('what is known at once is given at once, but not before what was given earlier is over', async () => {
  const turns = new Turns();
  const begun: string[] = [];
  const now = (name: string) => (): string => {
    begun.push(name);
    return name;
  };
  expect(turns.take(now('a'))).toBe('a');
  const slow = piece('b', begun);
  const first = turns.take(slow.work);
  const second = turns.take(now('c'));
  expect(second).toBeInstanceOf(Promise);
  expect(begun).toEqual(['a', 'b']);
  slow.end();
  expect(await Promise.all([first, second])).toEqual(['b', 'c']);
  await turns.over();
  expect(turns.take(now('d'))).toBe('d');
});

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
