import { operationCodes, operationStatus, usbipVersion } from './codes.ts';

/** The kind of an interface as a list of devices tells it. */
export interface InterfaceKind {
  readonly interfaceClass: number;
  readonly subclass: number;
  readonly protocol: number;
}

/** A device that a server offers, as `usbip list -r` shows it. */
export interface OfferedDevice {
  readonly path: string;
  /** Names the device at its server: `1-1`. */
  readonly busid: string;
  readonly bus: number;
  readonly number: number;
  readonly speed: number;
  readonly vendorId: number;
  readonly productId: number;
  /** The device's release in binary coded decimal. */
  readonly release: number;
  readonly kind: InterfaceKind;
  readonly configuration: number;
  readonly configurations: number;
  readonly interfaces: readonly InterfaceKind[];
}

/** What names the device in every transfer. */
export const deviceIdOf = ({ bus, number }: Pick<OfferedDevice, 'bus' | 'number'>): number =>
  ((bus << 16) | number) >>> 0;

/** The bytes of an operation's head: version, code, status. */
export const operationHeadLength = 8;

/** The bytes of a device's description. */
export const deviceLength = 312;

const pathLength = 256;

/** The bytes that name a device. */
export const busidLength = 32;

/** The question for the list of devices. */
export const writeListRequest = (): Uint8Array => head(operationCodes.list, operationStatus.ok);

/** The question for a device, with which the connection becomes its cable. */
export function writeImportRequest(busid: string): Uint8Array {
  return joined([head(operationCodes.import, operationStatus.ok), text(busid, busidLength)]);
}

/** The list of devices. */
export function writeListReply(devices: readonly OfferedDevice[]): Uint8Array {
  const count = new Uint8Array(4);
  new DataView(count.buffer).setUint32(0, devices.length);
  const each = devices.flatMap((device) => [
    description(device),
    ...device.interfaces.map(({ interfaceClass, subclass, protocol }) =>
      Uint8Array.of(interfaceClass, subclass, protocol, 0),
    ),
  ]);
  return joined([head(reply(operationCodes.list), operationStatus.ok), count, ...each]);
}

/** The answer to an import: the device, or why not (`operationStatus`). */
export function writeImportReply(answer: OfferedDevice | number): Uint8Array {
  const code = reply(operationCodes.import);
  if (typeof answer === 'number') return head(code, answer);
  return joined([head(code, operationStatus.ok), description(answer)]);
}

export type ImportReply =
  | { readonly status: 'imported'; readonly deviceId: number; readonly speed: number }
  | { readonly status: 'refused'; readonly code: number };

/** Reads the answer to an import; `undefined` until all of it is there. */
export function readImportReply(
  bytes: Uint8Array,
): { readonly reply: ImportReply; readonly length: number } | undefined {
  if (bytes.length < operationHeadLength) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const code = view.getUint32(4);
  if (code !== operationStatus.ok) {
    return { reply: { status: 'refused', code }, length: operationHeadLength };
  }
  const length = operationHeadLength + deviceLength;
  if (bytes.length < length) return undefined;
  const at = operationHeadLength + pathLength + busidLength;
  const bus = view.getUint32(at);
  const number = view.getUint32(at + 4);
  return {
    reply: {
      status: 'imported',
      deviceId: deviceIdOf({ bus, number }),
      speed: view.getUint32(at + 8),
    },
    length,
  };
}

/** The names of the devices of a whole list. */
export function readListReply(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const names: string[] = [];
  let at = operationHeadLength + 4;
  for (let left = view.getUint32(operationHeadLength); left > 0; left -= 1) {
    names.push(readText(bytes.subarray(at + pathLength, at + pathLength + busidLength)));
    at += deviceLength + 4 * view.getUint8(at + deviceLength - 1);
  }
  return names;
}

/** A text up to its first zero byte. */
export function readText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return String.fromCharCode(...bytes.subarray(0, end < 0 ? bytes.length : end));
}

const reply = (code: number): number => code & 0x7fff;

function head(code: number, status: number): Uint8Array {
  const bytes = new Uint8Array(operationHeadLength);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, usbipVersion);
  view.setUint16(2, code);
  view.setUint32(4, status);
  return bytes;
}

function description(device: OfferedDevice): Uint8Array {
  const numbers = new Uint8Array(deviceLength - pathLength - busidLength);
  const view = new DataView(numbers.buffer);
  view.setUint32(0, device.bus);
  view.setUint32(4, device.number);
  view.setUint32(8, device.speed);
  view.setUint16(12, device.vendorId);
  view.setUint16(14, device.productId);
  view.setUint16(16, device.release);
  const { interfaceClass, subclass, protocol } = device.kind;
  numbers.set([interfaceClass, subclass, protocol, device.configuration], 18);
  numbers.set([device.configurations, device.interfaces.length], 22);
  return joined([text(device.path, pathLength), text(device.busid, busidLength), numbers]);
}

/** A text padded with zero bytes, the last of which is always there. */
function text(value: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let index = 0; index < Math.min(value.length, length - 1); index += 1) {
    bytes[index] = value.charCodeAt(index) & 0xff;
  }
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
