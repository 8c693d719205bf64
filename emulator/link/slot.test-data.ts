import { connect, type Socket } from 'node:net';
import { type Clock, VirtualClock } from '#core';
import type { Operation } from '#protocol';
import { emulatedMeter } from '../emulate.ts';
import { createStick } from '../stick/index.ts';
import { Slot, type SlotOptions } from './slot.ts';
import { listenTcp, type TcpOptions } from './tcp-server.ts';

export const start = Date.UTC(2026, 0, 5, 9);

/** A slot with an IS-440 as new, or another machine, its stick at the host. */
export async function openSlot(
  options: Partial<SlotOptions> & { readonly host?: Clock } = {},
): Promise<Slot> {
  return emptySlot({ ...(await meterAndStick(options.model)), ...options });
}

/** What `openSlot` puts in. */
export async function meterAndStick(model = 'is-440') {
  const clock = new VirtualClock(start);
  const stick = await createStick(clock);
  const meter = emulatedMeter(model, { clock, stick, supervisorPin: '1234', creditPence: 10_000 });
  return { meter, stick };
}

/** A slot of which the meter is still to come. */
export const emptySlot = (options: Partial<SlotOptions> = {}): Slot =>
  new Slot({
    model: 'is-440',
    peerAt: () => ({ send: async () => ({ status: 'unreachable' }) }),
    onError: (error) => {
      throw error;
    },
    ...options,
  });

/** What came of an operation: its answer, or the number of the refusal with what is the matter. */
export async function outcomeOf(slot: Slot, operation: Operation, client = 'a'): Promise<unknown> {
  try {
    return await slot.controller.carryOut(operation, client);
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

/** A slot on a port, and clients of it; `close` ends them all. */
export async function serveSlot(slot: Slot, options?: TcpOptions) {
  const server = await listenTcp(slot, options);
  const clients: TestClient[] = [];
  const client = (): TestClient => {
    const made = new TestClient(server.port);
    clients.push(made);
    return made;
  };
  const close = async (): Promise<void> => {
    for (const { socket } of clients) socket.destroy();
    await server[Symbol.asyncDispose]();
    await slot[Symbol.asyncDispose]();
  };
  return { slot, server, client, close };
}

/** A client of the dialect on a port. */
export class TestClient {
  readonly socket: Socket;
  readonly closed: Promise<void>;
  #text = '';
  #look: () => void = () => undefined;

  constructor(port: number) {
    this.socket = connect(port, '127.0.0.1');
    this.socket.on('error', () => undefined);
    this.socket.on('data', (bytes) => {
      this.#text += bytes.toString('latin1');
      this.#look();
    });
    this.closed = new Promise((resolve) => {
      this.socket.once('close', () => {
        resolve();
        this.#look();
      });
    });
  }

  send(text: string): void {
    this.socket.write(text);
  }

  /** The next line that comes; what came before the end when there is none. */
  async line(): Promise<string> {
    while (!this.#text.includes('\n') && !this.socket.destroyed) {
      await new Promise<void>((resolve) => {
        this.#look = resolve;
      });
    }
    const end = this.#text.indexOf('\n');
    const line = end < 0 ? this.#text : this.#text.slice(0, end);
    this.#text = end < 0 ? '' : this.#text.slice(end + 1);
    return line;
  }

  ask(text: string): Promise<string> {
    this.send(`${text}\n`);
    return this.line();
  }
}
