import type { Command } from 'commander';
import { positive } from '../positive.ts';
import type { Shell } from '../shell.ts';

interface PruneFlags {
  readonly keep?: number;
  readonly keepDays?: number;
  readonly rig?: string;
  readonly keepFailed?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly archive?: string;
  readonly json?: boolean;
}

const help = `
Without --yes nothing is removed: what would be is shown. The newest run of a rig always stays, and so
does a run that goes on. The ledger and the history keep a line of every run that was removed.`;

/** `frankbench prune`: removes the folders of old runs. */
export function register(program: Command, shell: Shell): void {
  program
    .command('prune')
    .description('remove the folders of old runs; their history stays')
    .option('--keep <count>', 'the newest so many runs of each rig stay', positive)
    .option('--keep-days <days>', 'runs of the last so many days stay', positive)
    .option('-r, --rig <name>', 'only runs on this rig')
    .option('--keep-failed', 'runs that failed, broke or were killed stay')
    .option('--dry-run', 'show what would be removed, and remove nothing')
    .option('-y, --yes', 'remove it')
    .option('--archive <folder>', 'where the folders of the runs lie (default: runs)')
    .option('--json', 'as JSON')
    .addHelpText('after', help)
    .action(async (flags: PruneFlags) => {
      const { loadPruning } = await import('#reports');
      const { planPruning, pruneRuns } = await loadPruning();
      const { SystemClock } = await import('#core');
      const { archiveOf } = await import('../history/archive-of.ts');
      const { pruneText } = await import('../history/print-prune.ts');
      const { archive, dryRun = false, yes = false, json: _json, ...what } = flags;
      const plan = planPruning(archiveOf(shell, archive), {
        ...what,
        now: new SystemClock().now(),
      });
      const doIt = yes && !dryRun;
      if (doIt) pruneRuns(plan);
      if (flags.json) shell.print(JSON.stringify({ ...plan, removed: doIt }, undefined, 2));
      else shell.print(pruneText(plan, doIt));
    });
}
