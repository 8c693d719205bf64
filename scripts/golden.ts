import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type SuiteOf, suiteName, suites } from './features.ts';
import { goldenUses } from './golden-uses.ts';
import { run } from './program.ts';
import { root } from './source.ts';

/**
 * `npm run golden [-- --by NAME]`: runs the features that compare displays with golden screens, and
 * accepts what they show now. Exits with 1 when something else than a display is wrong.
 */
const { values } = parseArgs({ options: { by: { type: 'string' } } });

/** A scenario ends with its first difference; so often may there be another one behind it. */
const mostRounds = 8;

const frankbench = (...args: readonly string[]): Promise<number> =>
  run(process.execPath, ['cli/frankbench.mjs', ...args]);

/** Runs the features of a suite until all displays are as their golden screens. */
async function acceptAll(suite: SuiteOf, features: readonly string[]): Promise<boolean> {
  const { rig, language } = suite;
  const out = join('runs', `golden-${suiteName(suite)}`);
  const spoken = language === undefined ? [] : ['--language', language];
  for (let round = 0; round < mostRounds; round += 1) {
    await rm(new URL(out, root), { recursive: true, force: true });
    const code = await frankbench('run', '--rig', rig, '--out', out, ...spoken, ...features);
    if (code === 0) return true;
    const by = values.by === undefined ? [] : ['--by', values.by];
    if ((await frankbench('golden', 'accept', out, ...by)) !== 0) return false;
  }
  return false;
}

let isWell = true;
for (const suite of suites) {
  const uses = goldenUses().filter(({ feature }) => feature.startsWith(`${suite.features}/`));
  const features = [...new Set(uses.map(({ feature }) => feature))];
  if (features.length > 0) isWell = (await acceptAll(suite, features)) && isWell;
}
process.exitCode = isWell ? 0 : 1;
