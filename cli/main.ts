import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { Command, CommanderError, Option } from 'commander';
import { BenchError } from '#core';
import { asBenchError, exitCodeOf, renderError } from './errors.ts';
import { type LogLevel, logLevels, type Register, type Shell } from './shell.ts';

const root = new URL('../', import.meta.url);

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

/** Runs one command line (without the program's name) and resolves with its exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const program = createProgram();
  let code = 0;
  const shell = createShell(program, (wanted) => {
    code = wanted;
  });
  try {
    await registerFor(args[0], program, shell);
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (thrown) {
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return 0;
    const error =
      thrown instanceof CommanderError ? usageError(thrown, args[0]) : asBenchError(thrown);
    process.stderr.write(renderError(error, args.includes('--debug')));
    return exitCodeOf(error);
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
        .default('warn'),
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

function createShell(program: Command, exit: (code: number) => void): Shell {
  const { stdout } = process;
  let log: ReturnType<Shell['log']> | undefined;
  return {
    root,
    cwd: process.cwd(),
    path: (relative) => resolve(process.cwd(), relative),
    env: process.env,
    terminal: stdout.isTTY ? { columns: stdout.columns, rows: stdout.rows } : undefined,
    print: (text) => {
      stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    },
    log: () => {
      const { logLevel } = program.opts<{ logLevel: LogLevel }>();
      log ??= import('./log.ts').then(({ createLog }) => createLog(logLevel));
      return log;
    },
    exit,
  };
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
  const text = readFileSync(new URL('package.json', root), 'utf8');
  const { version } = JSON.parse(text) as { version: string }; // our own file
  return version;
}
