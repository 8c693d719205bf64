import { expect, test } from 'vitest';
import { closingLine, isPass, noCounts, sum, unitCounts } from './counts.ts';

const report = {
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
};

test('the closing line adds all steps up', () => {
  const lint = { passed: 1, failed: 0, skipped: 0 };
  expect(closingLine(sum([lint, { passed: 3, failed: 1, skipped: 2 }, noCounts]))).toBe(
    '4 passed, 1 failed, 2 skipped',
  );
});

test('nothing tested is no pass', () => {
  expect(isPass(noCounts)).toBe(false);
  expect(isPass({ passed: 0, failed: 0, skipped: 9 })).toBe(false);
  expect(unitCounts(report, 0).failed).toBe(1);
});

test('a test file that cannot be loaded is a failure', () => {
  const unloaded = { status: 'failed', assertionResults: [] };
  const counts = unitCounts({ ...report, numPassedTests: 5, testResults: [unloaded] }, 1);
  expect(counts).toEqual({ passed: 5, failed: 1, skipped: 0 });
});

test('a run that ends badly without a failed test is a failure', () => {
  expect(unitCounts({ ...report, numPassedTests: 5 }, 1).failed).toBe(1);
});

test('tests to be written count as skipped', () => {
  const counts = unitCounts(
    { ...report, numPassedTests: 1, numPendingTests: 2, numTodoTests: 3 },
    0,
  );
  expect(counts).toEqual({ passed: 1, failed: 0, skipped: 5 });
});
