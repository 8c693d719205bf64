import { execFile } from 'node:child_process';
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const launcher = fileURLToPath(new URL('../frankbench.mjs', import.meta.url));

const good = 'Feature: Good\n\n  Scenario: undefined\n    Given nobody knows\n';
const broken = 'Feature: Broken\n\n  Scenario: bad\n    Given a\n  nonsense\n';

/** Runs these features; resolves with the exit code, what was printed and the types of the record. */
async function runOf(features: Readonly<Record<string, string>>) {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-run-'));
  for (const [name, text] of Object.entries(features)) {
    await writeFile(join(folder.path, name), text);
  }
  const out = join(folder.path, 'out');
  const { promise, resolve } = Promise.withResolvers<{ code: unknown; said: string }>();
  execFile(
    process.execPath,
    [launcher, 'run', '--out', out, folder.path],
    (error, stdout, stderr) => resolve({ code: error ? error.code : 0, said: stdout + stderr }),
  );
  const { code, said } = await promise;
  const text = await readFile(join(out, 'record.ndjson'), 'utf8').catch(() => undefined);
  const lines = text?.trimEnd().split('\n') ?? [];
  return { code, said, types: lines.map((line) => (JSON.parse(line) as { type: string }).type) };
}

test('a broken feature is found before anything of the others is run', async () => {
  const { code, said, types } = await runOf({ 'a.feature': good, 'b.feature': broken });
  expect(code).toBe(2);
  expect(said).toMatch(/b\.feature: \(5:3\): .*\n.*\(FB_FEATURE_FILE\)$/m);
  expect(types).toEqual([]);
});

test('a step that nobody knows is the end of its scenario only', async () => {
  const { code, said, types } = await runOf({ 'a.feature': good, 'b.feature': good });
  expect(code).toBe(3);
  expect(said).toMatch(/2 scenarios: 2 error/);
  const untold = ['screen', 'frame', 'state'];
  expect(types.filter((type) => !untold.includes(type))).toEqual([
    ...['run', 'plan', 'chart'],
    ...['scenario', 'registers', 'registers', 'verdict'],
    ...['scenario', 'registers', 'registers', 'verdict', 'end'],
  ]);
});
