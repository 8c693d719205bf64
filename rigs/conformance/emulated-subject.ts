import { VirtualClock } from '#core';
import { createStick, emulatedMeter } from '#emulator';
import {
  type LinkFault,
  type LinkServer,
  listenTcp,
  listenWebSocket,
  openPty,
  Slot,
} from '#emulator/link';
import type { Renewal } from '#protocol';
import type { WireLink } from '../link-name.ts';
import { carriedSubject } from './carried-subject.ts';
import { keptOpen } from './kept-open.ts';
import type { Subject } from './subject.ts';

export interface EmulatedSubjectOptions {
  readonly model: string;
  /** How it is reached. */
  readonly carrier: 'in-process' | 'tcp' | 'serial' | 'ws';
  readonly linkFault?: LinkFault;
  /** How long an answer may take. */
  readonly answerMs?: number;
}

/** A rig to be judged, and its end. */
export interface EmulatedSubject extends AsyncDisposable {
  readonly subject: Subject;
}

const start = '2026-01-05T09:00:00';

/** An emulated meter in this process, reached over a carrier: what the kit itself is tried on. */
export async function emulatedSubject(options: EmulatedSubjectOptions): Promise<EmulatedSubject> {
  const { model, carrier, linkFault, answerMs = 5000 } = options;
  const clock = new VirtualClock(Date.parse(`${start}Z`));
  const stick = await createStick(clock, { kind: 'FAT16' });
  const installation = { supervisorPin: '1234', creditPence: 10_000 };
  const meter = emulatedMeter(model, { clock, stick, ...installation });
  if (carrier === 'in-process') {
    return {
      subject: {
        carrier,
        openMeter: async () => keptOpen(meter),
        twoClients: false,
        mayFeed: true,
      },
      [Symbol.asyncDispose]: () => meter[Symbol.asyncDispose](),
    };
  }
  const slot = new Slot({
    model,
    meter,
    stick,
    peerAt: () => Promise.reject(new Error('there is no server')),
    ...(linkFault ? { linkFault } : {}),
  });
  const server = await served(slot, carrier);
  const renewal: Renewal = { version: 1, model, start, stick: 'FAT16', ...installation };
  return {
    subject: {
      ...carriedSubject(server.link, { answerMs, mayFeed: true }),
      renew: () => slot.change(() => slot.renew(renewal)),
    },
    [Symbol.asyncDispose]: async () => {
      await server.close();
      await slot[Symbol.asyncDispose]();
    },
  };
}

interface Served {
  readonly link: WireLink;
  readonly close: () => Promise<void>;
}

async function served(slot: Slot, carrier: 'tcp' | 'serial' | 'ws'): Promise<Served> {
  const closing = (server: AsyncDisposable) => async () => {
    await server[Symbol.asyncDispose]();
  };
  switch (carrier) {
    case 'tcp': {
      const server: LinkServer = await listenTcp(slot);
      const { port } = server;
      return { link: { kind: 'tcp', host: '127.0.0.1', port }, close: closing(server) };
    }
    case 'serial': {
      const line = await openPty(slot);
      return { link: { kind: 'serial', path: line.path, baudRate: 115_200 }, close: closing(line) };
    }
    case 'ws': {
      const server = await listenWebSocket(slot);
      const { token, url } = server;
      return { link: { kind: 'ws', url, token }, close: closing(server) };
    }
    default:
      return carrier satisfies never;
  }
}
