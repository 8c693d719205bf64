import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { SystemClock } from '#core';
import { root } from '../source.ts';

const accounts = 'features/is400/accounts.feature';
const fewScenarios = ['--name', 'A number that is taken is refused', 'A number that begins like'];

/** Runs on one rig, in the order in which they are made. */
export const packNames = ['first', 'failed', 'third', 'killed'] as const;

export type PackName = (typeof packNames)[number];

const argumentsOf: Readonly<Record<PackName, readonly string[]>> = {
  first: fewScenarios,
  failed: ['--mutate', 'duplicate-number-accepted', ...fewScenarios],
  third: fewScenarios,
  killed: [],
};

/** The PIN of the rig that the runs are made on. */
export const supervisorPin = '2468';

/** The scenarios of another rig that type passwords, and those. */
export const passwords = {
  feature: 'features/onboarding/profile.feature',
  names: ['The shortest password is accepted', 'Two entries that differ are refused'],
  secrets: ['Neige201', 'Neige2015', 'Neige2016'],
} as const;

/** The pack of the run that types passwords. */
export const packWithPasswords = 'passwords';

/** What a program said, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs `frankbench` with these arguments in a process of its own. */
export function frankbench(
  args: readonly string[],
  started: (kill: () => void) => void = () => undefined,
): Promise<Ended> {
  const { promise, resolve, reject } = Promise.withResolvers<Ended>();
  const child = spawn(process.execPath, ['cli/frankbench.mjs', ...args], {
    cwd: fileURLToPath(root),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  child.on('error', reject).on('close', (code) => resolve({ code, output }));
  started(() => child.kill('SIGKILL'));
  return promise;
}

/** Makes a key, and the run and the pack of each name, in a folder. */
export async function makePacks(folder: string): Promise<void> {
  for (const name of ['lab', 'stranger']) {
    await well(frankbench(['keys', 'new', '--out', join(folder, 'keys'), '--name', name]), [0]);
  }
  const key = join(folder, 'keys', 'lab.key.pem');
  for (const name of packNames) {
    const run = join(folder, 'runs', name);
    const command = ['run', accounts, '--out', run, ...argumentsOf[name]];
    if (name === 'killed') await killedInTheMiddle(run, command);
    else await well(frankbench(command), [0, 1]);
    const out = join(folder, 'packs', name);
    await well(frankbench(['evidence', run, '--key', key, '--out', out]), [0]);
  }
  const run = join(folder, 'runs', packWithPasswords);
  const { feature, names } = passwords;
  await well(frankbench(['run', feature, '--out', run, '--name', ...names]), [0]);
  const out = join(folder, 'packs', packWithPasswords);
  await well(frankbench(['evidence', run, '--key', key, '--out', out]), [0]);
}

async function well(ending: Promise<Ended>, codes: readonly number[]): Promise<void> {
  const { code, output } = await ending;
  if (code === null || !codes.includes(code)) throw new Error(`exit code ${code}: ${output}`);
}

/** Kills a run as soon as one of its scenarios has ended and is in the record. */
async function killedInTheMiddle(folder: string, command: readonly string[]): Promise<void> {
  const clock = new SystemClock();
  const over = new AbortController();
  const { code, output } = await frankbench(command, (kill) => {
    const look = (): void => {
      if (over.signal.aborted) return;
      if (recordOf(folder).includes('"type":"verdict"')) kill();
      else clock.setTimeout(look, 20);
    };
    look();
  });
  over.abort();
  if (code !== null) throw new Error(`the run was not killed: ${output}`);
}

function recordOf(folder: string): string {
  try {
    return readFileSync(join(folder, 'record.ndjson'), 'utf8');
  } catch {
    // The run has not begun to write.
    return '';
  }
}
