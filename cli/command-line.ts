import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { BenchError } from '#core';
import {
  createShell,
  type LogLevel,
  logLevels,
  type Register,
  type Shell,
  usualLogLevel,
} from './shell.ts';

/** Every command: its file in `commands/` exports `register`, and only the one asked for is loaded. */
const commands: Readonly<Record<string, () => Promise<{ readonly register: Register }>>> = {
  compare: () => import('./commands/compare.ts'),
  conform: () => import('./commands/conform.ts'),
  doctor: () => import('./commands/doctor.ts'),
  emulate: () => import('./commands/emulate.ts'),
  evidence: () => import('./commands/evidence.ts'),
  golden: () => import('./commands/golden.ts'),
  history: () => import('./commands/history.ts'),
  keys: () => import('./commands/keys.ts'),
  mutants: () => import('./commands/mutants.ts'),
  noise: () => import('./commands/noise.ts'),
  prune: () => import('./commands/prune.ts'),
  report: () => import('./commands/report.ts'),
  requirements: () => import('./commands/requirements.ts'),
  rigs: () => import('./commands/rigs.ts'),
  run: () => import('./commands/run.ts'),
  serve: () => import('./commands/serve.ts'),
  verify: () => import('./commands/verify.ts'),
};

/** Reads a command line (without the program's name) and runs it. Errors: `FB_USAGE` and those of the command. */
export async function runCommandLine(args: readonly string[], exit: Shell['exit']): Promise<void> {
  const program = createProgram();
  const shell = createShell(exit, () => program.opts<{ logLevel: LogLevel }>().logLevel);
  try {
    await registerFor(args[0], program, shell);
    await program.parseAsync(args, { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    // Help was asked for.
    if (thrown.exitCode !== 0) throw usageError(thrown, args[0]);
  }
}

function createProgram(): Command {
  return new Command('frankbench')
    .description('Test bench and device emulator for franking machines.')
    .version(packageVersion(), '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show help')
    .option('--debug', 'show where an error comes from')
    .addOption(
      new Option('--log-level <level>', 'what is logged to stderr')
        .choices(logLevels)
        .default(usualLogLevel),
    )
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
}

async function registerFor(
  first: string | undefined,
  program: Command,
  shell: Shell,
): Promise<void> {
  const named = Object.entries(commands).filter(([name]) => name === first);
  const wanted = named.length > 0 ? named : Object.entries(commands);
  for (const [, load] of wanted) (await load()).register(program, shell);
}

/** What commander has to say about a command line, in our form. */
function usageError(error: CommanderError, first = ''): BenchError {
  if (error.code === 'commander.help') {
    return new BenchError('FB_USAGE', 'no command given', { hint: 'name one of those above' });
  }
  const [said = '', ...more] = error.message.replace(/^error: /, '').split('\n');
  const nearest = /\(Did you mean (.*)\?\)/s.exec(more.join('\n'))?.[1];
  const command = Object.hasOwn(commands, first) ? ` ${first}` : '';
  const help = `"frankbench${command} --help" lists what there is`;
  return new BenchError('FB_USAGE', said, {
    hint: nearest ? `did you mean ${nearest}? ${help}` : help,
    cause: error,
  });
}

function packageVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(text) as { version: string }; // our own file
  return version;
}
