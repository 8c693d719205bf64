import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { root } from './source.ts';

const bin = fileURLToPath(new URL('node_modules/.bin', root));

/** An installed program by its name. */
export const installed = (program: string): string => join(bin, program);

/**
 * Runs a program in the checkout, with Node 24 first on its PATH; resolves with its exit code. What it
 * says goes to an open file where one is given.
 */
export function run(program: string, args: readonly string[], log?: number): Promise<number> {
  const PATH = [bin, process.env.PATH].filter(Boolean).join(delimiter);
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  spawn(program, args, {
    cwd: root,
    env: { ...process.env, PATH },
    stdio: log === undefined ? 'inherit' : ['ignore', log, log],
  })
    .on('error', reject)
    .on('exit', (code) => resolve(code ?? 1));
  return promise;
}
