import { once } from 'node:events';
import WebSocket from 'ws';
import { BenchError, type Millis } from '#core';

/** Texts to and from a rig controller over a web socket. */
export interface LinkSocket {
  send(text: string): void;
  listen(onText: (text: string) => void, onEnd: (why: string) => void): void;
  close(): Promise<void>;
}

export type OpenSocket = () => Promise<LinkSocket>;

export interface SocketOptions {
  readonly url: string;
  readonly token: string;
  readonly connectMs: Millis;
}

const protocolName = 'frankbench.panel.v1';
/** A stick's image as base64 is the longest text. */
const longestText = 128 * 1024 * 1024;
const closeMs: Millis = 500;

/** Opens a web socket to a controller. Errors: FB_LINK_OPEN. */
export async function openSocket({ url, token, connectMs }: SocketOptions): Promise<LinkSocket> {
  const socket = new WebSocket(url, protocolName, {
    headers: { authorization: `Bearer ${token}` },
    handshakeTimeout: connectMs,
    perMessageDeflate: false,
    maxPayload: longestText,
  });
  // Every failure is also a close.
  let failure: string | undefined;
  socket.on('error', (error) => {
    failure ??= error.message;
  });
  try {
    await once(socket, 'open');
  } catch (cause) {
    throw new BenchError('FB_LINK_OPEN', `cannot open ${url}: ${messageOf(cause)}`, {
      hint: 'is "frankbench emulate … --ws" running there, and is the token the one it printed?',
      cause,
    });
  }
  let closing: Promise<void> | undefined;
  return {
    send: (text) => socket.send(text, () => undefined),
    listen: (onText, onEnd) => {
      socket.on('message', (data, isBinary) => {
        if (!isBinary) onText(String(data));
      });
      const end = (code: number, reason: string) =>
        onEnd(failure ?? `the web socket was closed (${code}${reason && `, ${reason}`})`);
      socket.on('close', (code, reason) => end(code, String(reason)));
      if (socket.readyState >= WebSocket.CLOSING) end(1006, '');
    },
    close: () => {
      closing ??= close(socket);
      return closing;
    },
  };
}

async function close(socket: WebSocket): Promise<void> {
  if (socket.readyState === WebSocket.CLOSED) return;
  const closed = once(socket, 'close').catch(() => undefined);
  const late = setTimeout(() => socket.terminate(), closeMs);
  socket.close();
  await closed;
  clearTimeout(late);
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
