import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { program } from './program.ts';

/** One thing to be shown in the guest; it throws where it is not so. */
export interface Check {
  readonly title: string;
  /** It has failed when it takes longer than this. */
  readonly limitMs: number;
  readonly run: () => Promise<void>;
}

/** Carries the checks out one after the other and writes what came of them as TAP. */
export async function runChecks(checks: readonly Check[]): Promise<void> {
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  say(`TAP version 13\n1..${checks.length}`);
  for (const [index, { title, limitMs, run }] of checks.entries()) {
    const began = performance.now();
    const problem = await within(limitMs, run()).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    const ms = Math.round(performance.now() - began);
    say(`${problem === undefined ? 'ok' : 'not ok'} ${index + 1} - ${title} # ${ms} ms`);
    if (problem === undefined) continue;
    for (const line of problem.split('\n')) say(`  ${line}`);
    const { output } = await program('dmesg', []);
    const told = output.split('\n').filter((line) => !/unlink->|urb->status/.test(line));
    for (const line of told.slice(-12)) say(`# ${line}`);
  }
}

/** What a promise comes to, if it does so within the limit. */
export async function within<Value>(limitMs: number, promise: Promise<Value>): Promise<Value> {
  const over = new AbortController();
  const late = sleep(limitMs, undefined, { signal: over.signal }).then(() => {
    throw new Error(`it has not ended within ${limitMs} ms`);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    over.abort();
    late.catch(() => undefined);
  }
}

/** The first answer that is not `undefined` of a question that is asked again and again. */
export async function sooner<Value>(
  what: () => string,
  limitMs: number,
  ask: () => Value | undefined | Promise<Value | undefined>,
): Promise<Value> {
  const end = performance.now() + limitMs;
  while (performance.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await sleep(25);
  }
  throw new Error(`${what()}: not within ${limitMs} ms`);
}
