import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { Clock, Millis } from '#core';
import { SystemClock } from '#core/clock';
import type { Soon } from '#core/turns';
import { seconds } from '#core/units';
import { DialectLine, type LineEnd, type Patience, usualPatience } from './dialect-line.ts';
import { checkLoopback, listening } from './listening.ts';
import type { Slot } from './slot.ts';

/** What a port bears from its clients. */
export interface LinkLimits {
  readonly connections: number;
  /** How long a client may leave an answer lying. */
  readonly unreadMs: Millis;
}

export const usualLinkLimits: LinkLimits = { connections: 16, unreadMs: seconds(30) };

/** TCP spoils no lengths, but it may stand still in the middle of a block. */
const patience: Patience = { ...usualPatience, blockMs: seconds(30) };

export interface TcpOptions {
  /** 127.0.0.1 when left out. */
  readonly host?: string;
  /** 0, which is usual, takes any that is free. */
  readonly port?: number;
  /** Must be true where the address can be reached from other machines. */
  readonly beyondLoopback?: boolean;
  readonly limits?: Partial<LinkLimits>;
  readonly clock?: Clock;
}

/** A slot on a port. Closing ends its connections; done twice it is done once. */
export interface LinkServer extends AsyncDisposable {
  /** `127.0.0.1:5025` */
  readonly address: string;
  readonly port: number;
}

/**
 * Serves a slot on a TCP port: SCPI-raw, as instruments do it on port 5025. Errors: FB_PORT when it
 * cannot listen there, or should not.
 */
export async function listenTcp(slot: Slot, options: TcpOptions = {}): Promise<LinkServer> {
  const { host = '127.0.0.1', port = 0, clock = new SystemClock() } = options;
  checkLoopback(host, options.beyondLoopback ?? false);
  const limits = { ...usualLinkLimits, ...options.limits };
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true, keepAlive: true, allowHalfOpen: true }, (socket) => {
    // Whoever goes without a word is seen by `close`.
    socket.on('error', () => undefined);
    if (sockets.size >= limits.connections) return refuse(socket, limits.connections);
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    attend(slot, socket, limits.unreadMs, clock);
  });
  await listening(server, host, port);
  const { address, family, port: taken } = server.address() as AddressInfo; // it listens on an address
  let closed: Promise<void> | undefined;
  return {
    address: `${family === 'IPv6' ? `[${address}]` : address}:${taken}`,
    port: taken,
    [Symbol.asyncDispose]: () => {
      closed ??= close(server, sockets);
      return closed;
    },
  };
}

/** The refusal is what the client reads as the answer to its first question. */
function refuse(socket: Socket, connections: number): void {
  socket.end(`-200,"Execution error;${connections} clients are connected, which is the limit"\n`);
  socket.resume();
  socket.setTimeout(1000, () => socket.destroy());
}

/** The most of a first line that is kept to see whether it is a browser's. */
const looked = 1024;

function attend(slot: Slot, socket: Socket, unreadMs: Millis, clock: Clock): void {
  const client = `tcp ${socket.remoteAddress}:${socket.remotePort}`;
  const end: LineEnd = {
    send: (bytes) => sent(socket, bytes, unreadMs, clock),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
  };
  const line = new DialectLine(slot, client, end, patience);
  let head: Buffer | undefined = Buffer.alloc(0);
  socket.on('data', (bytes) => {
    if (head) {
      head = Buffer.concat([head, bytes.subarray(0, looked)]);
      // Not a word of it is carried out: any page can make a browser send lines to any port.
      if (looksLikeHttp(head)) return void socket.destroy();
      if (head.includes('\n') || head.length > looked) head = undefined;
    }
    line.push(bytes);
  });
  socket.on('end', () => {
    line.finished().then(
      () => socket.end(),
      () => socket.destroy(),
    );
  });
  socket.on('close', () => line.close());
}

const methods = /^(?:GET|HEAD|POST|PUT|DELETE|OPTIONS|PATCH|TRACE|CONNECT|PRI) /;

/**
 * True for the beginning of what a browser sends. Its methods are told at once: the rest of its first
 * line may hold quotes, which hide line ends.
 */
function looksLikeHttp(head: Uint8Array): boolean {
  const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  const [line = ''] = text.split('\n');
  return methods.test(line) || / HTTP\/\d/.test(line);
}

/** Sends, and waits for a client that reads slowly; one that does not read is cut off. */
function sent(socket: Socket, bytes: Uint8Array, unreadMs: Millis, clock: Clock): Soon<void> {
  if (!socket.destroyed && !socket.write(bytes)) return read(socket, unreadMs, clock);
}

async function read(socket: Socket, unreadMs: Millis, clock: Clock): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = clock.setTimeout(() => socket.destroy(), unreadMs);
  socket.once('drain', resolve).once('close', resolve);
  await promise;
  clock.clearTimeout(timer);
  socket.off('drain', resolve).off('close', resolve);
}

async function close(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  const ended = once(server, 'close');
  server.close();
  for (const socket of sockets) socket.destroy();
  await ended;
}
