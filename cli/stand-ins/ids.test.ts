import { expect, test } from 'vitest';
import { incrementing, uuid } from './ids.ts';

test('no two are the same, whoever makes them', () => {
  const makers = [uuid(), uuid(), incrementing()];
  const made = makers.flatMap((make) => [make(), make()]);
  expect(new Set(made).size).toBe(6);
  for (const id of made) expect(id).toMatch(/^\d+$/);
});
