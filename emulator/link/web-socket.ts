import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { WebSocketServer } from 'ws';
import { BenchError, type Clock, type Millis, SystemClock, seconds } from '#core';
import { checkLoopback, listening } from './listening.ts';
import type { Slot } from './slot.ts';
import { type LinkLimits, type LinkServer, usualLinkLimits } from './tcp-server.ts';
import { subprotocol, WebSocketClient } from './web-socket-client.ts';

export interface WebSocketOptions {
  /** 127.0.0.1 when left out. */
  readonly host?: string;
  /** 0, which is usual, takes any that is free. */
  readonly port?: number;
  readonly beyondLoopback?: boolean;
  /** What every client must bear; one is drawn when left out. */
  readonly token?: string;
  /** The pages that may connect, as `http://127.0.0.1:8080`; none when left out. */
  readonly origins?: readonly string[];
  readonly limits?: Partial<WebSocketLimits>;
  readonly clock?: Clock;
}

/** What a web socket bears from its clients. */
export interface WebSocketLimits extends LinkLimits {
  /** Of one message: a block of 16 MiB as base64, and what is around it. */
  readonly messageBytes: number;
  /** Bytes that may wait behind a message for a client that does not read. */
  readonly unreadBytes: number;
  /** How often it is looked whether a client is still there. */
  readonly pingMs: Millis;
}

const usualLimits: WebSocketLimits = {
  ...usualLinkLimits,
  messageBytes: 24 * 1024 * 1024,
  unreadBytes: 8 * 1024 * 1024,
  pingMs: seconds(30),
};

/** A slot on a port for web sockets. */
export interface PanelServer extends LinkServer {
  /** `ws://127.0.0.1:40123/panel` */
  readonly url: string;
  readonly token: string;
}

export const panelPath = '/panel';

/**
 * Serves a slot to browsers and dashboards. Errors: FB_PORT when it cannot listen there, or should
 * not; FB_USAGE for a token that a browser cannot send.
 */
export async function listenWebSocket(
  slot: Slot,
  options: WebSocketOptions = {},
): Promise<PanelServer> {
  const { host = '127.0.0.1', port = 0, clock = new SystemClock() } = options;
  const { token = randomBytes(24).toString('base64url'), origins = [] } = options;
  checkLoopback(host, options.beyondLoopback ?? false);
  if (!/^[\w.~+-]{16,}$/.test(token)) {
    throw new BenchError('FB_USAGE', 'the token of the web socket cannot be used', {
      hint: 'it has 16 characters or more, letters, digits and - . _ ~ +',
    });
  }
  const limits = { ...usualLimits, ...options.limits };
  const { WebSocketServer } = await import('ws');
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.messageBytes,
    handleProtocols: () => subprotocol,
  });
  const http = createServer((_, response) => {
    response.writeHead(426, { connection: 'close' }).end();
  });
  http.maxConnections = 2 * limits.connections;
  http.on('upgrade', (request, socket, head) => {
    socket.on('error', () => undefined);
    const refused = refusalOf(request, token, origins);
    if (refused !== undefined) return refuse(socket, refused);
    if (sockets.clients.size >= limits.connections) return refuse(socket, 503);
    sockets.handleUpgrade(request, socket, head, (opened) => {
      const name = `ws ${request.socket.remoteAddress}:${request.socket.remotePort}`;
      new WebSocketClient(slot, opened, { name, limits, clock, stream: socket });
    });
  });
  await listening(http, host, port);
  const { address, family, port: taken } = http.address() as AddressInfo; // it listens on an address
  const at = `${family === 'IPv6' ? `[${address}]` : address}:${taken}`;
  let closed: Promise<void> | undefined;
  return {
    address: at,
    port: taken,
    url: `ws://${at}${panelPath}`,
    token,
    [Symbol.asyncDispose]: () => {
      closed ??= close(http, sockets);
      return closed;
    },
  };
}

/** Why a client is not let in, as a code of HTTP. */
function refusalOf(
  { url = '', headers }: IncomingMessage,
  token: string,
  origins: readonly string[],
): number | undefined {
  if (url.split('?')[0] !== panelPath) return 404;
  // Only browsers say where a page comes from, and every browser does.
  if (headers.origin !== undefined && !origins.includes(headers.origin)) return 403;
  return tokensIn(headers).some((shown) => isSame(shown, token)) ? undefined : 401;
}

/** A browser can show a token as the name of a subprotocol only. */
function tokensIn({ authorization = '', ...headers }: IncomingMessage['headers']): string[] {
  const protocols = (headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim());
  return [
    ...protocols.filter((one) => one.startsWith('token.')).map((one) => one.slice(6)),
    ...(/^Bearer /i.test(authorization) ? [authorization.slice(7).trim()] : []),
  ];
}

/** Compares without telling by its time where the texts differ. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

const digest = (text: string): Uint8Array => createHash('sha256').update(text).digest();

function refuse(socket: Duplex, code: number): void {
  socket.end(
    `HTTP/1.1 ${code} ${STATUS_CODES[code] ?? ''}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
  );
}

async function close(http: Server, sockets: WebSocketServer): Promise<void> {
  const ended = once(http, 'close');
  http.close();
  for (const client of sockets.clients) client.terminate();
  sockets.close();
  http.closeAllConnections();
  await ended;
}
