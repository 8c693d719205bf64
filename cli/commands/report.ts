import type { Command } from 'commander';
import { formatOption } from '../format-flags.ts';
import type { Shell } from '../shell.ts';

interface ReportFlags {
  readonly format: readonly string[];
  readonly out?: string;
  readonly requirements?: string;
}

/** `frankbench report`: the report of a run that was made, and its results for programs of others. */
export function register(program: Command, shell: Shell): void {
  program
    .command('report')
    .description('make the report of a run again, and other formats of its results')
    .argument('<run>', 'the folder of a run, its name in runs/, or last')
    .addOption(formatOption())
    .option('-o, --out <folder>', 'where the formats go (default: the folder of the run)')
    .option('--requirements <file>', 'the catalogue (default: docs/requirements.yaml)')
    .action(async (text: string, flags: ReportFlags) => {
      const { relative } = await import('node:path');
      const { writeReport } = await import('#reports');
      const { formatsNamed } = await import('../formats-named.ts');
      const { runFolderNamed } = await import('../run-folder-of.ts');
      const { writeFormatsOf } = await import('../write-formats-of.ts');
      const { catalogueNamed } = await import('../requirements/catalogue.ts');
      const formats = formatsNamed(flags.format);
      const folder = runFolderNamed(shell, text);
      const requirements = catalogueNamed(shell, flags.requirements);
      const report = await writeReport(folder, { requirements });
      shell.print(`Report: ${relative(shell.cwd, report)}`);
      const catalogue = () => requirements;
      await writeFormatsOf(shell, folder, formats, { ...flags, catalogue });
    });
}
