import { spawn } from 'node:child_process';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Random, randomFrom } from '#core';
import { openStory, readRunFile, writeReport } from '#reports';
import { root } from '../source.ts';

/** Where a run is killed: at its so manieth key, or with that share of a write of the record done. */
export type Moment = { readonly key: number } | { readonly write: number; readonly share: number };

/** What a killed run has left. */
export interface Remains {
  readonly moment: Moment;
  readonly lines: number;
  readonly torn: boolean;
  /** What should not be; none for a run that left what it must. */
  readonly problems: readonly string[];
}

const launcher = fileURLToPath(new URL('cli/frankbench.mjs', root));
const killAt = fileURLToPath(new URL('scripts/killed-runs/kill-at.mjs', root));
const feature = 'features/is400/accounts.feature';

/** Moments from a seed, at keys and in the middle of writes in turn. */
export function moments(seed: number, count: number): readonly Moment[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, index) => momentAt(random, index % 2 === 0));
}

/** The feature presses some 2,000 keys, and its record is written step by step. */
const momentAt = (random: Random, atKey: boolean): Moment =>
  atKey
    ? { key: 1 + random.below(2000) }
    : { write: 1 + random.below(200), share: random.below(1000) / 1000 };

/** Runs a feature, kills the run at a moment, and looks at what it has left. */
export async function killedRun(moment: Moment): Promise<Remains> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-killed-'));
  const out = join(folder.path, 'run');
  const signal = await killed(out, moment);
  const problems: string[] = signal === 'SIGKILL' ? [] : [`it was not killed: ${signal}`];
  const story = openStory(join(out, 'record.ndjson'));
  const scenarios = [...story.scenarios];
  const { lines, torn, chainBreak } = story.state;
  const begun = scenarios.filter(({ verdict }) => verdict === 'incomplete');
  if (chainBreak) problems.push(`the chain breaks in line ${chainBreak.line}`);
  if (story.end) problems.push('it says that it was concluded');
  if (readRunFile(out).state !== 'open') problems.push('run.json says that it was concluded');
  if (begun.length > 1) problems.push(`${begun.length} scenarios are incomplete`);
  if (scenarios.length > story.plan.length) problems.push('there are more scenarios than planned');
  await writeReport(out);
  return { moment, lines, torn, problems };
}

function killed(out: string, moment: Moment): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const program = ['--import', killAt, launcher, 'run', '--out', out, feature];
  const child = spawn(process.execPath, program, {
    cwd: fileURLToPath(root),
    stdio: 'ignore',
    env: { ...process.env, FRANKBENCH_KILL_AT: JSON.stringify(moment) },
  });
  child.on('exit', (code, signal) => resolve(signal ?? `exit ${code}`));
  return promise;
}
