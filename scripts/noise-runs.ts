import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { loadNoisePlan, type NoisePlan } from '#rigs/noise';
import { type Comparison, compareRuns } from './noise/compare-runs.ts';
import { type NoiseSuite, noiseSuites } from './noise/suites.ts';

/**
 * `node scripts/noise-runs.ts [--plan FILE] [--seed N] [--count 1000] [--timeout-ms 80]`: the features of
 * the three machines over TCP with noise, beside the same without: each verdict must be the same, and
 * the same keys must have reached the meter, in the same order. Exits with 1 when not.
 */
const { values } = parseArgs({
  options: {
    plan: { type: 'string', default: 'rigs/noise/lossy.yaml' },
    seed: { type: 'string' },
    count: { type: 'string', default: '1000' },
    'timeout-ms': { type: 'string', default: '80' },
  },
});

const plan: NoisePlan = loadNoisePlan(values.plan);
const firstSeed = values.seed === undefined ? plan.seed : Number(values.seed);
const wanted = Number(values.count);
const runs: Comparison[] = [];
const began = performance.now();
const count = (): number => runs.reduce((total, { scenarios }) => total + scenarios, 0);

/** Again with other chances, where there were not enough scenarios. */
for (let turn = 0; count() < wanted; turn += 1) {
  const before = count();
  await Promise.all(noiseSuites.map((suite, index) => runSuite(suite, turn * 10 + index)));
  if (count() === before) break;
}

async function runSuite({ machine, rig, features }: NoiseSuite, more: number): Promise<void> {
  const run = await compareRuns({
    rig,
    features,
    plan: { ...plan, seed: firstSeed + more },
    timeoutMs: Number(values['timeout-ms']),
    folder: join('runs', 'noise', `${more}-${machine}`),
  });
  runs.push(run);
  const { scenarios, keys, struck, differences } = run;
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  process.stdout.write(
    `${machine}: ${scenarios} scenarios, ${keys} keys, ${struck} faults, ${differences.length} differences (${seconds} s)\n`,
  );
}

const merged = (
  maps: readonly Iterable<readonly [string, number]>[],
): ReadonlyMap<string, number> => {
  const all = new Map<string, number>();
  for (const [name, number] of maps.flatMap((map) => [...map])) {
    all.set(name, (all.get(name) ?? 0) + number);
  }
  return all;
};
const row = (what: string, number: number): void =>
  void process.stdout.write(`${what.padEnd(28)}${number.toLocaleString('en').padStart(9)}\n`);
const sum = (of: (run: Comparison) => number): number =>
  runs.reduce((total, run) => total + of(run), 0);

row(
  'answers',
  sum(({ answers }) => answers),
);
for (const [name, number] of merged(runs.map(({ faults }) => faults))) row(`  ${name}`, number);
for (const [name, number] of merged(runs.map(({ rungs }) => rungs))) row(`driver: ${name}`, number);
row(
  'keys at the meter',
  sum(({ keys }) => keys),
);
row('scenarios', count());
for (const [name, number] of merged(runs.map(({ verdicts }) => verdicts))) row(`  ${name}`, number);
const problems = runs.flatMap((run) => run.differences);
row('differences', problems.length);
const reasons = runs.flatMap((run) => run.reasons);
for (const problem of [...problems, ...reasons].slice(0, 20)) process.stdout.write(`${problem}\n`);
const bad = problems.length + reasons.length;
const silent = runs.some(({ struck, keys }) => struck === 0 || keys === 0);
if (silent) process.stdout.write('A run had no fault or no key: nothing was proved.\n');
const failed = bad > 0 || silent || count() < wanted ? Math.max(1, bad) : 0;
process.stdout.write(`${Math.max(0, count() - bad)} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
