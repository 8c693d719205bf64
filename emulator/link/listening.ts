import { once } from 'node:events';
import type { Server } from 'node:net';
import { BenchError } from '#core';

/** Begins to listen. Errors: FB_PORT with the reason in words. */
export async function listening(server: Server, host: string, port: number): Promise<void> {
  try {
    server.listen({ host, port });
    await once(server, 'listening');
  } catch (error) {
    throw new BenchError('FB_PORT', `cannot listen on ${host} port ${port}: ${inWords(error)}`, {
      hint: 'port 0 takes any that is free; "ss -ltnp" says who has which',
      context: { host, port },
      cause: error,
    });
  }
}

function inWords(error: unknown): string {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return 'another program listens there';
    case 'EACCES':
      return 'it is kept for the administrator';
    case 'EADDRNOTAVAIL':
      return 'this machine has no such address';
    case 'ENOTFOUND':
      return 'no address goes by that name';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
