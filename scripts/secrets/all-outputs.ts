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
 * Makes everything that runs of a suite leave behind, in `folder`: a run that fails, with report, every
 * other format and an evidence pack; one that passes, on the wire where there is one; history and
 * comparison of the two; and what the programs said, at the level of the log that says most. The signing
 * key goes to `keys`.
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
  const make = (name: string, rigFile: string, code: number, ...args: readonly string[]) =>
    say(name, ['run', ...features, '--rig', rigFile, '--out', run(name), ...args], [code]);
  await make('failed', rig, 1, '--mutate', fault, '--format', formats);
  const pack = ['--key', join(keys, 'lab.key.pem'), '--out', join(folder, 'packs', 'failed')];
  await say('pack', ['evidence', run('failed'), ...pack]);
  await using meter: ServedMeter | undefined = served
    ? await serveMeter(served, ['--scpi', '127.0.0.1:0'])
    : undefined;
  const other = meter ? rigFileFor('tcp', rig, meter.addresses, keys) : rig;
  await make('passed', other, 0, '--format', 'junit,messages');
  await say('report', ['report', run('passed')]);
  await say('history', ['history', '--archive', join(folder, 'runs')]);
  await say('compare', ['compare', run('failed'), run('passed')], [0, 1]);
}
