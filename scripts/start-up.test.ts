import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { root, sourceFiles } from './source.ts';

/** Libraries that a run without any report must not pay for. */
const onDemand = [
  ...[
    '@cyclonedx/cyclonedx-library',
    '@e965/xlsx',
    'cfb',
    'csv-parse',
    'csv-stringify',
    'iconv-lite',
    'pdfkit',
    'unpdf',
  ],
].join('|');

test('what only reports need is loaded when a report is written or read', () => {
  const atStart = new RegExp(
    `^(?:import|export) (?!type )[^;]*?from '(?:${onDemand})(?:/[^']*)?';`,
    'm',
  );
  const early = sourceFiles()
    .filter(({ path }) => !path.endsWith('.test.ts') && !path.startsWith('bench/figures/'))
    .filter(({ text }) => atStart.test(text))
    .map(({ path }) => path);
  expect(early).toEqual([]);
  expect(atStart.test("import {\n  parse,\n} from 'csv-parse/sync';")).toBe(true);
});

/** Says each file that is loaded, in order with what the program says. */
const sayLoaded = `data:text/javascript,
import { writeSync } from 'node:fs';
import { registerHooks } from 'node:module';
registerHooks({ load: (url, context, next) => {
  if (url.startsWith('file:')) writeSync(1, url + '\\n');
  return next(url, context);
} });`;

test('a meter on a port says who it is with few files of our own, and no package', async () => {
  const program = fileURLToPath(new URL('cli/frankbench.mjs', root));
  const args = ['--import', sayLoaded, program, 'emulate', 'is-440', '--scpi', '127.0.0.1:0'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (line === 'ready') child.kill('SIGTERM');
  }
  await ended;
  const files = lines.filter((line) => line.startsWith('file:'));
  const before = lines.slice(
    0,
    lines.findIndex((line) => line.startsWith('scpi ')),
  );
  expect(before.filter((line) => line.includes('/node_modules/'))).toEqual([]);
  expect(before.length).toBeGreaterThan(20);
  // About a third of a millisecond each.
  expect(before.length).toBeLessThan(75);
  expect(files.length).toBeGreaterThan(300);
}, 60_000);

test.each([
  ['is440', 'is400', 'typing'],
  ['connect-plus', 'connect-plus', 'log-in'],
  ['onboarding', 'onboarding', 'connection'],
])(
  'a run on an %s loads no machine but those of its family',
  async (rig, family, feature) => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-start-'));
    const args = [
      ...['--import', sayLoaded],
      ...['--import', fileURLToPath(new URL('bench/figures/reference/first-key.mjs', root))],
      ...[fileURLToPath(new URL('cli/frankbench.mjs', root)), 'run'],
      ...['--rig', `rigs/emulator.${rig}.yaml`, '--out', join(folder.path, 'run')],
      `features/${family}/${feature}.feature`,
    ];
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      cwd: fileURLToPath(root),
    });
    const loaded = stdout.split('\n');
    expect(loaded).toContain('first key');
    const families = loaded.flatMap(
      (line) =>
        /\/(?:models|bench|emulator|steps)\/(is400|connect-plus|onboarding)\//.exec(line)?.[1] ??
        [],
    );
    expect([...new Set(families)]).toEqual([family]);
  },
  60_000,
);

test('a machine that was not loaded is no machine yet, and one that there is not never is', async () => {
  const program = `
    import { loadModel, modelNamed } from '#models/any-machine';
    import { emulatedMeter, loadMachine } from '#emulator/any-machine';
    import { VirtualClock } from '#core/clock';
    const said = (act) => { try { return act().name; } catch (error) { return error.message; } };
    const emulate = () => ({ name: emulatedMeter('is-420', { clock: new VirtualClock(), supervisorPin: '1234' }).identity.model });
    const all = [said(() => modelNamed('is-440'))];
    await loadModel('is-440');
    all.push(said(() => modelNamed('is-440')), said(() => modelNamed('connect-plus')), said(emulate));
    await loadMachine('is-420');
    all.push(said(emulate), await loadModel('is-9').catch((error) => error.code));
    process.stdout.write(all.join('\\n'));
  `;
  const flags = ['--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, flags, {
    cwd: fileURLToPath(root),
  });
  expect(stdout.split('\n')).toEqual([
    'the is-440 is asked for before it is loaded',
    'is-440',
    'the connect-plus is asked for before it is loaded',
    'the is-420 is emulated before it is loaded',
    'IS-420',
    'FB_UNKNOWN_MODEL',
  ]);
}, 60_000);
