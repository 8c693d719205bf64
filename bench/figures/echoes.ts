import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SerialPort } from 'serialport';
import { WebSocket } from 'ws';

/** A bare question and answer over a carrier, of so many bytes each way. */
export interface Echo extends AsyncDisposable {
  ask(): Promise<void>;
}

/** How many bytes a key takes to the meter, and the frame that answers it back. */
export interface Sizes {
  readonly out: number;
  readonly back: number;
}

const program = fileURLToPath(new URL('reference/echo.mjs', import.meta.url));

/** The other end of an echo, in a process of its own as the meter is; resolves with its place. */
async function otherEnd(kind: string, back: number): Promise<readonly [ChildProcess, string]> {
  const child = spawn(process.execPath, [program, kind, String(back)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return [child, String(line)];
}

/** Counts the bytes of answers, and resolves who asked when a whole one is there. */
class Answers {
  readonly #size: number;
  #left = 0;
  #resolve: () => void = () => undefined;

  constructor(size: number) {
    this.#size = size;
  }

  next(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#left = this.#size;
    this.#resolve = resolve;
    return promise;
  }

  take(bytes: number): void {
    this.#left -= bytes;
    if (this.#left <= 0) this.#resolve();
  }
}

const question = (size: number): Buffer => Buffer.from(`${'?'.repeat(size - 1)}\n`);

export async function tcpEcho({ out, back }: Sizes): Promise<Echo> {
  const [child, place] = await otherEnd('tcp', back);
  const [host = '', port] = place.split(':');
  const socket = connect({ host, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  const answers = new Answers(back);
  socket.on('data', (chunk) => answers.take(chunk.length));
  return echo(
    child,
    answers,
    () => socket.write(question(out)),
    () => socket.destroy(),
  );
}

export async function serialEcho({ out, back }: Sizes): Promise<Echo> {
  const [child, path] = await otherEnd('pty', back);
  const line = new SerialPort({ path, baudRate: 115_200 });
  await once(line, 'open');
  const answers = new Answers(back);
  line.on('data', (chunk: Uint8Array) => answers.take(chunk.length));
  return echo(
    child,
    answers,
    () => line.write(question(out)),
    () => line.close(),
  );
}

export async function wsEcho({ out, back }: Sizes): Promise<Echo> {
  const [child, url] = await otherEnd('ws', back);
  const socket = new WebSocket(url, { perMessageDeflate: false });
  await once(socket, 'open');
  const answers = new Answers(back);
  socket.on('message', () => answers.take(back));
  const text = question(out).toString();
  return echo(
    child,
    answers,
    () => socket.send(text),
    () => socket.terminate(),
  );
}

const echo = (
  child: ChildProcess,
  answers: Answers,
  send: () => unknown,
  close: () => unknown,
): Echo => ({
  ask: () => {
    const answered = answers.next();
    send();
    return answered;
  },
  [Symbol.asyncDispose]: async () => {
    close();
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  },
});
