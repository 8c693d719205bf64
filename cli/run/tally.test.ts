import { expect, test } from 'vitest';
import { Tally } from './tally.ts';

const tallyOf = (...verdicts: readonly ('passed' | 'failed' | 'skipped' | 'error')[]) => {
  const tally = new Tally();
  for (const verdict of verdicts) tally.add({ verdict, keys: 3 });
  return tally;
};

test('scenarios, keys and verdicts are counted, and what was not run beside them', () => {
  const tally = tallyOf('passed', 'passed', 'skipped');
  expect(tally).toMatchObject({ scenarios: 3, keys: 9 });
  expect(tally.counts(5)).toEqual({
    passed: 2,
    failed: 0,
    error: 0,
    inconclusive: 0,
    skipped: 1,
    'not run': 2,
  });
});

test('the worst verdict is that of the run, and a scenario that was not run makes it an error', () => {
  expect(tallyOf('passed', 'failed').verdict(2)).toBe('failed');
  expect(tallyOf('passed', 'skipped').verdict(2)).toBe('passed');
  expect(tallyOf('passed', 'passed').verdict(3)).toBe('error');
  expect(tallyOf().verdict(0)).toBeUndefined();
});
