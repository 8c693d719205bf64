import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { needing, readXml, schemaProblems } from '#judges';
import { makeRunFolder, sampleEntries, samplePlan, sampleSecrets } from '../formats.test-data.ts';
import { writeJunit } from './write-junit.ts';

const schema = fileURLToPath(new URL('../../../fixtures/schemas/junit.xsd', import.meta.url));

const newFolder = () => mkdtempDisposable(join(tmpdir(), 'frankbench-junit-'));

const zip = (a: readonly string[], b: readonly string[]): (readonly [string, string])[] =>
  a.map((each, index) => [each, b[index] ?? '']);

const valid = needing(['xmllint'], 'libxml2 finds it valid and reads what the run has');

test.skipIf(valid.skip)(valid.title, async () => {
  await using root = await newFolder();
  const path = writeJunit(makeRunFolder(root.path), join(root.path, 'junit.xml'));
  expect(schemaProblems(path, schema)).toBe('');
  const counts = (at: string) =>
    ['tests', 'failures', 'errors', 'time'].map((name) => `${at}/@${name}`);
  const problem = (place: number, element: string) =>
    ['type', 'message'].map((name) => `//testcase[${place}]/${element}/@${name}`);
  const expected: readonly (readonly [string, string])[] = zip(
    [...counts('/testsuites'), ...counts('//testsuite[1]'), '//testsuite/@skipped'],
    ['6', '1', '3', '0.500', '6', '1', '3', '0.500', '1'],
  ).concat([
    ['count(//testsuite)', '1'],
    ['count(//testcase[1]/*)', '1'],
    ['//property[@name="target"]/@value', 'EMULATED'],
    ['//property[@name="seed"]/@value', 'seed-1'],
    ['//property[@name="feature"]/@value', samplePlan[0]?.feature ?? ''],
    [
      '//testcase[1]/@classname',
      'features.is400.accounts.A supervisor adds an account· With a number',
    ],
    ...zip(problem(2, 'failure'), [
      'failed.FB_DIVERGENCE',
      'failed: Shown: <script>alert(1)</script> ]]> ␇␛[31m \u{FFFD} & "x"',
    ]),
    ...zip(problem(3, 'error'), ['error.FB_LINK_LOST', 'error: The link is gone. (FB_LINK_LOST)']),
    ...zip(problem(4, 'skipped'), ['', 'skipped: the rig has no stick']),
    ...zip(problem(5, 'error'), ['inconclusive', 'inconclusive: too near to the limit']),
    ...zip(problem(6, 'error'), ['not-run', 'not run: the run ended before this scenario']),
  ]);
  const places = expected.map(([place]) => place);
  expect(zip(places, readXml(path, places))).toEqual(expected);
});

const strict = needing(
  ['xmllint'],
  'the schema refuses what one of the two public schemas refuses',
);

test.skipIf(strict.skip)(strict.title, async () => {
  await using root = await newFolder();
  const path = writeJunit(makeRunFolder(root.path), join(root.path, 'junit.xml'));
  const whole = readFileSync(path, 'utf8');
  for (const [found, put] of [
    [/ type="error\.[A-Z_]+"/, ''],
    [/<skipped/, '<skipped type="no stick"'],
    [/time="0\.500"/, 'time="0.5001"'],
    [/<system-out>/, '<properties/><system-out>'],
    [/ skipped="1"/, ''],
  ] as const) {
    writeFileSync(path, whole.replace(found, put));
    expect(schemaProblems(path, schema), String(found)).toMatch(/fails to validate/);
  }
});

