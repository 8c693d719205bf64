import process from 'node:process';
import { closingLine, isPass, noCounts } from '../counts.ts';
import { killedRun, moments } from './killed-run.ts';

const seed = 20261128;
const count = 50;

/**
 * `npm run killed-runs`: runs that are killed at random moments, from a seed. What each leaves must be
 * readable, say that it is incomplete, hold together up to its last whole line, and make a report.
 */
let [failed, torn] = [0, 0];
for (const moment of moments(seed, count)) {
  const remains = await killedRun(moment);
  if (remains.torn) torn += 1;
  if (remains.problems.length === 0) continue;
  failed += 1;
  process.stdout.write(`✗ ${JSON.stringify(moment)}: ${remains.problems.join('; ')}\n`);
}
process.stdout.write(`${count} runs killed (seed ${seed}), ${torn} of them within a line\n`);
const counts = { ...noCounts, passed: count - failed, failed };
process.exitCode = isPass(counts) ? 0 : 1;
process.stdout.write(`${closingLine(counts)}\n`);
