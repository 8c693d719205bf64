import { describe, expect, test } from 'vitest';
import type { ScenarioResult } from '#bench';
import { type FaultFindings, findingOf, firstFinding } from './findings.ts';
import { isGreen, printCounts, printFindings } from './print.ts';

const result = (verdict: ScenarioResult['verdict'], reason: string | null): ScenarioResult => ({
  id: 'features/is400/accounts.feature:12',
  name: 'A number that is taken is refused',
  tags: [],
  keys: 0,
  verdict,
  reason,
});

const passed = result('passed', null);
const ended = (code: string): ScenarioResult =>
  result(
    code === 'FB_EXPECTATION' ? 'failed' : 'error',
    `Something is wrong.\n  Hint: look. (${code})`,
  );

describe('the checks catch a fault', () => {
  test.each(['FB_EXPECTATION', 'FB_NOT_REACHED', 'FB_UNTYPABLE', 'FB_NO_PATH', 'FB_NO_FRAME'])(
    'by a scenario that ends in %s',
    (code) => {
      expect(findingOf(ended(code), 'checks')).toMatchObject({
        status: 'caught',
        scenario: 'features/is400/accounts.feature:12',
      });
    },
  );

  test.each(['FB_INTERNAL', 'FB_DIVERGENCE', 'FB_FEATURE_FILE'])('never by %s', (code) => {
    expect(findingOf(ended(code), 'checks').status).toBe('broken');
  });

  test('never by an error that is none of ours', () => {
    const thrown = result('error', 'TypeError: row is undefined\n    at file.ts:3:1');
    expect(findingOf(thrown, 'checks').status).toBe('broken');
  });

  test('by the first scenario that does not pass', () => {
    const results = [passed, ended('FB_EXPECTATION'), ended('FB_INTERNAL')];
    expect(firstFinding(results, 'checks').status).toBe('caught');
    expect(firstFinding([passed, passed], 'checks').status).toBe('survived');
  });
});

test('for the shadow model nothing counts but a divergence', () => {
  expect(findingOf(ended('FB_DIVERGENCE'), 'shadow').status).toBe('caught');
  expect(findingOf(ended('FB_EXPECTATION'), 'shadow').status).toBe('survived');
  expect(findingOf(ended('FB_INTERNAL'), 'shadow').status).toBe('survived');
});

test('a skipped scenario says nothing', () => {
  expect(findingOf(result('skipped', 'the rig has no power'), 'checks').status).toBe('survived');
});

describe('faults are seeded into a suite', () => {
  test('in which every scenario passes or is skipped', () => {
    const skipped = result('skipped', 'the rig has no power');
    expect(isGreen({ planned: 2, results: [passed, skipped] })).toBe(true);
  });

  test.each([
    ['has a failure', 2, [passed, ended('FB_EXPECTATION')]],
    ['has an error', 2, [passed, ended('FB_INTERNAL')]],
    ['has a scenario that was not run', 2, [passed]],
    ['has skipped everything', 1, [result('skipped', 'the rig has no power')]],
  ] as const)('and not into one that %s', (_what, planned, results) => {
    expect(isGreen({ planned, results })).toBe(false);
  });
});

test('the last lines count what was caught in all examinations', () => {
  const caught = findingOf(ended('FB_EXPECTATION'), 'checks');
  const survived = { status: 'survived' } as const;
  const findings: readonly FaultFindings[] = [
    { name: 'csv-comma', description: 'Commas.', checks: caught, shadow: survived },
    { name: 'pin-shown', description: 'A PIN is shown.', checks: survived, shadow: survived },
  ];
  const lines: string[] = [];
  const printer = { print: (text: string) => lines.push(...text.split('\n')) };
  printFindings(printer, findings);
  printCounts(printer, [...findings, ...findings]);
  expect(lines).toContain('  pin-shown: A PIN is shown.');
  expect(lines.slice(-2)).toEqual(['shadow alone: 0 of 4', 'killed 2 of 4']);
});
