import { readdirSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { BenchError } from '#core';
import { loadEvidence } from '#reports';

const { makeKeyFiles } = await loadEvidence();

import { exitCodeOf } from '../errors.ts';
import type { Shell } from '../shell.ts';
import { packRun } from './pack-run.ts';
import { passphraseIn } from './passphrase.ts';

const root = new URL('../../', import.meta.url);

/** No more of a shell is used here. */
const shellIn = (cwd: string, env: Shell['env'] = {}): Shell =>
  ({ root, env, path: (path: string) => resolve(cwd, path) }) as unknown as Shell;

test('a passphrase comes from the environment, where it must be', () => {
  const shell = shellIn('/', { LAB_KEY: 'open sesame', EMPTY: '' });
  expect(passphraseIn(shell, undefined)).toBeUndefined();
  expect(passphraseIn(shell, 'LAB_KEY')).toBe('open sesame');
  for (const variable of ['EMPTY', 'NONE']) {
    expect(() => passphraseIn(shell, variable)).toThrow(
      new RegExp(`${variable} is not set\\.[\\s\\S]*\\(FB_EVIDENCE_KEY\\)`),
    );
  }
});

test.each([
  ['a time that is none', { at: 'yesterday' }, /--at yesterday is no time\./],
  ['a key that is not there', { key: 'none.pem' }, /Cannot read the key .*none\.pem/],
  ['a laboratory file that is not there', { lab: 'none.yaml' }, /laboratory file .*none\.yaml/],
  ['a run that is not there', {}, /There is no run run/],
])('%s stops the packing before anything is written', async (_what, flags, problem) => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-cli-'));
  makeKeyFiles(folder.path, 'lab', undefined);
  const before = readdirSync(folder.path);
  const given = { key: 'lab.key.pem', out: 'pack', ...flags };
  await expect(packRun(shellIn(folder.path), 'run', given)).rejects.toThrow(problem);
  expect(readdirSync(folder.path)).toEqual(before);
});

test.each(['FB_EVIDENCE_KEY', 'FB_EVIDENCE_PACK', 'FB_LAB_FILE'] as const)(
  '%s ends a command with 2',
  (code) => {
    expect(exitCodeOf(new BenchError(code, 'said'))).toBe(2);
  },
);
