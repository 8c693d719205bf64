import { fork } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** An emulated meter in a process of its own. */
export interface MeterProcess extends AsyncDisposable {
  /** Its TCP port on this machine. */
  readonly port: number;
  /** What has reached the meter since it was asked last: `press OK`, `touch 10,20`, `feed`, … */
  log(): Promise<readonly string[]>;
}

const program = fileURLToPath(new URL('meter.ts', import.meta.url));

export async function openMeterProcess(model: string): Promise<MeterProcess> {
  const child = fork(program, [model], { execPath: process.execPath, execArgv: [] });
  const ended = once(child, 'close');
  const next = async <Message>(): Promise<Message> => {
    const [said] = await Promise.race([
      once(child, 'message'),
      ended.then(([code]) => {
        throw new Error(`the meter's process has ended with ${code}`);
      }),
    ]);
    return said as Message; // what meter.ts sends
  };
  const { port } = await next<{ readonly port: number }>();
  return {
    port,
    log: async () => {
      const answer = next<{ readonly log: readonly string[] }>();
      child.send('log');
      return (await answer).log;
    },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
