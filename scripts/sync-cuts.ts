import process from 'node:process';
import { parseArgs } from 'node:util';
import { type CutCell, cutProblem, cuts, cutTable, fundsOperations, tableLegend } from '#bench';
import { loadRig } from '#rigs';

/**
 * `node scripts/sync-cuts.ts [--rig FILE]... [--operation NAME]... [--fault NAME] [--no-shadow]`: every operation of the
 * Data Centre, cut at every message and every commit in every way, and what is left of it. Exits with 1 when a cell is
 * bad.
 */
const { values } = parseArgs({
  options: {
    rig: {
      type: 'string',
      multiple: true,
      default: ['rigs/emulator.is440.yaml', 'rigs/emulator.connect-plus.yaml'],
    },
    operation: {
      type: 'string',
      multiple: true,
      default: fundsOperations.map(({ name }) => name),
    },
    fault: { type: 'string' },
    'no-shadow': { type: 'boolean', default: false },
  },
});

const print = (...lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`);
};

print(...tableLegend);
const problems: string[] = [];
let count = 0;
for (const file of values.rig) {
  const rig = loadRig(file, process.env);
  for (const name of values.operation) {
    const cells: CutCell[] = [];
    const all = cuts({
      rig,
      operations: fundsOperations.filter((one) => one.name === name),
      judge: values['no-shadow'] ? 'checks' : 'both',
      ...(values.fault === undefined ? {} : { fault: values.fault }),
    });
    for await (const cell of all) cells.push(cell);
    count += cells.length;
    problems.push(...cells.filter(({ problem }) => problem !== null).map(cutProblem));
    print('', `${rig.meter.model}, ${name}`, ...cutTable(cells));
  }
}
print('', `${count} cells, ${problems.length} bad`, ...problems);
process.exitCode = problems.length === 0 && count > 0 ? 0 : 1;
