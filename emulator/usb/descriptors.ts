import type { Identity } from '#core';
import type { Descriptors } from './virtual-device.ts';

/** The vendor and product of every emulated meter: pid.codes' numbers for private tests. */
export const usbIds = { vendor: 0x1209, product: 0x0001, release: 0x0100 } as const;

/** The largest packet of a bulk endpoint at high speed. */
export const bulkPacket = 512;

/** The interfaces of an emulated meter, and the numbers of their endpoints. */
export const usbLayout = {
  tmc: { number: 0, bulk: 1, interrupt: 2 },
  /** Control; data goes over the interface after it. */
  serial: { number: 1, bulk: 4, interrupt: 3 },
  storage: { number: 3, bulk: 5 },
} as const;

/** Class, subclass and protocol of each interface, in their order. */
export const interfaceKinds = [
  { interfaceClass: 0xfe, subclass: 0x03, protocol: 0x01 },
  { interfaceClass: 0x02, subclass: 0x02, protocol: 0x00 },
  { interfaceClass: 0x0a, subclass: 0x00, protocol: 0x00 },
  { interfaceClass: 0x08, subclass: 0x06, protocol: 0x50 },
] as const;

/** Miscellaneous: the functions are told apart by associations of interfaces. */
export const deviceKind = { interfaceClass: 0xef, subclass: 0x02, protocol: 0x01 } as const;

const types = { device: 1, configuration: 2, string: 3 } as const;
const english = 0x0409;

/** Texts by their number; number 0 lists the languages. */
const texts = ({ maker, model, serial }: Identity): readonly string[] => [
  maker,
  `${model} (emulated)`,
  serial,
  'Panel link (USBTMC)',
  'Panel link (serial)',
  'Stick at the host',
];

/** What an emulated meter says of itself, with the identity of the moment. */
export const descriptorsOf =
  (identity: () => Identity): Descriptors =>
  (type, number) => {
    switch (type) {
      case types.device:
        return number === 0 ? device : undefined;
      case types.configuration:
        return number === 0 ? configuration : undefined;
      case types.string:
        return number === 0
          ? Uint8Array.of(4, types.string, english & 0xff, english >> 8)
          : stringDescriptor(texts(identity())[number - 1]);
      default:
        return undefined; // there is no other speed, and so nothing to qualify
    }
  };

function stringDescriptor(text: string | undefined): Uint8Array | undefined {
  if (text === undefined) return undefined;
  const encoded = Buffer.from(text.slice(0, 126), 'utf16le');
  return Uint8Array.of(encoded.length + 2, types.string, ...encoded);
}

const low = (value: number): number => value & 0xff;
const high = (value: number): number => value >> 8;

const device = Uint8Array.of(
  18,
  types.device,
  ...[0x00, 0x02], // USB 2.0
  ...Object.values(deviceKind),
  64,
  ...[low(usbIds.vendor), high(usbIds.vendor)],
  ...[low(usbIds.product), high(usbIds.product)],
  ...[low(usbIds.release), high(usbIds.release)],
  ...[1, 2, 3], // maker, product, serial number
  1,
);

const bulkOut = (endpoint: number): readonly number[] => bulk(endpoint);
const bulkIn = (endpoint: number): readonly number[] => bulk(0x80 | endpoint);
const bulk = (address: number): readonly number[] => [
  ...[7, 5, address, 0x02, low(bulkPacket), high(bulkPacket), 0],
];
/** Asked every 2^(9-1) microframes: 32 ms. */
const interruptIn = (endpoint: number, maxPacket: number): readonly number[] => [
  ...[7, 5, 0x80 | endpoint, 0x03, maxPacket, 0, 9],
];

function interfaceDescriptor(number: number, endpoints: number, text: number): readonly number[] {
  const kind = interfaceKinds[number];
  return [9, 4, number, 0, endpoints, ...(kind ? Object.values(kind) : []), text];
}

/** CDC 1.10: version; calls are not managed; line coding and state are; the data interface. */
const serialFeatures = (control: number, data: number): readonly number[] => [
  ...[5, 0x24, 0x00, 0x10, 0x01],
  ...[5, 0x24, 0x01, 0x00, data],
  ...[4, 0x24, 0x02, 0x02],
  ...[5, 0x24, 0x06, control, data],
];

const configuration = whole([
  ...interfaceDescriptor(usbLayout.tmc.number, 3, 4),
  ...[...bulkOut(usbLayout.tmc.bulk), ...bulkIn(usbLayout.tmc.bulk)],
  ...interruptIn(usbLayout.tmc.interrupt, 8),
  ...[8, 11, usbLayout.serial.number, 2, 0x02, 0x02, 0x00, 5],
  ...interfaceDescriptor(usbLayout.serial.number, 1, 5),
  ...serialFeatures(usbLayout.serial.number, usbLayout.serial.number + 1),
  ...interruptIn(usbLayout.serial.interrupt, 16),
  ...interfaceDescriptor(usbLayout.serial.number + 1, 2, 0),
  ...[...bulkOut(usbLayout.serial.bulk), ...bulkIn(usbLayout.serial.bulk)],
  ...interfaceDescriptor(usbLayout.storage.number, 2, 6),
  ...[...bulkOut(usbLayout.storage.bulk), ...bulkIn(usbLayout.storage.bulk)],
]);

/** A self-powered configuration of all interfaces, with its own head of nine bytes. */
function whole(parts: readonly number[]): Uint8Array {
  const length = 9 + parts.length;
  const count = interfaceKinds.length;
  return Uint8Array.of(
    ...[9, types.configuration, low(length), high(length), count, 1, 0, 0xc0, 0],
    ...parts,
  );
}
