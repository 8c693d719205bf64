import { execFile } from 'node:child_process';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const launcher = fileURLToPath(new URL('../frankbench.mjs', import.meta.url));

test('a feature for another machine is skipped with its reason, and is no pass', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-families-'));
  const { promise, resolve } = Promise.withResolvers<{ code: number; said: string }>();
  const rig = ['--rig', 'rigs/emulator.connect-plus.yaml', '--out', join(folder.path, 'run')];
  execFile(
    process.execPath,
    [launcher, 'run', ...rig, 'features/is400/typing.feature'],
    (error, stdout) => resolve({ code: Number(error?.code ?? 0), said: stdout }),
  );
  const { code, said } = await promise;
  expect(said).toContain('it is for is400; the machine on this rig is "connect-plus"');
  expect(said).toMatch(/\d+ skipped \(0 keys/);
  expect(code).toBe(4);
});
