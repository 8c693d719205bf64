import { fork } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Address, NoisePlan } from '#rigs/noise';

/** What has happened at a noisy meter since it was switched on. */
export interface Happened {
  /** What has reached the meter: `press OK`, `touch 10,20`, `feed`, … */
  readonly log: readonly string[];
  /** How often each fault struck, by `drop to-bench` and the like. */
  readonly faults: readonly (readonly [name: string, count: number])[];
  /** Answers that passed the noise. */
  readonly answers: number;
}

/** An emulated meter behind noise on TCP, in a process of its own. */
export interface NoisyMeterProcess extends AsyncDisposable {
  readonly address: Address;
  happened(): Promise<Happened>;
}

const program = fileURLToPath(new URL('noisy-meter.ts', import.meta.url));

export async function openNoisyMeter(model: string, plan: NoisePlan): Promise<NoisyMeterProcess> {
  const child = fork(program, [model, JSON.stringify(plan)], {
    execPath: process.execPath,
    execArgv: [],
  });
  const ended = once(child, 'close');
  const next = async <Message>(): Promise<Message> => {
    const [said] = await Promise.race([
      once(child, 'message'),
      ended.then(([code]) => {
        throw new Error(`the meter's process has ended with ${code}`);
      }),
    ]);
    return said as Message; // what noisy-meter.ts sends
  };
  return {
    address: await next<Address>(),
    happened: () => {
      const answer = next<Happened>();
      child.send('what has happened?');
      return answer;
    },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
