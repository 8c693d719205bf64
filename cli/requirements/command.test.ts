import { execFile } from 'node:child_process';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const launcher = fileURLToPath(new URL('../frankbench.mjs', import.meta.url));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const requirements = (...args: readonly string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(process.execPath, [launcher, 'requirements', ...args], (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });

test('the requirements of the checkout are listed, and agree with its features', async () => {
  const { code, stdout, stderr } = await requirements();
  expect(stdout).toMatch(/^IS4-ACC-02 +A supervisor adds an account +medium +\d+ +0$/m);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
}, 20_000);

test('as JSON they come with their scenarios, and disagreements end with 2 and an error', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-requirements-'));
  const feature = join(folder.path, 'a.feature');
  await writeFile(
    feature,
    'Feature: A\n\n  @IS4-ACC-99\n  Rule: B\n\n    Scenario: C\n      Given d\n',
  );
  const { code, stdout, stderr } = await requirements('--json', '--feature-folder', folder.path);
  const { version, requirements: listed, disagreements } = JSON.parse(stdout);
  expect({ version, code }).toEqual({ version: 1, code: 2 });
  expect(listed[0]).toMatchObject({ id: expect.any(String), scenarios: [], assumed: 0 });
  expect(disagreements[0]).toMatch(
    /a\.feature:4: "B" \(and 1 more\) carries IS4-ACC-99; .*did you mean IS4-ACC-0/,
  );
  expect(stderr).toMatch(
    /The catalogue and the features disagree:\n.*a\.feature:4: [\s\S]*\(FB_REQUIREMENTS\)\n$/,
  );
}, 20_000);
