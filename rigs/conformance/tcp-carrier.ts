import { once } from 'node:events';
import { connect } from 'node:net';
import { BenchError } from '#core';
import type { RawCarrier } from './subject.ts';

/** How long a host may take to accept, and to close. */
const limitMs = 5000;

/** The bytes of a TCP connection as they come. Errors: FB_PORT when nobody accepts. */
export async function openTcpCarrier(host: string, port: number): Promise<RawCarrier> {
  const socket = connect({ host, port, noDelay: true });
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(limitMs) });
  } catch (cause) {
    socket.destroy();
    throw new BenchError('FB_PORT', `nobody accepts at ${host}:${port}`, {
      hint: 'start the controller, or look at "link" in the rig file',
      cause,
    });
  }
  // Whatever ends the connection is seen by `close`.
  socket.on('error', () => undefined);
  return {
    send: async (bytes) => {
      if (socket.destroyed || socket.writableEnded) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      socket.write(bytes, () => resolve());
      await promise;
    },
    listen: (onBytes, onEnd) => {
      socket.on('data', onBytes);
      socket.on('end', onEnd);
      socket.on('close', onEnd);
    },
    close: async () => {
      if (socket.destroyed) return;
      const closed = once(socket, 'close');
      socket.end();
      socket.resume();
      const timer = setTimeout(() => socket.destroy(), limitMs);
      await closed;
      clearTimeout(timer);
    },
  };
}
