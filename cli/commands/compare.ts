import type { Command } from 'commander';
import type { Shell } from '../shell.ts';

const help = `
RUN is the folder of a run, or its name below runs/. The exit code is 0 when the runs are alike, 1 when
they differ, 2 when the command line is wrong. Times are compared exactly when both runs were in virtual
time; on a machine a difference of up to a second or a fifth is none. What was not the same around the
runs (commit, firmware, seeded fault …) is shown and does not make them differ.`;

/** `frankbench compare`: two runs side by side. */
export function register(program: Command, shell: Shell): void {
  program
    .command('compare')
    .description('compare two runs scenario by scenario')
    .argument('<run>', 'the first run')
    .argument('<run>', 'the second run')
    .option('--json', 'as JSON')
    .addHelpText('after', help)
    .action(async (first: string, second: string, flags: { readonly json?: boolean }) => {
      const { runFolderNamed } = await import('../run-folder-of.ts');
      const folders = [runFolderNamed(shell, first), runFolderNamed(shell, second)] as const;
      const { loadHistory } = await import('#reports');
      const { compareRuns } = await loadHistory();
      const comparison = compareRuns(...folders);
      if (flags.json) shell.print(JSON.stringify(comparison, undefined, 2));
      else {
        const { comparisonText } = await import('../compare/print-comparison.ts');
        shell.print(comparisonText(comparison));
      }
      if (comparison.differences.length > 0) shell.exit(1);
    });
}
