import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A piece of cable between the kernel and a USB/IP server, which can be cut. */
export interface Relay extends AsyncDisposable {
  readonly path: string;
  /** Cuts the cable when the kernel has sent so many more bytes, of which the device gets none. */
  cutAfter(bytesFromHost: number): Promise<void>;
}

/** Opens a relay at a path of its own to a server at another. */
export async function relay(path: string, to: string): Promise<Relay> {
  const open = new Set<Socket>();
  let left = Number.POSITIVE_INFINITY;
  let onCut: (() => void) | undefined;
  const cut = (): void => {
    for (const socket of open) socket.destroy();
    onCut?.();
  };
  const server = createServer((host) => {
    const device = connect(to);
    for (const socket of [host, device]) {
      open.add(socket);
      socket.on('error', () => undefined).on('close', () => open.delete(socket));
    }
    device.pipe(host);
    host.on('data', (bytes) => {
      left -= bytes.length;
      // Nothing more is passed on once a cut is due, so the device never has the whole transfer.
      if (left === Number.POSITIVE_INFINITY) device.write(bytes);
      else if (left <= 0) cut();
    });
    host.on('close', () => device.destroy());
  });
  server.listen(path);
  await once(server, 'listening');
  return {
    path,
    cutAfter: (bytes) => {
      left = bytes;
      const { promise, resolve } = Promise.withResolvers<void>();
      onCut = resolve;
      return promise;
    },
    [Symbol.asyncDispose]: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
