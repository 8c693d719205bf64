import { type Clock, SteadyClock } from '#core';
import { type ByteCarrier, Ears } from '../drivers/byte-carrier.ts';
import { wholeMessages } from './message-edges.ts';
import type { Noise } from './noise.ts';
import { NoiseLink } from './noise-link.ts';

/** Why a connection ended that a plan has closed. */
export const closedByNoise = 'the noise plan has closed the connection';

/**
 * The carrier with the faults of a plan on its way, both ways. A carrier that marks the ends of
 * messages itself gets whole ones, whatever they were cut into.
 */
export function withNoise(
  carrier: ByteCarrier,
  noise: Noise,
  clock: Clock = new SteadyClock(),
): ByteCarrier {
  const ears = new Ears();
  const end = (why?: Error): void => {
    link.stop();
    ears.end(why);
  };
  const failed = (error: unknown): void =>
    end(error instanceof Error ? error : new Error(String(error)));
  const close = (): void => {
    end(new Error(closedByNoise));
    carrier.close().catch(failed);
  };
  const pass = (bytes: Uint8Array): void => {
    carrier.send(bytes)?.catch(failed);
  };
  const link = new NoiseLink(noise, clock, {
    'to-meter': { send: carrier.framed ? wholeMessages(pass) : pass, close },
    'to-bench': { send: (bytes) => ears.hear(bytes), close },
  });
  carrier.listen((bytes) => link.push('to-bench', bytes), end);
  return {
    name: carrier.name,
    ...(carrier.framed === undefined ? {} : { framed: carrier.framed }),
    send: async (bytes) => {
      if (!ears.ended) link.push('to-meter', bytes);
    },
    listen: (onBytes, onEnd) => ears.listen(onBytes, onEnd),
    clear: async () => {
      if (!ears.ended) await carrier.clear();
    },
    close: () => {
      link.stop();
      return carrier.close();
    },
  };
}
