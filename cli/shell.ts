import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Logger } from 'pino';

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export const usualLogLevel: LogLevel = 'warn';

export type LogLevel = (typeof logLevels)[number];

/** What a command gets from the outside: nothing else reads argv, the environment or the terminal. */
export interface Shell {
  /** The checkout's folder, which ends in `/`. Files of ours are found from here. */
  readonly root: URL;
  /** Where the person is; paths on the command line are relative to it. */
  readonly cwd: string;
  /** A path of the command line, made absolute. */
  path(relative: string): string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The terminal's size, or `undefined` where stdout is not one. */
  readonly terminal: { readonly columns: number; readonly rows: number } | undefined;
  /** Writes to stdout; ends the text with a line break where it has none. */
  print(text: string): void;
  /** The root logger, made at the first call with the level of `--log-level`. */
  log(): Promise<Logger>;
  /** The exit code of the command; 0 when it is never called. */
  exit(code: number): void;
}

/** What a file in `commands/` exports as `register`. Heavy imports belong inside the action. */
export type Register = (program: Command, shell: Shell) => void;

const root = new URL('../', import.meta.url);

/** The process as a command sees it. `exit` is told the exit code, `logLevel` asked at the first log. */
export function createShell(
  exit: Shell['exit'],
  logLevel: () => LogLevel = () => usualLogLevel,
): Shell {
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
      log ??= import('./log.ts').then(({ createLog }) => createLog(logLevel()));
      return log;
    },
    exit,
  };
}
