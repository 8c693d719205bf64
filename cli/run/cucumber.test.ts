import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdir, mkdtempDisposable, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { loadFeatures, loadSteps, planFeatures, runPart, scenariosOf } from './cucumber.ts';

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** Steps that say over a channel how each scenario has ended. */
const steps = `
import { channel } from 'node:diagnostics_channel';
import { After, Given } from '@cucumber/cucumber';
Given('something', () => undefined);
Given('two {word}', () => undefined);
Given('{word} fit', () => undefined);
After(({ pickle, result }) => {
  channel('frankbench-test:scenario').publish(pickle.name + ': ' + result.status);
});
`;

const first = `Feature: The first

  Scenario: plain
    Given something

  Scenario Outline: row <n>
    Given something

    Examples:
      | n |
      | 1 |
      | 2 |

  @tagged
  Scenario: unknown
    Given nobody knows

  Scenario: ambiguous
    Given two fit
`;

const french = `# language: fr
Fonctionnalité: La deuxième

  Scénario: quatre
    Soit something
`;

const broken = 'Feature: Broken\n\n  Scenario: bad\n    Given something\n  nonsense\n';

/** A checkout with these features and steps of its own. */
async function checkout(features: Readonly<Record<string, string>>) {
  const folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-features-'));
  const files = { ...features, 'steps/world.ts': steps, 'package.json': '{"type":"module"}' };
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder.path, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  await mkdir(join(folder.path, 'steps', 'is400'));
  await symlink(modules, join(folder.path, 'node_modules'));
  const load = (paths: readonly string[], filter: { tags?: string; names?: string[] } = {}) =>
    loadFeatures({
      root: pathToFileURL(`${folder.path}/`),
      family: 'is400',
      features: paths,
      names: [],
      ...filter,
    });
  return {
    load,
    plan: async (...given: Parameters<typeof load>) =>
      scenariosOf(await planFeatures(load(...given))),
    [Symbol.asyncDispose]: () => folder.remove(),
  };
}

test('the plan has each scenario and each row of an outline once, in the order of paths and lines', async () => {
  await using work = await checkout({ 'a/first.feature': first, 'a/second.feature': french });
  const all = [3, 11, 12, 15, 18]
    .map((line) => `a/first.feature:${line}`)
    .concat('a/second.feature:4');
  expect(await work.plan(['a'])).toEqual(all);
  expect(await work.plan(['a/second.feature', 'a', 'a/second.feature'])).toEqual([
    'a/second.feature:4',
    ...all.slice(0, -1),
  ]);
});

test('lines, tags and names choose among the scenarios', async () => {
  await using work = await checkout({ 'first.feature': first });
  expect(await work.plan(['first.feature:6', 'first.feature:3'])).toEqual([
    'first.feature:3',
    'first.feature:11',
    'first.feature:12',
  ]);
  expect(await work.plan(['first.feature:12'])).toEqual(['first.feature:12']);
  expect(await work.plan(['first.feature'], { tags: '@tagged' })).toEqual(['first.feature:15']);
  expect(await work.plan(['first.feature'], { names: ['row 2'] })).toEqual(['first.feature:12']);
});

test('a part is a whole file only where nothing was chosen among its scenarios', async () => {
  await using work = await checkout({ 'a/first.feature': first });
  const areWhole = async (...given: Parameters<typeof work.load>) =>
    (await planFeatures(work.load(...given))).map(({ isWhole = false }) => isWhole);
  expect(await areWhole(['a'])).toEqual([true]);
  expect(await areWhole(['a', 'a/first.feature'])).toEqual([true]);
  for (const path of ['a/first.feature:3', 'a/first*']) {
    expect(await areWhole([path])).toEqual([false]);
    expect(await areWhole(['a', path])).toEqual([false]);
  }
  expect(await areWhole(['a'], { tags: '@tagged' })).toEqual([false]);
  expect(await areWhole(['a'], { names: ['row'] })).toEqual([false]);
});

test('a feature that cannot be read is found although others before it can', async () => {
  await using work = await checkout({ 'a/first.feature': first, 'a/second.feature': broken });
  await expect(work.plan(['a'])).rejects.toMatchObject({
    code: 'FB_FEATURE_FILE',
    message: expect.stringMatching(/^a\/second\.feature: \(5:3\): expected: .*'nonsense'/),
  });
});

test('nothing to run is an error, whatever it comes of', async () => {
  await using work = await checkout({ 'first.feature': first, 'bare.feature': 'Feature: Bare\n' });
  for (const paths of [['nowhere.feature'], ['bare.feature'], ['first.feature:2']]) {
    await expect(work.plan(paths)).rejects.toMatchObject({ code: 'FB_NO_SCENARIO' });
  }
  await expect(work.plan(['first.feature'], { tags: '@none' })).rejects.toMatchObject({
    code: 'FB_NO_SCENARIO',
  });
});

test('a file or folder that there is not is named, also beside others', async () => {
  await using work = await checkout({ 'first.feature': first });
  for (const missing of ['second.feature', 'second.feature:3:7', 'folder']) {
    await expect(work.plan(['first.feature', missing])).rejects.toMatchObject({
      code: 'FB_NO_SCENARIO',
      message: expect.stringContaining(`There is no ${missing}.`),
    });
  }
  expect(await work.plan(['first.feature:15', '*.nothing'])).toEqual(['first.feature:15']);
});

test('tags that are no expression are told, with what is wrong', async () => {
  await using work = await checkout({ 'first.feature': first });
  await expect(work.plan(['first.feature'], { tags: '@a and (' })).rejects.toMatchObject({
    code: 'FB_USAGE',
    message: expect.stringMatching(
      /^Tag expression "@a and \(" .*: Unmatched \(\.\n +Hint: such as/,
    ),
  });
});

test('what is planned is run file by file, whatever the files are called', async () => {
  await using work = await checkout({
    'a/@list.feature': french,
    'a/[x] {y,z} (1)*.feature': french.replace('quatre', 'cinq'),
    'a/first.feature': first,
  });
  const loaded = work.load(['a']);
  const support = await loadSteps(loaded);
  const ended: unknown[] = [];
  const note = (scenario: unknown): void => {
    ended.push(scenario);
  };
  subscribe('frankbench-test:scenario', note);
  try {
    const parts = await planFeatures(loaded);
    expect(parts).toHaveLength(3);
    for (const part of parts) await runPart(loaded, support, part);
    await runPart(loaded, support, { file: 'a/first.feature', lines: [12, 3] });
  } finally {
    unsubscribe('frankbench-test:scenario', note);
  }
  expect(ended).toEqual([
    'quatre: PASSED',
    'cinq: PASSED',
    'plain: PASSED',
    'row 1: PASSED',
    'row 2: PASSED',
    'unknown: UNDEFINED',
    'ambiguous: AMBIGUOUS',
    'plain: PASSED',
    'row 2: PASSED',
  ]);
});
