import { expect, test } from 'vitest';
import { sideBySide } from '../compare/side-by-side.ts';
import { markRow, sparkline } from './sparkline.ts';
import { changed, count, cut, lasting, when } from './words.ts';

test.each([
  [null, ''],
  [840, '840 ms'],
  [12_340, '12.3 s'],
  [59_999, '1 min 0 s'],
  [900_000, '15 min 0 s'],
  [7_500_000, '2 h 5 min'],
])('%j lasts %j', (ms, text) => {
  expect(lasting(ms)).toBe(text);
});

test('a change bears its sign, a count its word, a long text an ellipsis', () => {
  expect([changed(1200), changed(-3), changed(0)]).toEqual(['+1.2 s', '-3 ms', '0 ms']);
  expect([count(1, 'run'), count(2, 'run')]).toEqual(['1 run', '2 runs']);
  expect([cut('abcd', 4), cut('abcde', 4)]).toEqual(['abcd', 'abc…']);
  expect(when(Date.UTC(2026, 1, 3, 4, 5))).toBe('2026-02-03 04:05');
});

test('values are bars and verdicts are marks', () => {
  expect(sparkline([1, 8, 4.5])).toBe('▁█▅');
  expect(sparkline([5, 5])).toBe('▁▁');
  expect(sparkline([])).toBe('');
  expect(markRow(['passed', 'failed', 'error', 'incomplete', null])).toBe('✓✗!…·');
});

test('lines that differ have a mark between them', () => {
  expect(sideBySide(['one', 'two'], ['one', 'too', 'more'])).toEqual([
    'one │ one',
    'two ≠ too',
    '    ≠ more',
  ]);
});
