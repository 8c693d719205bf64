import type { Command } from 'commander';
import type { Shell } from '../shell.ts';

/** `frankbench rigs`: the rig files that come with the checkout, and what one of them can do. */
export function register(program: Command, shell: Shell): void {
  const rigs = program.command('rigs').description('list the rigs a run can use');
  rigs.option('--json', 'as JSON').action(async (options: { json?: boolean }) => {
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
    for (const { file, description } of rigs) shell.print(`${file.padEnd(width)}  ${description}`);
  });
  rigs
    .command('check')
    .description('open a rig and say what can be tested there')
    .argument('<file>', 'a rig file')
    .option('--json', 'as JSON')
    .action(async (file: string, _flags: object, command: Command) => {
      const { checkRig } = await import('../rig-check.ts');
      const { checkLines } = await import('../rig-check-lines.ts');
      const found = await checkRig(shell, shell.path(file));
      // The option is the list's too, which takes it first.
      const { json } = command.optsWithGlobals<{ json?: boolean }>();
      shell.print(json ? JSON.stringify(found, undefined, 2) : checkLines(found).join('\n'));
    });
}
