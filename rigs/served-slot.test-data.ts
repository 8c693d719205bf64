import { VirtualClock } from '#core';
import { emulatedMeter } from '#emulator';
import { listenTcp, listenWebSocket, openPty, Slot, type SlotOptions } from '#emulator/link';
import { httpPeer } from '#fixtures';
import type { Rig, RigLink } from './rig.ts';

/** An emulated meter in this process behind a server of each kind. */
export interface ServedSlot extends AsyncDisposable {
  readonly slot: Slot;
  readonly links: Readonly<Record<'tcp' | 'serial' | 'ws', RigLink>>;
}

export async function serveSlot(options: Partial<SlotOptions> = {}): Promise<ServedSlot> {
  await using opened = new AsyncDisposableStack();
  const { model = 'is-440' } = options;
  const clock = new VirtualClock(Date.UTC(2026, 0, 5, 9));
  const slot = opened.use(
    new Slot({
      model,
      meter: emulatedMeter(model, { clock, supervisorPin: '1234' }),
      peerAt: ({ url, token }) =>
        httpPeer(url, { timeoutMs: 60_000, ...(token === undefined ? {} : { token }) }),
      ...options,
    }),
  );
  const tcp = opened.use(await listenTcp(slot));
  const line = opened.use(await openPty(slot));
  const token = 'a-token-of-the-tests';
  const socket = opened.use(await listenWebSocket(slot, { token, origins: [] }));
  const servers = opened.move();
  return {
    slot,
    links: {
      tcp: { kind: 'tcp', host: '127.0.0.1', port: tcp.port },
      serial: { kind: 'serial', path: line.path, baudRate: 115_200 },
      ws: { kind: 'ws', url: socket.url, token },
    },
    [Symbol.asyncDispose]: () => servers.disposeAsync(),
  };
}

/** A rig with an IS-440 at the end of a link. */
export const rigWith = (link: RigLink, more: Partial<Rig> = {}): Rig => ({
  version: 1,
  description: 'of the tests',
  path: 'test.yaml',
  meter: { model: 'is-440', serial: '440000777', supervisorPin: '2468', creditPence: 10_000 },
  link,
  clock: { start: '2026-01-05T09:00:00' },
  stick: { kind: 'controller', format: 'FAT16' },
  dataCentre: { kind: 'in-process' },
  isAsNew: false,
  ...more,
});
