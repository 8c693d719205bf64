import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

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
