import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServedMeter, serveMeter } from '#fixtures';
import { frankbenchWell } from '../frankbench.ts';
import { rigFileFor } from '../parity/rig-files.ts';

/** Features full of secrets, and a fault that some of them find: why a scenario fails is told too. */
export interface SecretiveSuite {
  readonly rig: string;
  readonly features: readonly string[];
  readonly fault: string;
  /** A model whose meter is served over TCP, so that there is a log of the wire. */
  readonly served?: string;
}

const formats = 'junit,messages,cucumber-html,ctrf,allure';

/**
 * Makes everything that runs of a suite leave behind, in `folder`: two runs over the one link or the
 * other, the one of them failed, with report, other formats, history and comparison, an evidence pack of
 * each, and what the programs said, at the level of the log that says most. The signing key goes to `keys`.
 */
export async function makeAllOutputs(
  folder: string,
  keys: string,
  { rig, features, fault, served }: SecretiveSuite,
): Promise<void> {
  const said = join(folder, 'said');
  mkdirSync(said, { recursive: true });
  const say = async (name: string, args: readonly string[], codes?: readonly number[]) => {
    const output = await frankbenchWell(['--log-level', 'trace', ...args], codes);
    writeFileSync(join(said, `${name}.txt`), output);
  };
  await say('keys', ['keys', 'new', '--out', keys, '--name', 'lab']);
  const run = (name: string): string => join(folder, 'runs', name);
  const make = async (name: string, rigFile: string, args: readonly string[], code: number) => {
    const more = ['--rig', rigFile, '--format', formats, '--out', run(name), ...args];
    await say(name, ['run', ...features, ...more], [code]);
    const pack = ['--key', join(keys, 'lab.key.pem'), '--out', join(folder, 'packs', name)];
    await say(`${name}-pack`, ['evidence', run(name), ...pack]);
  };
  await make('failed', rig, ['--mutate', fault], 1);
  await using meter: ServedMeter | undefined = served
    ? await serveMeter(served, ['--scpi', '127.0.0.1:0'])
    : undefined;
  const other = meter ? rigFileFor('tcp', rig, meter.addresses, keys) : rig;
  await make('passed', other, [], 0);
  await say('report', ['report', run('passed')]);
  await say('history', ['history', '--archive', join(folder, 'runs')]);
  await say('compare', ['compare', run('failed'), run('passed')], [0, 1]);
}
