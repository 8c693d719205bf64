import { expect, test } from 'vitest';
import { examine } from './examine.ts';
import type { FaultFindings } from './findings.ts';
import type { Suite, SuiteRun } from './suite.ts';

const parts = ['a', 'b', 'c'].map((file) => ({ file: `${file}.feature`, lines: [1, 2] }));

/** A suite whose scenario at this place catches everything; notes what it was to run. */
function suiteCatchingAt(place: string, asked: SuiteRun[]): Suite {
  const caught = {
    id: place,
    name: 'A scenario',
    tags: [],
    verdict: 'failed' as const,
    reason: 'not as expected (FB_EXPECTATION)',
    keys: 1,
  };
  return {
    parts,
    run: async (options) => {
      asked.push(options);
      return { planned: 6, results: [caught] };
    },
  };
}

const filesOf = (asked: readonly SuiteRun[]): readonly string[] =>
  asked.map(({ judge, parts: order = [] }) =>
    [judge, ...order.map(({ file, lines }) => `${file}:${lines.join(':')}`)].join(' '),
  );

test('the remembered scenario goes first, then the file that caught the fault before', async () => {
  const asked: SuiteRun[] = [];
  const found: FaultFindings[] = [];
  const faults = ['x', 'y'].map((name) => ({ name, description: '' }));
  const first = { y: { file: 'c.feature', lines: [2] } };
  await examine(
    suiteCatchingAt('b.feature:2', asked),
    faults,
    { checksOnly: true, first },
    (findings) => found.push(findings),
  );
  expect(filesOf(asked)).toEqual([
    'checks a.feature:1:2 b.feature:1:2 c.feature:1:2',
    'checks c.feature:2 b.feature:1:2 a.feature:1:2 c.feature:1:2',
  ]);
  expect(found.map(({ checks, shadow }) => [checks.status, shadow])).toEqual([
    ['caught', undefined],
    ['caught', undefined],
  ]);
});

test('both ways of judging are asked where nothing else is said', async () => {
  const asked: SuiteRun[] = [];
  const found: FaultFindings[] = [];
  await examine(
    suiteCatchingAt('a.feature:1', asked),
    [{ name: 'x', description: '' }],
    {},
    (findings) => found.push(findings),
  );
  expect(asked.map(({ judge }) => judge)).toEqual(['checks', 'shadow']);
  expect(found[0]?.shadow?.status).toBe('survived');
});
