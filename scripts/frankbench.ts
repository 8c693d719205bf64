import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { root } from './source.ts';

/** What a program said, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs `frankbench` with these arguments in a process of its own. */
export function frankbench(
  args: readonly string[],
  started: (kill: () => void) => void = () => undefined,
): Promise<Ended> {
  const { promise, resolve, reject } = Promise.withResolvers<Ended>();
  const child = spawn(process.execPath, ['cli/frankbench.mjs', ...args], {
    cwd: fileURLToPath(root),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  child.on('error', reject).on('close', (code) => resolve({ code, output }));
  started(() => child.kill('SIGKILL'));
  return promise;
}

/** The same, where only these exit codes are expected; resolves with what it said. Errors: any other. */
export async function frankbenchWell(
  args: readonly string[],
  codes: readonly number[] = [0],
): Promise<string> {
  const { code, output } = await frankbench(args);
  if (code !== null && codes.includes(code)) return output;
  throw new Error(`frankbench ${args[0]} ended with ${code}: ${output}`);
}
