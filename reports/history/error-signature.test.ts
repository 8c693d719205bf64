import { expect, test } from 'vitest';
import { errorSignature } from './error-signature.ts';

test.each([
  ['expected 12, seen 13 (FB_EXPECTATION)', 'expected 7, seen 1.50 (FB_EXPECTATION)'],
  ['The meter shows "Ready" after OK.', 'The meter shows "Busy 3" after OK.'],
  ['Lost it after 3 s\n  Hint: try 5 (FB_LINK_LOST)', 'Lost it after 9 s\n  Hint: (FB_LINK_LOST)'],
])('%j and %j are of one kind', (one, other) => {
  expect(errorSignature(one)).toBe(errorSignature(other));
});

test('another code and other words are of another kind', () => {
  expect(errorSignature('seen 1 (FB_NO_FRAME)')).not.toBe(errorSignature('seen 1 (FB_DIVERGENCE)'));
  expect(errorSignature('seen 1')).not.toBe(errorSignature('not seen 1'));
  expect(errorSignature('seen 5 of "x" (FB_NO_FRAME)')).toBe('FB_NO_FRAME: seen # of "…"');
});
