import { expect, test } from 'vitest';
import { Work } from './work.ts';

test('whoever waits waits for work that was begun meanwhile, too', async () => {
  const work = new Work();
  const done: string[] = [];
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  work.start(
    first.promise.then(() => {
      done.push('first');
      work.start(second.promise.then(() => void done.push('second')));
      second.resolve();
    }),
  );
  expect(work.busy).toBe(true);
  first.resolve();
  await work.settled();
  expect(done).toEqual(['first', 'second']);
  expect(work.busy).toBe(false);
});

test('what work throws is thrown once, by whoever waits', async () => {
  const work = new Work();
  work.start(Promise.reject(new Error('broken')));
  await expect(work.settled()).rejects.toThrow('broken');
  await work.settled();
  expect(work.busy).toBe(false);
});
