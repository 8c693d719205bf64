import { spawn } from 'node:child_process';

export interface Ended {
  readonly code: number;
  /** All that it wrote, standard output and error. */
  readonly output: string;
}

/** A user of the guest, with the one group that its programs run in. */
export interface User {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Runs a program to its end. This process must go on meanwhile: it is the device that the program
 * talks to.
 */
export function program(
  file: string,
  args: readonly string[],
  { limitMs = 60_000, as }: { readonly limitMs?: number; readonly as?: User } = {},
): Promise<Ended> {
  const child = spawn(file, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limitMs,
    killSignal: 'SIGKILL',
    ...as,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const { promise, resolve, reject } = Promise.withResolvers<Ended>();
  child.on('error', reject);
  child.on('close', (code, signal) =>
    resolve({ code: code ?? -1, output: output + (signal ?? '') }),
  );
  return promise;
}

/** Runs a program that must end well. */
export async function mustRun(file: string, ...args: readonly string[]): Promise<string> {
  const { code, output } = await program(file, args);
  if (code !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${code}: ${output}`);
  return output;
}
