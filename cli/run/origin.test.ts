import { execFileSync } from 'node:child_process';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { originOf } from './origin.ts';

test('a folder tells its commit, and whether it was changed', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-origin-'));
  const root = pathToFileURL(`${folder.path}/`);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: folder.path, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  expect(await originOf(root)).toEqual({ commit: null, dirty: null });
  git('init');
  expect(await originOf(root)).toEqual({ commit: null, dirty: null });
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
  git(...who, 'commit', '--allow-empty', '--message', 'none');
  const commit = git('rev-parse', 'HEAD');
  expect(commit).toMatch(/^[0-9a-f]{40}$/);
  expect(await originOf(root)).toEqual({ commit, dirty: false });
  await writeFile(join(folder.path, 'a.txt'), '');
  expect(await originOf(root)).toEqual({ commit, dirty: true });
});
