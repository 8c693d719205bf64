import { createShell, type Shell } from './shell.ts';

/** Runs one command line (without the program's name) and resolves with its exit code. */
export async function main(args: readonly string[]): Promise<number> {
  let code = 0;
  try {
    await run(args, (wanted) => {
      code = wanted;
    });
    return code;
  } catch (thrown) {
    const { asBenchError, exitCodeOf, renderError } = await import('./errors.ts');
    const error = asBenchError(thrown);
    process.stderr.write(renderError(error, args.includes('--debug')));
    return exitCodeOf(error);
  }
}

async function run(args: readonly string[], exit: Shell['exit']): Promise<void> {
  if (args[0] === 'emulate') {
    const { emulate, plainLine } = await import('./emulate/emulate.ts');
    const line = plainLine(args.slice(1));
    if (line) return emulate(line, createShell(exit));
  }
  const { runCommandLine } = await import('./command-line.ts');
  await runCommandLine(args, exit);
}
