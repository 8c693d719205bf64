import { expect, test } from 'vitest';
import { copyOfFirst } from './byte-carrier.ts';

test('a copy of what was read stays when the buffer is used again', () => {
  const room = Buffer.from('..question').subarray(2);
  const copy = copyOfFirst(room, 5);
  room.fill('x');
  expect(Buffer.from(copy).toString()).toBe('quest');
});
