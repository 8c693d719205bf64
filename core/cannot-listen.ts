import { BenchError } from './errors.ts';

/** The error (FB_PORT) for an address and port on which a server cannot listen, with the reason in words. */
export const cannotListen = (host: string, port: number, cause: unknown): BenchError =>
  new BenchError('FB_PORT', `cannot listen on ${host} port ${port}: ${inWords(cause)}`, {
    hint: 'port 0 takes any that is free; "ss -ltnp" says who has which',
    context: { host, port },
    cause,
  });

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