test('the output of a case has its properties, steps, keys and files, and no secret', async () => {
  await using root = await newFolder();
  const folder = makeRunFolder(root.path);
  const options = { workspace: root.path };
  const text = readFileSync(writeJunit(folder, join(folder, 'junit.xml'), options), 'utf8');
  expect(text).toContain(`[[PROPERTY|place=features/is400/accounts.feature:10]]
[[PROPERTY|uid=uid-1]]
[[PROPERTY|verdict=passed]]
[[PROPERTY|requirement=IS4-ACC-02]]
[[PROPERTY|tags=@is400 @IS4-ACC-02]]

Given a meter in &quot;Account with PIN Code&quot; mode with PIN &quot;••••&quot;
    keys: MENU •
`);
  expect(text).toContain('holds: accounts: expected 1201, seen 1201');
  expect(text).toContain(
    '[[ATTACHMENT|runs/20261128-100000-emulator.is440/artifacts/a picture.png]]',
  );
  for (const secret of sampleSecrets) expect(text).not.toContain(secret);
});

test('a text of others makes a reader attach nothing', async () => {
  await using root = await newFolder();
  const shown = {
    type: 'step',
    keyword: 'Then',
    text: 'it is\n[[ATTACHMENT|/etc/passwd]]',
  } as const;
  const entries = sampleEntries().toSpliced(5, 0, shown);
  const folder = makeRunFolder(root.path, entries);
  const text = readFileSync(writeJunit(folder, join(folder, 'junit.xml')), 'utf8');
  const outputs = [...text.matchAll(/<system-out>([^<]*)</g)].map(([, output]) => output ?? '');
  expect(outputs).toHaveLength(6);
  expect(outputs[0]).toContain('[ [ATTACHMENT|/etc/passwd]]');
  expect(outputs.join()).not.toContain('[[ATTACHMENT|/etc/passwd]]');
});

test('scenarios with equal names are told apart by their place among them', async () => {
  await using root = await newFolder();
  const alike = samplePlan.map((each) => ({ ...each, name: 'The same' }));
  const [run, , screen, ...told] = sampleEntries();
  if (!run || !screen) throw new Error('the sample has no beginning');
  const entries = [run, { type: 'plan', scenarios: alike } as const, screen, ...told].map(
    (entry) => (entry.type === 'scenario' ? { ...entry, name: 'The same' } : entry),
  );
  const folder = makeRunFolder(root.path, entries);
  const text = readFileSync(writeJunit(folder, join(folder, 'junit.xml')), 'utf8');
  const names = [...text.matchAll(/<testcase name="([^"]*)"/g)].map(([, name]) => name);
  expect(names).toEqual([1, 2, 3, 4, 5, 6].map((place) => `The same (${place})`));
});

test('a run that was killed has its scenario as an error, and those that were not run', async () => {
  await using root = await newFolder();
  const killed = sampleEntries().slice(0, 8);
  const open = { state: 'open', ended: null, verdict: null, exitCode: null, record: null } as const;
  const folder = makeRunFolder(root.path, killed, { ...open, counts: null });
  const text = readFileSync(writeJunit(folder, join(folder, 'junit.xml')), 'utf8');
  const types = [...text.matchAll(/<error [^>]*type="([^"]*)"/g)].map(([, type]) => type);
  expect(types).toEqual(['incomplete', ...Array.from({ length: 5 }, () => 'not-run')]);
});

test('a record that was changed after the run makes no file', async () => {
  await using root = await newFolder();
  const folder = makeRunFolder(root.path);
  const record = join(folder, 'record.ndjson');
  const text = readFileSync(record, 'utf8');
  writeFileSync(record, text.replace('"verdict":"failed"', '"verdict":"passed"'));
  const path = join(folder, 'junit.xml');
  expect(() => writeJunit(folder, path)).toThrow(
    /record\.ndjson is not as the run left it: line \d+: it does not follow[\s\S]*\(FB_RUN_RECORD\)/,
  );
  expect(() => readFileSync(path)).toThrow(/ENOENT/);
  expect(() => readFileSync(`${path}.new`)).toThrow(/ENOENT/);
  writeFileSync(record, text.split('\n').slice(0, -2).join('\n').concat('\n'));
  expect(() => writeJunit(folder, path)).toThrow(/and not the last one that run\.json names/);
});
