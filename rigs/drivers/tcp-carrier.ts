import { once } from 'node:events';
import { connect } from 'node:net';
import { BenchError, type Millis } from '#core';
import { type ByteCarrier, copyOfFirst, Ears } from './byte-carrier.ts';

export interface TcpOptions {
  readonly host: string;
  readonly port: number;
  readonly connectMs: Millis;
}

const lineEnd = Uint8Array.of(0x0a);
const readLength = 64 * 1024;

/** SCPI-raw over TCP. Errors: FB_LINK_OPEN. */
export async function openTcp({ host, port, connectMs }: TcpOptions): Promise<ByteCarrier> {
  const name = `tcp ${host}:${port}`;
  const ears = new Ears();
  const socket = connect({
    host,
    port,
    noDelay: true,
    keepAlive: true,
    // Past the machinery of streams, of which nothing is wanted here.
    onread: {
      buffer: new Uint8Array(readLength),
      callback: (count, buffer) => {
        // The buffer is used again for what comes next.
        ears.hear(copyOfFirst(buffer, count));
        return true;
      },
    },
  });
  socket.on('error', (error) => ears.end(error));
  socket.on('close', () => ears.end());
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(connectMs) });
  } catch (cause) {
    socket.destroy();
    throw new BenchError('FB_LINK_OPEN', `cannot connect to ${name}: ${inWords(cause)}`, {
      hint: 'is the controller switched on, or "frankbench emulate … --scpi" running there?',
      context: { host, port },
      cause,
    });
  }
  const send = (bytes: Uint8Array): void => {
    if (!socket.destroyed) socket.write(bytes);
  };
  return {
    name,
    send,
    listen: (onBytes, onEnd) => ears.listen(onBytes, onEnd),
    clear: async () => send(lineEnd),
    close: async () => {
      if (socket.destroyed) return;
      const closed = once(socket, 'close').catch(() => undefined);
      socket.destroy();
      await closed;
    },
  };
}

function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'no answer in time';
  switch ('code' in error ? error.code : undefined) {
    case 'ECONNREFUSED':
      return 'nobody listens there';
    case 'ENOTFOUND':
      return 'no address goes by that name';
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 'no way leads there';
    default:
      return error.message;
  }
}
