/** A command as it comes on the bulk-OUT pipe (Bulk-Only Transport 1.0, table 5.1). */
export interface CommandWrapper {
  readonly tag: number;
  /** Bytes that the host is going to send or take. */
  readonly length: number;
  readonly direction: 'in' | 'out';
  /** The command, padded with zeros to 16 bytes. */
  readonly block: Uint8Array;
}

/** How a command ended (table 5.3). */
export const commandStatus = { passed: 0, failed: 1, phaseError: 2 } as const;

const commandLength = 31;
const statusLength = 13;
const commandSignature = 0x4342_5355;
const statusSignature = 0x5342_5355;

/** Reads a command; `undefined` when it is not valid or not meaningful (chapter 6.2). */
export function readCommand(packet: Uint8Array): CommandWrapper | undefined {
  if (packet.length !== commandLength) return undefined;
  const view = new DataView(packet.buffer, packet.byteOffset, packet.length);
  const flags = view.getUint8(12);
  const blockLength = view.getUint8(14);
  if (view.getUint32(0, true) !== commandSignature) return undefined;
  if ((flags & 0x7f) !== 0 || view.getUint8(13) !== 0) return undefined;
  if (blockLength < 1 || blockLength > 16) return undefined;
  const block = new Uint8Array(16);
  block.set(packet.subarray(15, 15 + blockLength));
  return {
    tag: view.getUint32(4, true),
    length: view.getUint32(8, true),
    direction: flags === 0 ? 'out' : 'in',
    block,
  };
}

/** The status of a command, with the bytes that the host expected and that were not processed. */
export function writeStatus(tag: number, residue: number, status: number): Uint8Array {
  const bytes = new Uint8Array(statusLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, statusSignature, true);
  view.setUint32(4, tag, true);
  view.setUint32(8, residue, true);
  bytes[12] = status;
  return bytes;
}
