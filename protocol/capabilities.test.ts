import { expect, test } from 'vitest';
import { capabilities } from '#core';
import { capabilitiesOf, isEmulated, linkWords, wordsFor } from './index.ts';

test('every capability of a rig has its word, and the words say it again', () => {
  // A person stands at the bench, not at the end of a link.
  const all = new Set(capabilities.filter((capability) => capability !== 'operator'));
  expect(capabilitiesOf(linkWords)).toEqual(all);
  expect(capabilitiesOf(wordsFor(all))).toEqual(all);
});

test('words are read in any case, and those that are not known mean nothing', () => {
  expect(capabilitiesOf(['KEYPAD', 'stick', 'LASEr', 'ONCE'])).toEqual(
    new Set(['keypad', 'stick']),
  );
});

test('a meter is emulated when its controller or its firmware says so', () => {
  expect(isEmulated(['EMULator'], '7.1')).toBe(true);
  expect(isEmulated([], '1.0.0-emu')).toBe(true);
  expect(isEmulated(['KEYPad'], '7.1')).toBe(false);
});
