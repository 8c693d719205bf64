import { expect, test } from 'vitest';
import { BenchError } from '#core';
import { asBenchError, exitCodeOf, renderError } from './errors.ts';

test.each([
  ['FB_EXPECTATION', 1],
  ['FB_DIVERGENCE', 1],
  ['FB_USAGE', 2],
  ['FB_RIG_FILE', 2],
  ['FB_NO_FRAME', 3],
  ['FB_INTERNAL', 3],
  ['FB_NO_SCENARIO', 4],
] as const)('%s ends a command with %i', (code, exit) => {
  expect(exitCodeOf(new BenchError(code, 'said'))).toBe(exit);
});

test('what is not ours is a defect of ours, with its own words', () => {
  const error = asBenchError(new TypeError('x is not a function'));
  expect(error.code).toBe('FB_INTERNAL');
  expect(renderError(error, false)).toBe(
    'frankbench: unexpected: x is not a function\n' +
      '  Hint: run it again with --debug to see where (FB_INTERNAL)\n',
  );
  expect(renderError(error, true)).toMatch(/Caused by TypeError: x is not a function\n {4}at /);
});
