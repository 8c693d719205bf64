export { usbIds, usbLayout } from './descriptors.ts';
export {
  serveUsbip,
  type UsbipLimits,
  type UsbipOptions,
  type UsbipServer,
  usbipPort,
  usualUsbipLimits,
} from './serve-usbip.ts';
export type { UsbTransfer } from './transfer.ts';
export { UsbMeter } from './usb-meter.ts';
export { UsbipConnection, type UsbipConnectionOptions } from './usbip-connection.ts';
export { portsOf, type UsbPort } from './usbip-offer.ts';
