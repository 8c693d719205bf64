import process from 'node:process';
import { parseArgs } from 'node:util';
import { cutOperations, powerCuts } from '#bench';
import { loadRig } from '#rigs';

/**
 * `node scripts/power-cuts.ts [--seed N] [--count 200] [--rig FILE] [--fault NAME]`: what is left after power cuts
 * at random places, by operation. Exits with 1 when something is left that no cut may leave.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200' },
    rig: { type: 'string', default: 'rigs/emulator.is440.yaml' },
    fault: { type: 'string' },
  },
});

const rig = loadRig(values.rig, process.env);
const outcomes = await powerCuts({
  rig,
  seed: Number(values.seed),
  count: Number(values.count),
  ...(values.fault === undefined ? {} : { fault: values.fault }),
});

const row = (cells: readonly (string | number)[]): string =>
  cells.map((cell, index) => (index === 0 ? `${cell}`.padEnd(10) : `${cell}`.padStart(9))).join('');

process.stdout.write(`${row(['operation', 'cuts', 'old list', 'new list', 'neither'])}\n`);
for (const operation of [...cutOperations, 'all']) {
  const of = outcomes.filter((one) => operation === 'all' || one.operation === operation);
  const left = (what: string) => of.filter((one) => one.left === what).length;
  process.stdout.write(
    `${row([operation, of.length, left('old'), left('new'), left('neither')])}\n`,
  );
}
const problems = outcomes.flatMap(({ problem }) => problem ?? []);
process.stdout.write(
  problems.length === 0
    ? 'Every cut left a legal list and registers that balance.\n'
    : `${problems.join('\n')}\n`,
);
process.exitCode = problems.length === 0 && outcomes.length > 0 ? 0 : 1;
