import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestResult } from 'allure-js-commons';
import { expect, test } from 'vitest';
import { homeDigest, makeRunFolder, sampleEntries, sampleSecrets } from '../formats.test-data.ts';
import { writeAllure } from './write-allure.ts';

const execute = promisify(execFile);

const newFolder = () => mkdtempDisposable(join(tmpdir(), 'frankbench-allure-'));

const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');

const resultsIn = (folder: string): readonly TestResult[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('-result.json'))
    .map((name) => JSON.parse(read(folder, name)) as TestResult) // of our own writing
    .toSorted((a, b) => (a.testCaseId ?? '').localeCompare(b.testCaseId ?? ''));

test('a run becomes results with steps, labels and attachments, each of which lies there once', async () => {
  await using root = await newFolder();
  const folder = makeRunFolder(root.path);
  const risks = new Map([['IS4-ACC-02', 'high' as const]]);
  const path = await writeAllure(folder, join(root.path, 'allure-results'), { risks });
  const [passed, failed, ...others] = resultsIn(path);
  expect(passed).toMatchObject({
    status: 'passed',
    stage: 'finished',
    start: Date.parse('2026-11-28T10:00:00Z'),
    stop: Date.parse('2026-11-28T10:00:00.500Z'),
    labels: expect.arrayContaining([
      { name: 'story', value: 'A supervisor adds an account. With a number' },
      { name: 'severity', value: 'critical' },
      { name: 'tag', value: 'IS4-ACC-02' },
    ]),
    steps: [
      {
        name: 'Given a meter in "Account with PIN Code" mode with PIN "••••"',
        parameters: [{ name: 'keys', value: 'MENU •' }],
        attachments: [{ name: 'Display', type: 'text/plain' }],
      },
      {},
      {
        steps: [{ name: 'holds: accounts: expected 1201, seen 1201', status: 'passed' }],
        attachments: [{ name: 'a picture.png', type: 'image/png' }],
      },
    ],
  });
  expect(failed?.statusDetails.message).toMatch(/^failed: Shown: <script>/);
  expect(failed?.steps.map(({ status }) => status)).toEqual(['passed', 'failed']);
  expect(others.map(({ status, stage }) => `${status} ${stage}`)).toEqual([
    'broken finished',
    'skipped finished',
    'broken finished',
    'broken pending',
  ]);
  const displays = readdirSync(path).filter((name) => name.startsWith(homeDigest));
  expect(displays).toHaveLength(4);
  for (const name of displays) expect(read(path, name)).toBe('Home\n  Ready <&>');
  expect(new Set(displays.map((name) => statSync(join(path, name)).ino)).size).toBe(1);
  expect(read(path, 'environment.properties')).toContain('meter.serial=440000123');
  expect(JSON.parse(read(path, 'executor.json'))).toMatchObject({ buildOrder: 7 });
  for (const name of readdirSync(path)) {
    for (const secret of sampleSecrets) expect(read(path, name)).not.toContain(secret);
  }
});

test('the same run makes the same files, and leaves none of those before', async () => {
  await using root = await newFolder();
  const folder = makeRunFolder(root.path);
  const path = await writeAllure(folder, join(root.path, 'allure-results'));
  const contents = () => readdirSync(path).map((name) => [name, read(path, name)]);
  const first = contents();
  writeFileSync(join(path, 'of-another-run-result.json'), '{}');
  await writeAllure(folder, path);
  expect(contents()).toEqual(first);
  expect(existsSync(`${path}.new`)).toBe(false);
});

test('displays are drawn where a function is given, and each once', async () => {
  await using root = await newFolder();
  let drawn = 0;
  const draw = async () => {
    drawn += 1;
    return new Uint8Array([1, 2, 3]);
  };
  const path = join(root.path, 'allure-results');
  await writeAllure(makeRunFolder(root.path), path, { draw });
  expect(drawn).toBe(1);
  expect([...readFileSync(join(path, `${homeDigest}-1-attachment.png`))]).toEqual([1, 2, 3]);
});

test('a scenario that was cut off is interrupted, and one of a changed record leaves no folder', async () => {
  await using root = await newFolder();
  const open = { state: 'open', ended: null, verdict: null, exitCode: null, counts: null } as const;
  const killed = sampleEntries().slice(0, 8);
  const folder = makeRunFolder(root.path, killed, { ...open, record: null });
  const path = await writeAllure(folder, join(root.path, 'allure-results'));
  expect(resultsIn(path)[0]).toMatchObject({ status: 'broken', stage: 'interrupted' });
  const changed = makeRunFolder(join(root.path, 'changed'), killed, {
    record: { lines: 9, head: 'a'.repeat(64) },
  });
  const refused = join(root.path, 'refused');
  await expect(writeAllure(changed, refused)).rejects.toThrow(/not as the run left it/);
  expect(existsSync(refused) || existsSync(`${refused}.new`)).toBe(false);
});

interface Report {
  readonly name: string;
  readonly status: string;
  readonly error?: { readonly message?: string };
}

const allure = fileURLToPath(new URL('../../../node_modules/allure/cli.js', import.meta.url));

/** What Allure makes of results: `awesome` is its own report, `allure2` looks as the one before. */
async function reportOf(results: string, kind: 'awesome' | 'allure2'): Promise<string> {
  const out = join(dirname(results), kind);
  await execute(process.execPath, [allure, kind, results, '--output', out], {
    cwd: dirname(results),
  });
  return join(out, 'data');
}

test('Allure builds its report from them', { timeout: 120_000 }, async () => {
  await using root = await newFolder();
  const path = await writeAllure(makeRunFolder(root.path), join(root.path, 'allure-results'));
  const data = await reportOf(path, 'awesome');
  const texts = readdirSync(join(data, 'test-results')).map((name) =>
    read(join(data, 'test-results'), name),
  );
  const told = texts.map((text) => {
    const { name, status, error } = JSON.parse(text) as Report; // what Allure wrote, judged here
    return [name, status, error?.message?.split(':')[0]];
  });
  expect(told.toSorted()).toEqual([
    ['An account is added', 'passed', undefined],
    ['An account is lost', 'failed', 'failed'],
    ['It takes long', 'broken', 'not run'],
    ['Somebody logs in', 'broken', 'inconclusive'],
    ['The number of 4 digits', 'broken', 'error'],
    ['The number of 5 digits', 'skipped', 'skipped'],
  ]);
  expect(readdirSync(join(data, 'attachments'))).toHaveLength(5);
  expect(texts.join()).not.toContain('"missed":true');
});

test('Allure sorts them into the categories', { timeout: 120_000 }, async () => {
  await using root = await newFolder();
  const path = await writeAllure(makeRunFolder(root.path), join(root.path, 'allure-results'));
  const { children } = JSON.parse(read(await reportOf(path, 'allure2'), 'categories.json')) as {
    readonly children: readonly { readonly name: string }[]; // what Allure wrote
  };
  expect(children.map(({ name }) => name).toSorted()).toEqual([
    'Cut off or not run',
    'Inconclusive: nobody can tell',
    'Meter failed',
    'Rig error: the bench, not the meter',
  ]);
});
