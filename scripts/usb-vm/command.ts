import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly limitMs?: number;
}

/** Runs a program of the host to its end and resolves with what it wrote to its standard output. */
export async function command(
  program: string,
  args: readonly string[],
  { cwd, env = {}, limitMs = 120_000 }: CommandOptions = {},
): Promise<string> {
  const { stdout } = await execute(program, args, {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, LC_ALL: 'C', ...env },
    timeout: limitMs,
    maxBuffer: 2 ** 24,
  });
  return stdout;
}

/** Where a program of the host is; `undefined` where it is not on the PATH. */
export async function programPath(name: string): Promise<string | undefined> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    const runs = access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (await runs) return path;
  }
  return undefined;
}
