import process from 'node:process';
import { parseArgs } from 'node:util';
import { type CutCell, callOperationsOf, cutProblem, cuts, cutTable, tableLegend } from '#bench';
import { modelNamed } from '#models';
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
      default: ['is440', 'connect-plus', 'onboarding'].map((name) => `rigs/emulator.${name}.yaml`),
    },
    operation: { type: 'string', multiple: true },
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
  for (const operation of callOperationsOf(modelNamed(rig.meter.model).family)) {
    const { name } = operation;
    if (values.operation && !values.operation.includes(name)) continue;
    const cells: CutCell[] = [];
    const all = cuts({
      rig,
      operations: [operation],
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
