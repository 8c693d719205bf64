export { DialectLine, type LineEnd, openDialect, openSplitter } from './dialect-line.ts';
export { EmulatedController } from './emulated-controller.ts';
export { Hold, usualSilence } from './hold.ts';
export type { LinkFault } from './link-fault.ts';
export { isLoopback } from './loopback.ts';
export type { ServerAt } from './renewed-meter.ts';
export { Slot, type SlotOptions, type TimeMode } from './slot.ts';
export {
  type LinkLimits,
  type LinkServer,
  listenTcp,
  type TcpOptions,
  usualLinkLimits,
} from './tcp-server.ts';
