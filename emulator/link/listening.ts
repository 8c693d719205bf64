import { once } from 'node:events';
import type { Server } from 'node:net';
import { cannotListen } from '#core/cannot-listen';

/** Begins to listen. Errors: FB_PORT with the reason in words. */
export async function listening(server: Server, host: string, port: number): Promise<void> {
  try {
    server.listen({ host, port });
    await once(server, 'listening');
  } catch (error) {
    throw cannotListen(host, port, error);
  }
}
