import { hash } from 'node:crypto';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { describePlan } from './plan.ts';

const text = `@machine
Feature: Accounts

  Scenario: alone
    Given a meter

  @ACC-1
  Rule: They are unique

    Scenario Outline: same <n>
      Given a meter

      @row
      Examples:
        | n | what |
        | 1 | a    |
        | 1 | b    |

    @case:kept-for-good
    Scenario: named
      Given a meter
`;

async function planOf(of: string, lines: readonly number[]) {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-plan-'));
  await writeFile(join(folder.path, 'a.feature'), of);
  return describePlan(pathToFileURL(`${folder.path}/`), [{ file: 'a.feature', lines }]);
}

test('a planned scenario has its tags, its rule, and a name of its own', async () => {
  const { scenarios, files } = await planOf(text, [4, 16, 17, 20]);
  expect(scenarios.map(({ uid: _uid, ...rest }) => rest)).toEqual([
    { id: 'a.feature:4', name: 'alone', tags: ['@machine'], feature: 'Accounts', rule: null },
    ...[16, 17].map((line) => ({
      id: `a.feature:${line}`,
      name: 'same 1',
      tags: ['@machine', '@ACC-1', '@row'],
      feature: 'Accounts',
      rule: 'They are unique',
    })),
    {
      id: 'a.feature:20',
      name: 'named',
      tags: ['@machine', '@ACC-1', '@case:kept-for-good'],
      feature: 'Accounts',
      rule: 'They are unique',
    },
  ]);
  expect(new Set(scenarios.map(({ uid }) => uid)).size).toBe(4);
  expect(scenarios[3]?.uid).toBe('kept-for-good');
  expect(files).toEqual([{ path: 'a.feature', sha256: hash('sha256', text) }]);
});

test('the own name of a scenario stays the same when it moves, and a part of a plan has the same ones', async () => {
  const before = await planOf(text, [4, 16, 17, 20]);
  const moved = await planOf(`\n\n${text}`, [6, 18, 19, 22]);
  const uids = ({ scenarios }: typeof before) => scenarios.map(({ uid }) => uid);
  expect(uids(moved)).toEqual(uids(before));
  expect(uids(await planOf(text, [17]))).toEqual([uids(before)[2]]);
});
