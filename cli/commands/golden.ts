import type { Command } from 'commander';
import type { Shell } from '../shell.ts';

const help = `
RUN is the folder of a run in which displays differed from their golden screens, or had none. Look at
the pictures in its artifacts/golden first; without a NAME all of them are accepted.`;

/** `frankbench golden`: the pictures that displays are compared with, and who took them as right. */
export function register(program: Command, shell: Shell): void {
  const golden = program.command('golden').description('the pictures that displays must look like');
  golden
    .command('list')
    .description('list the golden screens')
    .action(async () => {
      const { loadGolden } = await import('#bench');
      const { usualGoldens } = await loadGolden();
      const { goldenLines } = await import('../golden/list.ts');
      const lines = goldenLines(usualGoldens);
      shell.print(lines.length > 0 ? lines.join('\n') : 'There is no golden screen yet.');
    });
  golden
    .command('accept')
    .description('take the displays of a run as right')
    .argument('<run>', 'the folder of a run')
    .argument('[names...]', 'golden screens, as the features call them')
    .option('--by <name>', 'who accepts (default: the operator of the rig, then $USER)')
    .addHelpText('after', help)
    .action(async (run: string, names: readonly string[], flags: { readonly by?: string }) => {
      const { loadGolden } = await import('#bench');
      const { usualGoldens } = await loadGolden();
      const { civilTime, SystemClock } = await import('#core');
      const { year, month, day } = civilTime(new SystemClock().now());
      const two = (part: number): string => String(part).padStart(2, '0');
      const { accept } = await import('../golden/accept.ts');
      const accepted = await accept({
        folder: usualGoldens,
        run: shell.path(run),
        names,
        by: flags.by,
        user: shell.env.USER,
        date: `${year}-${two(month)}-${two(day)}`,
      });
      for (const { golden: place, words } of accepted) {
        const [summary = '', ...lines] = words;
        shell.print(`${place}: ${summary}`);
        for (const line of lines) shell.print(`    ${line}`);
      }
      shell.print(
        `${accepted.length} accepted. The next run compares with ${accepted.length === 1 ? 'it' : 'them'}.`,
      );
    });
}
