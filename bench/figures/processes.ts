import { spawn } from 'node:child_process';
import { mkdtempDisposable } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { atMost, type Figure, median, now } from './measure.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cucumber = join(
  dirname(createRequire(import.meta.url).resolve('@cucumber/cucumber/package.json')),
  'bin/cucumber.js',
);
const rounds = 5;

/** Runs Node with these arguments; resolves with the milliseconds until it ends or says `until`. */
const time = async (args: readonly string[], until?: string): Promise<number> =>
  (await ran(args, until)).ms;

/** The same, with what it said. */
function ran(
  args: readonly string[],
  until?: string,
): Promise<{ readonly ms: number; readonly said: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ ms: number; said: string }>();
  const began = now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += String(chunk);
    if (until !== undefined && said.includes(until)) resolve({ ms: now() - began, said });
  });
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  child.on('error', reject);
  child.on('exit', (code) => {
    if (until === undefined && code === 0) resolve({ ms: now() - began, said });
    else reject(new Error(`${args.join(' ')} ended with ${code}:\n${said.slice(-2000)}`));
  });
  return promise;
}

interface Pair {
  readonly ours: number;
  readonly reference: number;
}

/** Both in turn, so that a busy machine is busy for both. */
async function pairs(
  ours: () => Promise<number>,
  reference: () => Promise<number>,
): Promise<readonly Pair[]> {
  const measured: Pair[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const pair = { ours: await ours(), reference: await reference() };
    if (round > 0) measured.push(pair);
  }
  return measured;
}

const figureOf = (
  name: string,
  measured: readonly Pair[],
  reference: string,
  most: number,
): Figure => ({
  name,
  value: `${median(measured.map((pair) => pair.ours)).toFixed(0)} ms`,
  reference: `${reference} ${median(measured.map((pair) => pair.reference)).toFixed(0)} ms`,
  ...atMost(median(measured.map((pair) => pair.ours / pair.reference)), most),
});

const rig = ['--rig', 'rigs/emulator.is440.yaml'];
const features = 'features/is400';

/**
 * From the start of the process to the first key of the first scenario: of the whole suite, all of
 * which is read before anything runs, and of one feature file.
 */
export async function startUp(): Promise<readonly Figure[]> {
  return [
    await startOf(features, 'process start → first key, whole suite'),
    await startOf(`${features}/typing.feature`, 'process start → first key, one feature file'),
  ];
}

async function startOf(path: string, name: string): Promise<Figure> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-figures-'));
  const probe = join(root, 'bench/figures/reference/first-key.mjs');
  let run = 0;
  const ours = () => {
    run += 1;
    const out = join(folder.path, String(run));
    const program = ['cli/frankbench.mjs', 'run', ...rig, '--out', out, path];
    return time(['--import', probe, ...program], 'first key');
  };
  const reference = () =>
    time(
      [
        cucumber,
        '--import',
        'bench/figures/reference/first-step.mjs',
        'bench/figures/reference/empty.feature',
      ],
      'first key',
    );
  const measured = await pairs(ours, reference);
  return figureOf(name, measured, 'cucumber, one empty step', 1.5);
}

/** The whole suite of the IS-440, as `npm start` runs it. */
export async function wholeSuite(): Promise<Figure> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-figures-'));
  let run = 0;
  const ours = () => {
    run += 1;
    const out = join(folder.path, String(run));
    return time(['cli/frankbench.mjs', 'run', ...rig, '--out', out, features]);
  };
  const reference = () =>
    time([
      cucumber,
      '--import',
      'bench/figures/reference/no-op-steps.mjs',
      ...['steps/world.ts', 'steps/parameters.ts', 'steps/{*,is400/*}.steps.ts'].flatMap((path) => [
        '--import',
        path,
      ]),
      features,
    ]);
  const measured = await pairs(ours, reference);
  return figureOf('the IS suite', measured, 'the same scenarios, no-op steps', 2);
}

/** How much of the run of the IS suite is spent on its record. */
export async function recordingCost(): Promise<Figure> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-figures-'));
  const probe = join(root, 'bench/figures/reference/recording.mjs');
  const shares: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const out = join(folder.path, String(round));
    const program = ['cli/frankbench.mjs', 'run', ...rig, '--out', out, features];
    const { said } = await ran(['--import', probe, ...program]);
    const [, share] = /recording ([\d.]+)/.exec(said) ?? [];
    if (share === undefined)
      throw new Error(`nothing was said of the recording:\n${said.slice(-500)}`);
    shares.push(Number(share));
  }
  const share = median(shares);
  return {
    name: 'recording, of the whole run of the IS suite',
    value: `${(100 * share).toFixed(1)} %`,
    reference: 'the run 100 %',
    ...atMost(share, 0.15),
  };
}
