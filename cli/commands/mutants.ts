import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import type { ExaminedFault } from '../mutants/findings.ts';
import type { PreparedExamination } from '../mutants/prepare.ts';
import { positive } from '../positive.ts';
import type { Shell } from '../shell.ts';

interface MutantsFlags {
  readonly rig?: string;
  readonly only?: readonly string[];
  readonly checksOnly?: boolean;
  readonly remember?: boolean;
  readonly jobs: number;
  readonly list?: boolean;
  readonly json?: boolean;
}

const help = `
The faults in the panel of a machine are to be caught by the features of that machine
(features/is400, features/connect-plus, features/onboarding), those in the ledger and in dealing
with the Data Centre by features/funds, on an IS-440 and on a Connect+. Other features are run
against every fault of the machine on the rig. Each fault is run twice over: once judged by the
checks of the features alone, as with "frankbench run --no-shadow", and once by the shadow model
alone, which "--checks-only" leaves out.
  checks  a scenario that ends in FB_EXPECTATION, FB_NOT_REACHED, FB_UNTYPABLE, FB_NO_PATH or
          FB_NO_FRAME has caught the fault. Any other error (a defect of the fault or the bench)
          has not: the fault is called broken.
  shadow  only FB_DIVERGENCE counts. What the display never shows, such as what is in a file,
          the shadow model cannot see.
"killed K of N" counts the faults that the checks have caught. The exit code is 0 when they are all
of them, and 1 when one is left or a scenario fails without a fault.`;

/** `frankbench mutants`: which seeded firmware faults the features catch. */
export function register(program: Command, shell: Shell): void {
  program
    .command('mutants')
    .description('seed firmware faults one by one and see whether the features catch them')
    .argument('[features...]', 'feature files or folders', ['features'])
    .option(
      '-r, --rig <file>',
      'the rig to run on (default: the emulated machines of the features)',
    )
    .option('--only <fault...>', 'only these faults')
    .option('--checks-only', 'leave out what the shadow model alone catches: half of the time')
    .option('--remember', 'look there first the next time (features/caught.json)')
    .option('-j, --jobs <count>', 'threads', positive, availableParallelism())
    .option('--list', 'name the faults and what they do')
    .option('--json', 'as JSON')
    .addHelpText('after', help)
    .action(async (features: readonly string[], flags: MutantsFlags) => {
      const { prepareExaminations } = await import('../mutants/prepare.ts');
      const prepared = await prepareExaminations(shell, features, flags);
      if (flags.list) {
        listFaults(shell, prepared, flags.json ?? false);
        return;
      }
      const { conduct } = await import('../mutants/conduct.ts');
      const { runUnmutated } = await import('../mutants/crew.ts');
      const { isGreen, printCounts, printExamination, printUnmutated, tally } = await import(
        '../mutants/print.ts'
      );
      const green = [];
      for (const examination of prepared) {
        const unmutated = await runUnmutated(examination.request);
        if (!isGreen(unmutated)) {
          printExamination(shell, examination);
          printUnmutated(shell, unmutated);
          shell.print('Faults can be seeded once every scenario passes without one.');
          shell.exit(1);
          return;
        }
        green.push({ examination, unmutated });
      }
      const all: ExaminedFault[] = [];
      for (const { examination, unmutated } of green) {
        all.push(...(await conduct(shell, examination, unmutated, flags)));
      }
      const counts = tally(all);
      if (flags.json) shell.print(JSON.stringify({ faults: all, ...counts }, undefined, 2));
      else printCounts(shell, all);
      if (counts.killed < counts.total) shell.exit(1);
    });
}

/** Names each fault once, whatever the number of machines that it is examined on. */
function listFaults(shell: Shell, prepared: readonly PreparedExamination[], json: boolean): void {
  const faults = [
    ...new Map(
      prepared.flatMap((one) => one.faults.map((fault) => [fault.name, fault] as const)),
    ).values(),
  ];
  const width = Math.max(...faults.map(({ name }) => name.length));
  const lines = faults.map(({ name, description }) => `${name.padEnd(width)}  ${description}`);
  shell.print(json ? JSON.stringify(faults, undefined, 2) : lines.join('\n'));
}
