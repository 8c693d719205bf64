import process from 'node:process';
import { BenchError } from '#core';
import {
  linkFaultNamed,
  listenTcp,
  listenWebSocket,
  loadUsb,
  openPty,
  openSerialLine,
  Slot,
} from '#emulator';
import type { Shell } from '../shell.ts';
import { untilStopped } from '../until-stopped.ts';
import type { LinkOptions } from './link-flags.ts';
import { type MeterOptions, openMeter, peerAt, putAway } from './open-meter.ts';

/**
 * Puts a meter on a panel link until a signal ends it; then its memory and its stick are kept. It
 * says one line for each server, then `ready`. Errors: those of the meter, and FB_PORT.
 */
export async function serveMeter(
  options: MeterOptions,
  link: LinkOptions,
  shell: Shell,
): Promise<void> {
  // Whoever reads the output may have seen enough with the addresses.
  process.stdout.on('error', () => undefined);
  const stopped = untilStopped();
  const fault = link.linkFault === undefined ? undefined : linkFaultNamed(link.linkFault);
  const opened = await openMeter(options);
  await using slot = new Slot({
    model: options.model,
    meter: opened.meter,
    stick: opened.stick,
    time: link.clock,
    peerAt,
    beyondLoopback: link.beyondLoopback,
    ...(fault ? { linkFault: fault } : {}),
    retire: () => putAway(opened, options.stick),
    onError: (error) => warn(shell, error),
  });
  for (const note of opened.notes) shell.print(note);
  await using _servers = await openServers(slot, link, shell);
  shell.print('ready');
  await stopped;
}

/** Opens the servers one after the other; when one cannot be opened, those before it are closed. */
async function openServers(slot: Slot, link: LinkOptions, shell: Shell): Promise<AsyncDisposable> {
  await using opening = new AsyncDisposableStack();
  const { scpi, serial, pty, ws, usbip, beyondLoopback } = link;
  if (scpi) {
    const server = opening.use(await listenTcp(slot, { ...scpi, beyondLoopback }));
    shell.print(`scpi ${server.address}`);
  }
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
