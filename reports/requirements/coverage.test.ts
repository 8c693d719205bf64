import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Verdict } from '#core';
import { catalogueOf } from './catalogue.test-data.ts';
import { coverage, type ScenarioEvidence, standings } from './coverage.ts';

const catalogue = catalogueOf('A-1', 'A-2');

const real: Partial<ScenarioEvidence> = { target: 'real' };
const hands: Partial<ScenarioEvidence> = { target: 'real', byOperator: true };
const skipped: Partial<ScenarioEvidence> = { verdict: 'skipped' };
const failed: Partial<ScenarioEvidence> = { verdict: 'failed' };

const evidence = (line: number, more: Partial<ScenarioEvidence>): ScenarioEvidence => ({
  id: `features/a.feature:${line}`,
  name: `Scenario ${line}`,
  tags: ['@A-1'],
  verdict: 'passed',
  target: 'emulated',
  byOperator: false,
  ...more,
});

/** How A-1 stands when each of its scenarios ended like this. */
function standingOf(...endings: readonly Partial<ScenarioEvidence>[]) {
  const [found] = coverage(
    catalogue,
    endings.map((ending, index) => evidence(index + 1, ending)),
  );
  if (!found) throw new Error('The catalogue has no requirement.');
  return found;
}

describe('a requirement', () => {
  test.each([
    ['proved on a machine', 'proved on a machine', [real]],
    ['proved by an operator', 'proved by an operator', [hands]],
    ['proved on the emulator only', 'proved on the emulator only', [{}]],
    ['proved on an emulator by hands too', 'proved on the emulator only', [{ byOperator: true }]],
    ['failed on a machine', 'failed', [real, { ...real, ...failed }]],
    ['failed on an emulator', 'failed', [real, failed]],
    ['skipped', 'not exercised', [skipped]],
    ['inconclusive', 'not exercised', [{ ...real, verdict: 'inconclusive' }]],
    ['stopped by its rig', 'not exercised', [{ ...real, verdict: 'error' }]],
    ['without a scenario', 'not at all', []],
    ['proved as weakly as its weakest proof', 'proved on the emulator only', [real, hands, {}]],
    ['proved by the one that ran', 'proved on a machine', [skipped, real]],
  ] as const)('%s', (_what, standing, endings) => {
    expect(standingOf(...endings).standing).toBe(standing);
  });

  test('is complete where nothing was left out', () => {
    expect(standingOf(real, {}).complete).toBe(true);
    expect(standingOf(real, skipped).complete).toBe(false);
    expect(standingOf().complete).toBe(false);
  });

  test('has its best and its worst evidence, lists and counts', () => {
    const found = standingOf(real, real, skipped, { tags: ['@A-1', '@assumed'] });
    expect(found).toMatchObject({ best: 'proved on a machine', worst: 'not exercised' });
    expect(found.scenarios['proved on a machine'].map(({ id }) => id)).toEqual([
      'features/a.feature:1',
      'features/a.feature:2',
    ]);
    expect(found.counts).toEqual({
      'proved on a machine': 2,
      'proved by an operator': 0,
      'proved on the emulator only': 1,
      'not exercised': 1,
      failed: 0,
      all: 4,
      assumed: 1,
    });
  });

  const assumed: Partial<ScenarioEvidence> = { tags: ['@A-1', '@assumed'] };

  test.each([
    ['none', [real, {}]],
    ['some', [assumed, real]],
    ['all', [assumed]],
    // What was not exercised proves nothing, so it does not make the proof surer either.
    ['all', [assumed, skipped]],
    ['all', [{ ...assumed, ...skipped }]],
  ] as const)('rests on assumptions: %s', (assumption, endings) => {
    expect(standingOf(...endings).assumption).toBe(assumption);
  });

  test('rests on assumptions alone where nobody has found it written down', () => {
    const requirements = catalogue.requirements.map((one) => ({
      ...one,
      source: [{ kind: 'assumed' as const, where: 'not found' }],
    }));
    const [found] = coverage({ ...catalogue, requirements }, [evidence(1, real)]);
    expect(found?.assumption).toBe('all');
  });
});

describe('a scenario', () => {
  test('that ran twice counts once, by its better evidence', () => {
    const [found] = coverage(catalogue, [evidence(1, skipped), evidence(1, real), evidence(1, {})]);
    expect(found).toMatchObject({ standing: 'proved on a machine', complete: true });
    expect(found?.counts.all).toBe(1);
  });

  test('that ever failed has failed', () => {
    const [found] = coverage(catalogue, [evidence(1, failed), evidence(1, real)]);
    expect(found).toMatchObject({ standing: 'failed', best: 'failed' });
  });

  test('is evidence for each of its ids, and one of another id for nothing here', () => {
    const both = evidence(1, { ...real, tags: ['@A-1', '@A-2', '@A-2'] });
    const other = evidence(2, { ...failed, tags: ['@B-1'] });
    const found = coverage(catalogue, [both, other]);
    expect(found.map(({ standing }) => standing)).toEqual([
      'proved on a machine',
      'proved on a machine',
    ]);
    expect(found.map(({ counts }) => counts.all)).toEqual([1, 1]);
  });
});

const verdicts: readonly Verdict[] = ['passed', 'skipped', 'inconclusive', 'failed', 'error'];

const endings = fc.array(
  fc.record({
    line: fc.integer({ min: 1, max: 4 }),
    verdict: fc.constantFrom(...verdicts),
    target: fc.constantFrom('real' as const, 'emulated' as const),
    byOperator: fc.boolean(),
  }),
  { maxLength: 12 },
);

describe('whatever the runs', () => {
  test('a failure is never hidden, and nothing is proved that did not pass', async () => {
    await fc.assert(
      fc.property(endings, (ran) => {
        const scenarios = ran.map(({ line, ...more }) => evidence(line, more));
        const [found] = coverage(catalogue, scenarios);
        const passed = scenarios.some(({ verdict }) => verdict === 'passed');
        const anyFailed = scenarios.some(({ verdict }) => verdict === 'failed');
        expect(found?.standing === 'failed').toBe(anyFailed);
        expect(found?.standing.startsWith('proved')).toBe(passed && !anyFailed);
        expect(standings.indexOf(found?.best ?? 'failed')).toBeLessThanOrEqual(
          standings.indexOf(found?.standing ?? 'failed'),
        );
      }),
    );
  });

  test('their order does not matter', async () => {
    await fc.assert(
      fc.property(endings, (ran) => {
        const scenarios = ran.map(({ line, ...more }) => evidence(line, more));
        const [one] = coverage(catalogue, scenarios);
        const [other] = coverage(catalogue, scenarios.toReversed());
        expect(other?.counts).toEqual(one?.counts);
        expect(other?.standing).toBe(one?.standing);
      }),
    );
  });
});
