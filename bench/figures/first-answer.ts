import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { atMost, type Figure, median, now } from './measure.ts';

const rounds = 7;
const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const ours = [path('../../cli/frankbench.mjs'), 'emulate', 'is-440', '--scpi', '127.0.0.1:0'];
const reference = [path('reference/listen.mjs')];

/** From the start of `frankbench emulate` to its first answer, beside a program that only listens. */
export async function firstAnswer(): Promise<Figure> {
  const pairs: { readonly ours: number; readonly reference: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const pair = { ours: await timeOf(ours), reference: await timeOf(reference) };
    if (round > 0) pairs.push(pair);
  }
  return {
    name: 'start of emulate → first answer',
    value: `${median(pairs.map((pair) => pair.ours)).toFixed(0)} ms`,
    reference: `a script that listens ${median(pairs.map((pair) => pair.reference)).toFixed(0)} ms`,
    ...atMost(median(pairs.map((pair) => pair.ours / pair.reference)), 1.5),
  };
}

async function timeOf(args: readonly string[]): Promise<number> {
  const began = now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /^scpi 127\.0\.0\.1:(\d+)/.exec(line)?.[1];
    if (port === undefined) continue;
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('*IDN?\n');
    await once(socket, 'data');
    const took = now() - began;
    socket.destroy();
    child.kill();
    await ended;
    return took;
  }
  throw new Error(`${args.join(' ')} ended before it listened`);
}
