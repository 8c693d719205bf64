import type { PtyLine, PtyOptions } from './pty.ts';
import type { SerialLine, SerialOptions } from './serial-line.ts';
import type { Slot } from './slot.ts';
import type { PanelServer, WebSocketOptions } from './web-socket.ts';

export {
  DialectLine,
  type LineEnd,
  openDialect,
  openSplitter,
  type Patience,
  usualPatience,
} from './dialect-line.ts';
export { EmulatedController } from './emulated-controller.ts';
export { Hold, usualSilence } from './hold.ts';
export type { LinkFault } from './link-fault.ts';
export { isLoopback } from './listening.ts';
export type { PtyLine, PtyOptions } from './pty.ts';
export type { ServerAt } from './renewed-meter.ts';
export type { SerialLine, SerialOptions } from './serial-line.ts';
export { Slot, type SlotContent, type SlotOptions, type TimeMode } from './slot.ts';
export {
  type LinkLimits,
  type LinkServer,
  listenTcp,
  type TcpOptions,
  usualLinkLimits,
} from './tcp-server.ts';
export type { PanelServer, WebSocketLimits, WebSocketOptions } from './web-socket.ts';

// What the other carriers are made of takes as long to load as all the rest: only who wants it pays.

/** The seeded faults of a rig controller: most have none. */
export const loadLinkFaults = () => import('./link-faults.ts');

/** Serves a slot at a new pseudo terminal. Errors: FB_PORT where there are none. */
export const openPty = async (slot: Slot, options: PtyOptions = {}): Promise<PtyLine> =>
  (await import('./pty.ts')).openPty(slot, options);

/** Serves a slot on a serial port: 8N1, no flow control. Errors: FB_PORT when it cannot be opened. */
export const openSerialLine = async (
  slot: Slot,
  path: string,
  options: SerialOptions = {},
): Promise<SerialLine> => (await import('./serial-line.ts')).openSerialLine(slot, path, options);

/**
 * Serves a slot to browsers and dashboards. Errors: FB_PORT when it cannot listen there, or should
 * not; FB_USAGE for a token that a browser cannot send.
 */
export const listenWebSocket = async (
  slot: Slot,
  options: WebSocketOptions = {},
): Promise<PanelServer> => (await import('./web-socket.ts')).listenWebSocket(slot, options);
