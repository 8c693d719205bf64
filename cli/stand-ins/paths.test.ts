import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { resolvePaths } from './paths.ts';

const runner = createRequire(createRequire(import.meta.url).resolve('@cucumber/cucumber'));
const whole: typeof resolvePaths = runner('../lib/paths/paths.js').resolvePaths;
const logger = { debug: () => undefined };

const files = [
  'features/is400/b.feature',
  'features/is400/a.feature',
  'features/is400/deep/er/c.feature',
  'features/is400/notes.md',
  'features/funds/d.feature',
  'features/support.js',
  'steps/a.steps.ts',
  'steps/b.steps.ts',
];

test.each<[string, readonly string[]]>([
  ['files', ['features/is400/b.feature', 'features/funds/d.feature']],
  ['a folder', ['features/is400']],
  ['a folder with its end', ['features/']],
  ['a file and its folder', ['features/is400/b.feature', 'features/is400']],
  ['lines of a file', ['features/is400/a.feature:3:7', 'features/is400/a.feature:9']],
  ['a file by its way', ['./features/../features/is400/a.feature']],
  ['a file of another kind', ['features/is400/notes.md']],
  ['what there is not', ['features/is400/z.feature', 'features/is500']],
  ['a pattern', ['features/**/{a,d}.feature']],
  ['a list', ['@list.txt']],
  ['nothing', []],
])('%s are found as the runner finds them', async (_, paths) => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-paths-'));
  for (const file of files) {
    await mkdir(join(folder.path, dirname(file)), { recursive: true });
    await writeFile(join(folder.path, file), '');
  }
  await writeFile(join(folder.path, '@list.txt'), 'features/funds/d.feature:4\n');
  const named = ['steps/b.steps.ts', 'steps/a.steps.ts'];
  const supports = [
    undefined,
    { requirePaths: [], importPaths: [] },
    { requirePaths: [], importPaths: named },
    { requirePaths: named, importPaths: [] },
    { requirePaths: named, importPaths: named },
    { requirePaths: [], importPaths: ['steps/*.steps.ts'] },
  ];
  for (const support of supports) {
    const found = await resolvePaths(logger, folder.path, { paths }, support);
    expect(found).toEqual(await whole(logger, folder.path, { paths }, support));
    if (support?.importPaths.length) expect(found.importPaths).toHaveLength(2);
  }
});

test('the search of patterns is loaded for patterns only', async () => {
  const none = () => {
    throw new Error('the runner was asked');
  };
  // The runner's own says what it has found.
  const asked = { debug: none };
  const steps = { requirePaths: [], importPaths: ['steps/a.steps.ts'] };
  const plain = resolvePaths(asked, tmpdir(), { paths: ['a.feature:3', 'b'] }, steps);
  await expect(plain).resolves.toMatchObject({ sourcePaths: [] });
  const pattern = resolvePaths(asked, tmpdir(), { paths: ['*.feature'] }, steps);
  await expect(pattern).rejects.toThrow('the runner was asked');
});
