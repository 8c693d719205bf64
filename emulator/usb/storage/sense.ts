/** Why a command failed: sense key, additional sense code and its qualifier (SPC-3 tables 27, 28). */
export interface Sense {
  readonly key: number;
  readonly code: number;
  readonly qualifier: number;
  /** The sector that the error is about. */
  readonly sector?: number;
}

/** What a stick reader can have to say. */
export const senses = {
  none: { key: 0x0, code: 0x00, qualifier: 0x00 },
  mediumNotPresent: { key: 0x2, code: 0x3a, qualifier: 0x00 },
  unreadable: { key: 0x3, code: 0x11, qualifier: 0x00 },
  unwritable: { key: 0x3, code: 0x0c, qualifier: 0x00 },
  invalidCommand: { key: 0x5, code: 0x20, qualifier: 0x00 },
  outOfRange: { key: 0x5, code: 0x21, qualifier: 0x00 },
  invalidField: { key: 0x5, code: 0x24, qualifier: 0x00 },
  removalPrevented: { key: 0x5, code: 0x53, qualifier: 0x02 },
  mediumMayHaveChanged: { key: 0x6, code: 0x28, qualifier: 0x00 },
  writeProtected: { key: 0x7, code: 0x27, qualifier: 0x00 },
} as const satisfies Readonly<Record<string, Sense>>;

/** Sense data of fixed format. */
export function fixedSense({ key, code, qualifier, sector }: Sense): Uint8Array {
  const bytes = new Uint8Array(18);
  const view = new DataView(bytes.buffer);
  bytes[0] = sector === undefined ? 0x70 : 0xf0;
  bytes[2] = key;
  if (sector !== undefined) view.setUint32(3, sector);
  bytes[7] = bytes.length - 8;
  bytes[12] = code;
  bytes[13] = qualifier;
  return bytes;
}
