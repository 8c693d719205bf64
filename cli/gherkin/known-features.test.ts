import { mkdir, mkdtempDisposable, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { KnownFeatures, reader } from './known-features.ts';

const text = `Feature: Accounts

  Scenario: alone
    Given a meter

  @ACC-1
  Rule: They are unique

    Scenario: both
      Given a meter
`;

const stated = {
  name: 'Accounts',
  scenarios: [
    { line: 3, name: 'alone', rule: null, tags: [] },
    { line: 9, name: 'both', rule: 'They are unique', tags: ['@ACC-1'] },
  ],
};

async function checkout() {
  const folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-known-'));
  onTestFinished(() => folder[Symbol.asyncDispose]());
  const root = pathToFileURL(`${folder.path}/`);
  const file = join(folder.path, '.cache', 'features.json');
  /** What features of these texts state, in a run of its own. */
  const read = (texts: Readonly<Record<string, string>>) => {
    using known = new KnownFeatures(root);
    return Object.entries(texts).map(([path, of]) => known.stated(path, Buffer.from(of)));
  };
  const kept = async () => JSON.parse(await readFile(file, 'utf8'));
  /** Makes what is kept tell other names, so that it can be seen where they are from. */
  const mark = async (change: (kept: string) => string = (all) => all.replace('alone', 'kept')) =>
    writeFile(file, change(await readFile(file, 'utf8')));
  return { folder: folder.path, file, read, kept, mark };
}

const names = ([feature]: ReturnType<KnownFeatures['stated']>[]) =>
  feature?.scenarios.map(({ name }) => name);

test('a feature is read once, and again when it has changed', async () => {
  const { read, mark, kept } = await checkout();
  expect(read({ 'a.feature': text })).toMatchObject([stated]);
  await mark();
  expect(names(read({ 'a.feature': text }))).toEqual(['kept', 'both']);
  expect(names(read({ 'a.feature': `${text}\n` }))).toEqual(['alone', 'both']);
  expect(names(read({ 'a.feature': text }))).toEqual(['alone', 'both']);
  expect(Object.keys((await kept()).features)).toEqual(['a.feature']);
});

test('runs of other features keep what was kept, and leave nothing else', async () => {
  const { read, kept, folder } = await checkout();
  read({ 'a.feature': text });
  read({ 'b.feature': text, '../c.feature': text });
  expect(Object.keys((await kept()).features)).toEqual(['a.feature', 'b.feature']);
  expect(await readdir(join(folder, '.cache'))).toEqual(['features.json']);
});

test.each<[string, (kept: string) => string]>([
  ['is cut off', (kept) => kept.slice(0, -20).replace('alone', 'kept')],
  ['has another form', (kept) => kept.replace('alone', 'kept').replace('"line":3', '"line":"3"')],
  ['was read by another', (kept) => kept.replace('alone', 'kept').replace('42.', '41.')],
])('what is kept is passed over, and replaced, where it %s', async (_, change) => {
  const { read, mark, kept } = await checkout();
  read({ 'a.feature': text });
  await mark(change);
  expect(read({ 'a.feature': text })).toMatchObject([stated]);
  expect(await kept()).toMatchObject({ reader, features: { 'a.feature': stated } });
});

test('where nothing can be kept the features are read each time', async () => {
  const { read, folder } = await checkout();
  await writeFile(join(folder, '.cache'), '');
  expect(read({ 'a.feature': text })).toMatchObject([stated]);
  expect(read({ 'a.feature': text })).toMatchObject([stated]);
});

test('a feature that cannot be read is refused each time', async () => {
  const { read, folder } = await checkout();
  await mkdir(join(folder, '.cache'));
  for (let time = 0; time < 2; time += 1) {
    expect(() => read({ 'a.feature': text, 'b.feature': 'nonsense' })).toThrow(
      /b\.feature: Parser errors:\n\(1:1/,
    );
  }
  expect(await readFile(join(folder, '.cache', 'features.json'), 'utf8')).not.toContain(
    'b.feature',
  );
});

test('what another version of Gherkin has read is not taken for what this one reads', async () => {
  const packageFile = new URL('../../package.json', import.meta.url);
  const { dependencies } = JSON.parse(await readFile(packageFile, 'utf8'));
  expect(reader).toBe(`@cucumber/gherkin ${dependencies['@cucumber/gherkin']}`);
});
