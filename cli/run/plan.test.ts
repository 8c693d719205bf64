import { hash } from 'node:crypto';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { loadFeatures, planFeatures } from './cucumber.ts';
import { describePlan, planRun } from './plan.ts';

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

const root = new URL('../../', import.meta.url);
const is400 = (features: readonly string[], more: { tags?: string; names?: string[] } = {}) =>
  loadFeatures({ root, family: 'is400', features, names: [], ...more });

test.each([
  [['features/is400', 'features/funds']],
  [['features/funds/refill.feature', 'features/funds', 'features/funds/refill.feature']],
  [['features/funds/refill.feature:20', 'features/is400/typing.feature']],
  [['features/is400/t*', 'features/funds/refill.feature']],
])('a run of %j has the plan that the runner has', async (features) => {
  const loaded = is400(features);
  const parts = await planFeatures(loaded);
  expect(await planRun(loaded)).toEqual({ parts, ...describePlan(root, parts) });
});

test.each([{ tags: '@assumed' }, { names: ['twice'] }])('and so has one of %o', async (chosen) => {
  const loaded = is400(['features/is400/typing.feature'], chosen);
  const parts = await planFeatures(loaded);
  const { scenarios, ...plan } = await planRun(loaded);
  expect(plan.parts).toEqual(parts);
  expect(scenarios).toEqual(describePlan(root, parts).scenarios);
  expect(scenarios.length).toBeLessThan(49);
});

test('what cannot be planned is an error of the runner, however it is named', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-plan-'));
  await writeFile(join(folder.path, 'a.feature'), text);
  await writeFile(join(folder.path, 'b.feature'), 'Feature: Bare');
  await writeFile(join(folder.path, 'c.feature'), 'Feature: Broken\n\n  nonsense\n  Given\n@');
  const planned = (...names: readonly string[]) =>
    planRun(is400(names.map((name) => join(folder.path, name))));
  await expect(planned('b.feature')).rejects.toMatchObject({ code: 'FB_NO_SCENARIO' });
  for (const names of [['none'], ['a.feature', 'none'], ['a.feature', 'none.feature']]) {
    await expect(planned(...names)).rejects.toMatchObject({
      code: 'FB_NO_SCENARIO',
      message: expect.stringMatching(/^There is no .*none/),
    });
  }
  for (const names of [[''], ['a.feature', 'c.feature']]) {
    await expect(planned(...names)).rejects.toMatchObject({
      code: 'FB_FEATURE_FILE',
      message: expect.stringMatching(/c\.feature: \(\d+:\d+\): /),
    });
  }
});
