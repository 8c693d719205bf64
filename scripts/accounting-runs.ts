import process from 'node:process';
import { parseArgs } from 'node:util';
import { accountingRuns, workKinds } from '#bench';
import { loadRig } from '#rigs';

/**
 * `node scripts/accounting-runs.ts [--seed N] [--count 500] [--steps 30] [--rig FILE] [--fault NAME] [--no-shadow]`:
 * random work, moves, synchronisation and faults of network, power and server, and whether the registers, the reports
 * and the accounting server agree after each run. Exits with 1 when they do not.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '500' },
    steps: { type: 'string', default: '30' },
    rig: { type: 'string', default: 'rigs/emulator.connect-plus.yaml' },
    fault: { type: 'string' },
    'no-shadow': { type: 'boolean', default: false },
  },
});

const runs = await accountingRuns({
  rig: loadRig(values.rig, process.env),
  seed: Number(values.seed),
  count: Number(values.count),
  steps: Number(values.steps),
  judge: values['no-shadow'] ? 'checks' : 'both',
  ...(values.fault === undefined ? {} : { fault: values.fault }),
});

const sum = (count: (run: (typeof runs)[number]) => number): number =>
  runs.reduce((total, run) => total + count(run), 0);
const row = (what: string, count: number): string =>
  `${what.padEnd(24)}${count.toLocaleString('en').padStart(9)}\n`;

process.stdout.write(row('runs', runs.length));
for (const kind of workKinds)
  process.stdout.write(
    row(
      kind,
      sum(({ done }) => done.get(kind) ?? 0),
    ),
  );
process.stdout.write(
  row(
    'pieces franked',
    sum(({ used }) => used.pieces),
  ),
);
process.stdout.write(
  row(
    'pence franked',
    sum(({ used }) => used.postage),
  ),
);
process.stdout.write(
  row(
    'transactions',
    sum(({ transactions }) => transactions),
  ),
);
process.stdout.write(
  row(
    'messages to the server',
    sum(({ messages }) => messages),
  ),
);
const problems = runs.flatMap(({ problem }) => problem ?? []);
process.stdout.write(
  problems.length === 0
    ? 'After each run the registers, the reports and the accounting server agree to the penny.\n'
    : `${problems.join('\n')}\n`,
);
process.exitCode = problems.length === 0 && runs.length > 0 ? 0 : 1;
