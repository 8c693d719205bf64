import { expect, test } from 'vitest';
import { once } from './once.ts';

test('what follows from an object is worked out once for each', () => {
  let made = 0;
  const lengthOf = once(({ text }: { readonly text: string }) => {
    made += 1;
    return text.length;
  });
  const [one, other] = [{ text: 'a' }, { text: 'bc' }];
  expect([one, other, one, other].map(lengthOf)).toEqual([1, 2, 1, 2]);
  expect(made).toBe(2);
});
