import { expect, test } from 'vitest';
import { Work } from './work.ts';

test('whoever waits waits for work that was begun meanwhile, too', async () => {
  const work = new Work();
  const done: string[] = [];
  const first = Promise.withResolvers<void>();
  /** Takes many turns, so that who does not wait for it is done before. */
  const second = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn += 1) await undefined;
    done.push('second');
  };
  work.start(
    first.promise.then(() => {
      done.push('first');
      work.start(second());
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
