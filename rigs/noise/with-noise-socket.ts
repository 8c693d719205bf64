import { type Clock, SteadyClock } from '#core';
import type { LinkSocket } from '../drivers/socket.ts';
import type { Noise } from './noise.ts';
import { NoiseLink } from './noise-link.ts';
import { closedByNoise } from './with-noise.ts';

const lineEnd = '\n';

/**
 * The web socket with the faults of a plan on its way. Each text is a message, with a line end that
 * stands for where it ends: pieces are one text again at the other side.
 */
export function withNoiseSocket(
  socket: LinkSocket,
  noise: Noise,
  clock: Clock = new SteadyClock(),
): LinkSocket {
  let ended: string | undefined;
  let onText: (text: string) => void = () => undefined;
  let onEnd: (why: string) => void = () => undefined;
  const end = (why: string): void => {
    if (ended !== undefined) return;
    ended = why;
    link.stop();
    onEnd(why);
  };
  const close = (): void => {
    end(closedByNoise);
    socket.close().catch(() => undefined);
  };
  const link = new NoiseLink(noise, clock, {
    'to-meter': { send: texts((text) => socket.send(text)), close },
    'to-bench': { send: texts((text) => onText(text)), close },
  });
  return {
    send: (text) => {
      if (ended === undefined) link.push('to-meter', encoded(text));
    },
    listen: (hear, gone) => {
      onText = hear;
      onEnd = gone;
      socket.listen((text) => link.push('to-bench', encoded(text)), end);
    },
    close: () => {
      link.stop();
      return socket.close();
    },
  };
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text + lineEnd);

/** Texts out of the bytes of their lines, however they are cut up. */
function texts(pass: (text: string) => void): (bytes: Uint8Array) => void {
  const decoder = new TextDecoder();
  let rest = '';
  return (bytes) => {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split(lineEnd);
    rest = lines.pop() ?? '';
    for (const line of lines) pass(line);
  };
}
