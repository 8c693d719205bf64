import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SystemClock } from '#core';
import { frankbench, frankbenchWell } from '../frankbench.ts';

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

/** Makes a key, and the run and the pack of each name, in a folder. */
export async function makePacks(folder: string): Promise<void> {
  for (const name of ['lab', 'stranger']) {
    await frankbenchWell(['keys', 'new', '--out', join(folder, 'keys'), '--name', name]);
  }
  const key = join(folder, 'keys', 'lab.key.pem');
  for (const name of packNames) {
    const run = join(folder, 'runs', name);
    const command = ['run', accounts, '--out', run, ...argumentsOf[name]];
    if (name === 'killed') await killedInTheMiddle(run, command);
    else await frankbenchWell(command, [0, 1]);
    const out = join(folder, 'packs', name);
    await frankbenchWell(['evidence', run, '--key', key, '--out', out]);
  }
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
