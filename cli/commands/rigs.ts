import type { Command } from 'commander';
import type { Shell } from '../shell.ts';

/** `frankbench rigs`: the rig files that come with the checkout. */
export function register(program: Command, shell: Shell): void {
  program
    .command('rigs')
    .description('list the rigs a run can use')
    .option('--json', 'as JSON')
    .action(async (options: { json?: boolean }) => {
      const { listRigs } = await import('../rig-list.ts');
      const rigs = await listRigs(new URL('rigs/', shell.root));
      if (options.json) {
        shell.print(JSON.stringify(rigs, undefined, 2));
        return;
      }
      if (rigs.length === 0) {
        shell.print('There is no rig file in rigs/ yet.');
        return;
      }
      const width = Math.max(...rigs.map(({ file }) => file.length));
      for (const { file, description } of rigs)
        shell.print(`${file.padEnd(width)}  ${description}`);
    });
}
