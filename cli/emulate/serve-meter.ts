import type { Millis } from '#core';
import { BenchError } from '#core/errors';
import {
  type LinkFault,
  listenTcp,
  listenWebSocket,
  loadLinkFaults,
  openPty,
  openSerialLine,
  Slot,
} from '#emulator/link';
import type { Shell } from '../shell.ts';
import { untilStopped } from '../until-stopped.ts';
import type { LinkOptions } from './link-flags.ts';
import type { MeterOptions } from './open-meter.ts';

/** What a meter is made of, in parts: while one is loaded nobody who asks is heard. */
const parts = [() => import('#models'), () => import('#emulator')];

/** So long a port that has just opened is there for who has waited for it. */
const firstMs: Millis = 20;

/**
 * Puts a meter on a panel link until a signal ends it; then its memory and its stick are kept. It
 * says one line for each server, then `ready`. The port of SCPI is there before the meter is: who is
 * there can be asked while it is switched on. Errors: those of the meter, and FB_PORT.
 */
export async function serveMeter(
  options: MeterOptions,
  link: LinkOptions,
  shell: Shell,
): Promise<void> {
  // Whoever reads the output may have seen enough with the addresses.
  process.stdout.on('error', () => undefined);
  const stopped = untilStopped();
  const linkFault = await faultOf(link);
  await using slot = new Slot({
    model: options.model,
    time: link.clock,
    peerAt: async (server) => (await import('./peer-at.ts')).peerAt(server),
    beyondLoopback: link.beyondLoopback,
    ...(linkFault ? { linkFault } : {}),
    onError: (error) => warn(shell, error),
  });
  await using _port = await openScpi(slot, link, shell);
  if (_port) await slot.breath(firstMs);
  for (const load of parts) {
    await load();
    await slot.breath();
  }
  const { openMeter, putAway } = await import('./open-meter.ts');
  const opened = await openMeter(options);
  const { meter, stick, notes } = opened;
  slot.put({ meter, stick, retire: () => putAway(opened, options.stick) });
  for (const note of notes) shell.print(note);
  await using _servers = await openServers(slot, link, shell);
  shell.print('ready');
  await stopped;
}

async function faultOf({ linkFault }: LinkOptions): Promise<LinkFault | undefined> {
  if (linkFault === undefined) return undefined;
  const { linkFaultNamed } = await loadLinkFaults();
  return linkFaultNamed(linkFault);
}

async function openScpi(
  slot: Slot,
  { scpi, beyondLoopback }: LinkOptions,
  shell: Shell,
): Promise<AsyncDisposable | undefined> {
  if (!scpi) return undefined;
  const server = await listenTcp(slot, { ...scpi, beyondLoopback });
  shell.print(`scpi ${server.address}`);
  return server;
}

/** Opens the other servers one after the other; when one cannot be opened, those before it are closed. */
async function openServers(slot: Slot, link: LinkOptions, shell: Shell): Promise<AsyncDisposable> {
  await using opening = new AsyncDisposableStack();
  const { serial, pty, ws, usbip, beyondLoopback } = link;
  if (serial !== undefined) {
    const line = opening.use(await openSerialLine(slot, serial));
    line.closed.then(
      () => warn(shell, `the serial line ${serial} is closed`),
      () => undefined,
    );
    shell.print(`serial ${line.path}`);
  }
  if (pty) {
    const line = opening.use(await openPty(slot));
    shell.print(`pty ${line.path}`);
  }
  if (ws) {
    const { wsToken: token, wsOrigins: origins } = link;
    const given = token === undefined ? {} : { token };
    const server = opening.use(
      await listenWebSocket(slot, { ...ws, ...given, origins, beyondLoopback }),
    );
    shell.print(`ws ${server.url}`);
    // One that was given is not said again.
    if (token === undefined) shell.print(`token ${server.token}`);
  }
  if (usbip) {
    const { loadUsb } = await import('#emulator');
    const { serveUsbip, UsbMeter } = await loadUsb();
    const server = opening.use(
      await serveUsbip([new UsbMeter(slot)], { ...usbip, beyondLoopback }),
    );
    shell.print(`usbip ${server.address} busid ${server.busids.join(' ')}`);
  }
  return opening.move();
}

function warn(shell: Shell, problem: unknown): void {
  const said = problem instanceof BenchError ? problem.message : String(problem);
  shell.log().then(
    (log) => log.warn(said),
    () => undefined,
  );
}
