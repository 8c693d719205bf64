import { expect, test } from 'vitest';
import { cellText } from './table.ts';

test.each([
  ['text', '007', '007'],
  ['text', null, ''],
  ['count', 1234, '1234'],
  ['weight', 100, '100'],
  ['money', 5, '0.05'],
  ['money', 123_456, '1234.56'],
  ['money', -205, '-2.05'],
  ['date', '2026-01-05', '05/01/2026'],
  ['time', 0, '00:00:00'],
  ['time', 86_399, '23:59:59'],
  ['duration', 90_061, '25:01:01'],
] as const)('a cell of the kind %s that holds %s reads "%s"', (kind, cell, text) => {
  expect(cellText(kind, cell)).toBe(text);
});
