import type { Command } from 'commander';
import { positive } from '../positive.ts';
import type { Shell } from '../shell.ts';

interface HistoryFlags {
  readonly rig?: string;
  readonly scenario?: string;
  readonly last: number;
  readonly archive?: string;
  readonly rebuild?: boolean;
  readonly json?: boolean;
}

/** `frankbench history`: what the runs of an archive say together. */
export function register(program: Command, shell: Shell): void {
  program
    .command('history')
    .description('trends, flaky scenarios, drift, and what broke since when, over all runs')
    .option('-r, --rig <name>', 'only runs on this rig')
    .option('-s, --scenario <text>', 'only scenarios whose name, place or uid has this text')
    .option('-l, --last <count>', 'how many of the newest runs are looked at', positive, 50)
    .option('--archive <folder>', 'where the folders of the runs lie (default: runs)')
    .option('--rebuild', 'make the history anew from the runs that are there')
    .option('--json', 'as JSON')
    .action(async (flags: HistoryFlags) => {
      const { archiveOf } = await import('../history/archive-of.ts');
      const { tellHistory } = await import('../history/tell-history.ts');
      const archive = archiveOf(shell, flags.archive);
      const { rig, scenario, last, rebuild = false } = flags;
      const told = await tellHistory(shell.root, archive, {
        ...(rig === undefined ? {} : { rig }),
        ...(scenario === undefined ? {} : { scenario }),
        last,
        rebuild,
      });
      if (flags.json) {
        shell.print(JSON.stringify(told, undefined, 2));
        return;
      }
      const { historyText } = await import('../history/print-history.ts');
      const { count } = await import('../history/words.ts');
      const { taken, leftOut } = told;
      if (taken.length > 0) shell.print(`Taken in: ${count(taken.length, 'run')}.`);
      for (const { folder, why } of leftOut) shell.print(`Left out: ${folder}: ${why}`);
      if (told.runs.length > 0) {
        shell.print(historyText(told));
        return;
      }
      const of = rig === undefined ? '' : ` on a rig called "${rig}"`;
      shell.print(`There is no run${of} in ${archive} yet. "frankbench run" makes one.`);
    });
}
