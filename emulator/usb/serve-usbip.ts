import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { BenchError, type Clock, type Millis, SystemClock, seconds } from '#core';
import { checkLoopback, listening } from '../link/listening.ts';
import type { UsbMeter } from './usb-meter.ts';
import { UsbipConnection } from './usbip-connection.ts';
import { portsOf, type UsbPort } from './usbip-offer.ts';

/** What a USB/IP server bears from its clients. */
export interface UsbipLimits {
  readonly connections: number;
  /** How long a client may take to import a device. */
  readonly importMs: Millis;
}

export const usualUsbipLimits: UsbipLimits = { connections: 32, importMs: seconds(10) };

/** The port that USB/IP has. */
export const usbipPort = 3240;

export interface UsbipOptions {
  /** 127.0.0.1 when left out. */
  readonly host?: string;
  /** 3240 when left out, 0 for any that is free. */
  readonly port?: number;
  /** A socket of the file system, in place of host and port. */
  readonly path?: string;
  /** Must be true where the address can be reached from other machines. */
  readonly beyondLoopback?: boolean;
  readonly limits?: Partial<UsbipLimits>;
  readonly clock?: Clock;
}

/** Meters as USB devices for hosts with `vhci-hcd`. Closing pulls every cable. */
export interface UsbipServer extends AsyncDisposable {
  /** `127.0.0.1:3240`, or the path. */
  readonly address: string;
  /** 0 at a path. */
  readonly port: number;
  /** The names of the devices, in the order of the meters: `1-1`, `1-2`, … */
  readonly busids: readonly string[];
  /** Pulls the cable of a device in whatever it is doing; it is gone from the list too. */
  unplug(busid: string): void;
  /** Plugs a device in again. */
  replug(busid: string): void;
}

/**
 * Serves meters over USB/IP, so that a Linux host sees them as devices of its own. Errors: FB_PORT
 * when it cannot listen there, or should not.
 */
export async function serveUsbip(
  meters: readonly UsbMeter[],
  options: UsbipOptions = {},
): Promise<UsbipServer> {
  const { path, host = '127.0.0.1', port = usbipPort, clock = new SystemClock() } = options;
  const limits = { ...usualUsbipLimits, ...options.limits };
  const ports = portsOf(meters);
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => undefined);
    if (sockets.size >= limits.connections) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    attend(socket, ports, limits.importMs, clock);
  });
  if (path === undefined) {
    checkLoopback(host, options.beyondLoopback ?? false);
    await listening(server, host, port);
  } else await listeningAt(server, path);
  let closed: Promise<void> | undefined;
  return {
    ...whereIs(server, path),
    busids: [...ports.keys()],
    unplug: (busid) => {
      const found = portAt(ports, busid);
      found.plugged = false;
      found.disconnect?.();
    },
    replug: (busid) => {
      portAt(ports, busid).plugged = true;
    },
    [Symbol.asyncDispose]: () => {
      closed ??= close(server, sockets);
      return closed;
    },
  };
}

function attend(
  socket: Socket,
  ports: ReadonlyMap<string, UsbPort>,
  importMs: Millis,
  clock: Clock,
): void {
  const late = clock.setTimeout(() => socket.destroy(), importMs);
  const connection = new UsbipConnection({
    ports,
    send: (bytes) => {
      // A host that does not take its answers is not heard until it does.
      if (!socket.destroyed && !socket.write(bytes)) socket.pause();
    },
    end: (how) => {
      if (how === 'at once') socket.destroy();
      else socket.end();
    },
    onImported: () => clock.clearTimeout(late),
  });
  socket.on('data', (bytes) => connection.push(bytes));
  socket.on('drain', () => socket.resume());
  socket.on('close', () => {
    clock.clearTimeout(late);
    connection.close();
  });
}

function whereIs(server: Server, path: string | undefined) {
  if (path !== undefined) return { address: path, port: 0 };
  const { address, family, port } = server.address() as AddressInfo; // it listens on an address
  return { address: `${family === 'IPv6' ? `[${address}]` : address}:${port}`, port };
}

async function listeningAt(server: Server, path: string): Promise<void> {
  try {
    server.listen({ path });
    await once(server, 'listening');
  } catch (error) {
    throw new BenchError('FB_PORT', `cannot listen at ${path}`, {
      hint: 'remove the file if no program listens there any more, or name another',
      context: { path },
      cause: error,
    });
  }
}

function portAt(ports: ReadonlyMap<string, UsbPort>, busid: string): UsbPort {
  const found = ports.get(busid);
  if (found) return found;
  throw new BenchError('FB_INTERNAL', `no device is called ${busid}`, {
    hint: `there are ${[...ports.keys()].join(', ')}`,
  });
}

async function close(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  const ended = once(server, 'close');
  server.close();
  for (const socket of sockets) socket.destroy();
  await ended;
}
