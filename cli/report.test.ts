import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readRunFile } from '#reports';

const root = fileURLToPath(new URL('../', import.meta.url));
const execute = promisify(execFile);

const frankbench = (...args: readonly string[]) =>
  execute(process.execPath, [join(root, 'cli/frankbench.mjs'), ...args], { cwd: root });

const scenario = ['features/is400/accounts.feature', '--name', 'A deleted account is not offered'];

const everyFile = ['allure-results', 'ctrf.json', 'cucumber.html', 'junit.xml', 'messages.ndjson'];

test('a run writes the formats that are asked for, and report makes the same again', {
  timeout: 60_000,
}, async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-report-'));
  const run = join(folder.path, 'run');
  const formats = ['--format', 'junit,messages', '-f', 'cucumber-html,ctrf,allure'];
  const ran = await frankbench('run', ...scenario, '--out', run, ...formats);
  expect(ran.stdout.match(/^Wrote: /gm)).toHaveLength(5);
  expect(readdirSync(run)).toEqual(expect.arrayContaining(everyFile));
  const out = join(folder.path, 'out');
  const made = await frankbench('report', run, ...formats, '--out', out);
  expect(made.stdout).toMatch(/^Report: .*report\.html$/m);
  expect(readdirSync(out)).toEqual(everyFile);
  for (const name of everyFile.slice(1)) {
    expect(readFileSync(join(out, name)).equals(readFileSync(join(run, name))), name).toBe(true);
  }
  const results = readdirSync(join(out, 'allure-results'));
  expect(results).toEqual(readdirSync(join(run, 'allure-results')));
  const shown = results.filter((name) => name.endsWith('-attachment.png'));
  expect(shown.length).toBeGreaterThan(2);
  const result = results.find((name) => name.endsWith('-result.json')) ?? '';
  const { labels } = JSON.parse(readFileSync(join(out, 'allure-results', result), 'utf8'));
  expect(labels).toContainEqual({ name: 'severity', value: 'critical' });
});

test('the folder of a killed run is told as incomplete', { timeout: 60_000 }, async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-report-'));
  const run = join(folder.path, 'run');
  await frankbench('run', ...scenario, '--out', run);
  const record = join(run, 'record.ndjson');
  truncateSync(record, readFileSync(record).lastIndexOf('{"seq"') - 200);
  const open = { state: 'open', ended: null, verdict: null, exitCode: null };
  const killed = { ...readRunFile(run), ...open, counts: null, record: null };
  writeFileSync(join(run, 'run.json'), JSON.stringify(killed));
  await frankbench('report', run, '--format', 'junit,ctrf');
  expect(readFileSync(join(run, 'junit.xml'), 'utf8')).toContain('type="incomplete"');
  expect(readFileSync(join(run, 'ctrf.json'), 'utf8')).toContain('"rawStatus":"incomplete"');
});

test('an unknown format, and a run that is not there, are the command line being wrong', async () => {
  await expect(frankbench('report', 'last', '--format', 'jnit')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/There is no format "jnit"[\s\S]*did you mean junit\?/),
  });
  await expect(frankbench('report', 'no-such-run')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/There is no run no-such-run\.[\s\S]*\(FB_USAGE\)/),
  });
});
