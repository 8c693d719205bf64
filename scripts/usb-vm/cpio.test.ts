import { execFileSync } from 'node:child_process';
import { mkdtempDisposableSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programPath } from './command.ts';
import { cpio, cpioEntry } from './cpio.ts';
import { withFolders } from './tree.ts';

const hasCpio = (await programPath('cpio')) !== undefined;

test.skipIf(!hasCpio)('an archive is unpacked by a cpio that nobody here wrote', () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'frankbench-cpio-'));
  const entries = withFolders([
    cpioEntry.file('etc/deep/odd', 'abc'),
    cpioEntry.file('bin/program', Uint8Array.of(1, 2, 3, 4, 5), 0o755),
    cpioEntry.link('bin/other', 'program'),
  ]);
  const archive = Buffer.concat([...cpio(entries)]);
  execFileSync('cpio', ['-id', '--quiet'], { cwd: folder.path, input: archive });
  expect(readFileSync(join(folder.path, 'etc/deep/odd'), 'utf8')).toBe('abc');
  expect([...readFileSync(join(folder.path, 'bin/program'))]).toEqual([1, 2, 3, 4, 5]);
  expect(statSync(join(folder.path, 'bin/program')).mode & 0o777).toBe(0o755);
  expect(readlinkSync(join(folder.path, 'bin/other'))).toBe('program');
});

test('a folder comes before what is in it, once', () => {
  const entries = withFolders([cpioEntry.file('a/b/c', ''), cpioEntry.file('a/b/d', '')]);
  expect(entries.map(({ path }) => path)).toEqual(['a', 'a/b', 'a/b/c', 'a/b/d']);
});
