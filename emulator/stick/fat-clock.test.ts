import { expect, test } from 'vitest';
import { toldTheTimeBy } from './fat-clock.ts';

test('a library that asks for the time in another way is refused instead of being told the wrong time', () => {
  const loader = toldTheTimeBy(
    () => 0,
    () => undefined,
  );
  const renamed = { a: { f: function localtime() {} } };
  expect(() => loader.instantiateWasm(renamed, () => undefined)).toThrow(
    expect.objectContaining({ code: 'FB_INTERNAL', context: { imports: ['localtime'] } }),
  );
});
