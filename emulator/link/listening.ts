import { once } from 'node:events';
import { isIP, type Server } from 'node:net';
import { BenchError } from '#core/errors';

/** Begins to listen. Errors: FB_PORT with the reason in words. */
export async function listening(server: Server, host: string, port: number): Promise<void> {
  try {
    server.listen({ host, port });
    await once(server, 'listening');
  } catch (error) {
    const { cannotListen } = await import('#core');
    throw cannotListen(host, port, error);
  }
}

/** True for addresses that only programs of the same machine reach; IPv6 with its brackets or without. */
export function isLoopback(host: string): boolean {
  const address = host.replace(/^\[(.*)\]$/, '$1');
  return (
    address === 'localhost' ||
    address === '::1' ||
    (isIP(address) === 4 && address.startsWith('127.'))
  );
}

/** Refuses to listen where other machines could reach the port, if it was not asked for (FB_PORT). */
export function checkLoopback(host: string, beyondLoopback: boolean): void {
  if (beyondLoopback || isLoopback(host)) return;
  throw new BenchError('FB_PORT', `will not listen on ${host}: other machines could reach it`, {
    hint: 'name 127.0.0.1, or say --beyond-loopback',
    context: { host },
  });
}
