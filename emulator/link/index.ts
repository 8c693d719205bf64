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
export { linkFaultNamed, linkFaults } from './link-faults.ts';
export { isLoopback } from './loopback.ts';
export { openPty, type PtyLine, type PtyOptions } from './pty.ts';
export type { ServerAt } from './renewed-meter.ts';
export { openSerialLine, type SerialLine, type SerialOptions } from './serial-line.ts';
export { Slot, type SlotOptions, type TimeMode } from './slot.ts';
export {
  type LinkLimits,
  type LinkServer,
  listenTcp,
  type TcpOptions,
  usualLinkLimits,
} from './tcp-server.ts';
export {
  listenWebSocket,
  type PanelServer,
  panelPath,
  type WebSocketLimits,
  type WebSocketOptions,
} from './web-socket.ts';
export { subprotocol } from './web-socket-client.ts';
