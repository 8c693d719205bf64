import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { SystemClock } from '#core';
import { root } from './source.ts';

/** An emulated meter in a process of its own, as `frankbench emulate` serves it. */
export interface ServedMeter extends AsyncDisposable {
  /** What it said of each of its servers: `scpi` → `127.0.0.1:40123`. */
  readonly addresses: Readonly<Record<string, string>>;
}

const startMs = 30_000;
const endMs = 10_000;

/**
 * Starts `frankbench emulate` and resolves once it is ready.
 *
 * @throws Error with all that it said, when it ends before.
 */
export async function serveMeter(
  model: string,
  flags: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ServedMeter> {
  const clock = new SystemClock();
  const child = spawn(process.execPath, ['cli/frankbench.mjs', 'emulate', model, ...flags], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const said: string[] = [];
  const addresses: Record<string, string> = {};
  const ready = Promise.withResolvers<void>();
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(line);
    const [name = '', ...rest] = line.split(' ');
    if (name === 'ready') ready.resolve();
    else if (rest.length > 0) addresses[name] ??= rest.join(' ');
  });
  const fail = (why: string) =>
    ready.reject(new Error(`emulate ${model} ${flags.join(' ')} ${why}:\n${said.join('\n')}`));
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code, signal) => fail(`ended with ${code ?? signal}`));
  const timer = clock.setTimeout(() => fail('was not ready in time'), startMs);
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const late = clock.setTimeout(() => child.kill('SIGKILL'), endMs);
    if (child.exitCode === null && child.signalCode === null) await ended;
    clock.clearTimeout(late);
  };
  try {
    await ready.promise;
  } catch (error) {
    await stop();
    throw error;
  } finally {
    clock.clearTimeout(timer);
  }
  return { addresses, [Symbol.asyncDispose]: stop };
}
