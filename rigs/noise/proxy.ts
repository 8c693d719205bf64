import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { BenchError, type Clock, SteadyClock } from '#core';
import type { Noise } from './noise.ts';
import { NoiseLink } from './noise-link.ts';
import type { Direction } from './plan.ts';

/** An address of TCP. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** What a proxy tells of its connections, numbered from 1. */
export type ProxyEvent =
  | { readonly type: 'opened' | 'closed'; readonly connection: number }
  /** The meter's controller could not be reached, or there were too many connections. */
  | { readonly type: 'refused'; readonly connection: number; readonly why: string };

export interface ProxyOptions {
  readonly noise: Noise;
  /** Where others connect to; port 0 is any that is free. */
  readonly listen: Address;
  /** Where the meter's controller listens. */
  readonly to: Address;
  /** How many connections at once; 16 if not given. */
  readonly connections?: number;
  readonly clock?: Clock;
  readonly onEvent?: (event: ProxyEvent) => void;
}

export interface NoiseProxy extends AsyncDisposable {
  readonly address: Address;
}

/** More than this on its way and no more is read. */
const most = 8 * 1024 * 1024;

/**
 * Stands between programs and a meter's controller on TCP and puts a plan's faults into what they say.
 * Messages are counted over all connections.
 *
 * @throws FB_PORT when it cannot listen there.
 */
export async function openNoiseProxy(options: ProxyOptions): Promise<NoiseProxy> {
  const { listen, connections = 16, onEvent = () => undefined } = options;
  const open = new Set<() => void>();
  let count = 0;
  // A connection half closed is closed the other way by the noise, when what waits has gone.
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (bench) => {
    const connection = ++count;
    if (open.size >= connections) {
      bench.destroy();
      onEvent({ type: 'refused', connection, why: `${connections} connections are open` });
      return;
    }
    const close = join(bench, options, connection, () => open.delete(close));
    open.add(close);
  });
  await listening(server, listen);
  const { port } = server.address() as AddressInfo; // it listens on an address, not on a pipe
  return {
    address: { host: listen.host, port },
    [Symbol.asyncDispose]: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      for (const close of open) close();
      await closed;
    },
  };
}

/** Joins a program to the controller; answers how to cut both off. */
function join(bench: Socket, options: ProxyOptions, connection: number, gone: () => void) {
  const { noise, to, clock = new SteadyClock(), onEvent = () => undefined } = options;
  const meter = connect({ ...to, noDelay: true, allowHalfOpen: true });
  const sockets = { 'to-meter': meter, 'to-bench': bench } as const;
  let connected = false;
  let over = false;
  const close = (cut: (socket: Socket) => void): void => {
    if (over) return;
    over = true;
    link.stop();
    cut(bench);
    cut(meter);
    gone();
    if (connected) onEvent({ type: 'closed', connection });
  };
  const cutOff = (): void => close((socket) => socket.destroy());
  const end = (direction: Direction) => ({
    send: (bytes: Uint8Array) => {
      sockets[direction].write(bytes);
      flow(direction);
    },
    // What is before the close still goes out.
    close: () => close((socket) => socket.destroySoon()),
    finish: () => {
      sockets[direction].end();
    },
  });
  const link = new NoiseLink(noise, clock, {
    'to-meter': end('to-meter'),
    'to-bench': end('to-bench'),
  });
  /** Reads on where there is room for it. */
  const flow = (direction: Direction): void => {
    const from = sockets[direction === 'to-meter' ? 'to-bench' : 'to-meter'];
    const full = link.held(direction) > most || sockets[direction].writableNeedDrain;
    if (full) from.pause();
    else if (from.isPaused()) from.resume();
  };
  // What the program says waits until there is somebody to say it to.
  bench.pause();
  for (const direction of ['to-meter', 'to-bench'] as const) {
    const from = direction === 'to-meter' ? bench : meter;
    from
      .on('data', (bytes) => {
        link.push(direction, bytes);
        flow(direction);
      })
      .on('end', () => link.end(direction))
      .on('close', () => {
        if (bench.destroyed && meter.destroyed) cutOff();
      });
    sockets[direction].on('drain', () => flow(direction));
  }
  meter.on('connect', () => {
    connected = true;
    onEvent({ type: 'opened', connection });
    bench.resume();
  });
  meter.on('error', ({ message }) => {
    if (!connected) onEvent({ type: 'refused', connection, why: message });
    cutOff();
  });
  bench.on('error', cutOff);
  return cutOff;
}

async function listening(server: Server, { host, port }: Address): Promise<void> {
  try {
    server.listen({ host, port });
    await once(server, 'listening');
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new BenchError('FB_PORT', `cannot listen on ${host} port ${port}: ${why}`, {
      hint: 'port 0 takes any that is free; "ss -ltnp" says who has which',
      context: { host, port },
      cause,
    });
  }
}
