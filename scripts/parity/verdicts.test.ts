import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { differences, type Ending, endingsOf } from './verdicts.ts';

const ending = (verdict: string, keys = 3): Ending => ({ verdict, reason: null, keys });

test('what came of each scenario is read from a record, with its keys', () => {
  const folder = mkdtempSync(join(tmpdir(), 'frankbench-verdicts-'));
  const record = join(folder, 'record.ndjson');
  const entries = [
    { type: 'scenario', id: 'a:1' },
    { type: 'key', key: 'OK' },
    { type: 'key', key: 'C' },
    { type: 'verdict', id: 'a:1', verdict: 'passed', reason: null },
    { type: 'scenario', id: 'a:2' },
    { type: 'verdict', id: 'a:2', verdict: 'skipped', reason: 'no stick' },
  ];
  writeFileSync(record, `${entries.map((entry) => JSON.stringify(entry)).join('\n')}\n`);
  expect([...endingsOf(record)]).toEqual([
    ['a:1', { verdict: 'passed', reason: null, keys: 2 }],
    ['a:2', { verdict: 'skipped', reason: 'no stick', keys: 0 }],
  ]);
  rmSync(folder, { recursive: true });
});

test.each<[string, Ending | undefined, number]>([
  ['the same', ending('passed'), 0],
  ['another verdict', ending('error'), 1],
  ['other keys', ending('passed', 4), 1],
  ['nothing', undefined, 1],
])('%s is told apart', (_name, seen, count) => {
  const expected = new Map([['a:1', ending('passed')]]);
  const there = new Map(seen ? [['a:1', seen]] : []);
  expect(differences(expected, 'tcp', there)).toHaveLength(count);
});

test('a scenario that ran on the link only is a difference', () => {
  expect(differences(new Map(), 'ws', new Map([['a:1', ending('passed')]]))).toMatchObject([
    { scenario: 'a:1', carrier: 'ws' },
  ]);
});
