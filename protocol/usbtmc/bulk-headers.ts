import { bulkHeaderLength, messageIds } from './codes.ts';

/** A header of the bulk-OUT pipe, as far as this subclass of devices knows any. */
export type BulkOutHeader =
  /** Part of a program message follows: `length` bytes. */
  | {
      readonly kind: 'message';
      readonly tag: number;
      readonly length: number;
      readonly eom: boolean;
    }
  /** The host wants up to `length` bytes of the response, up to a character where it names one. */
  | {
      readonly kind: 'request';
      readonly tag: number;
      readonly length: number;
      readonly termChar: number | undefined;
    };

/** The header of the bulk-IN pipe: `length` bytes of a response follow. */
export interface BulkInHeader {
  readonly tag: number;
  readonly length: number;
  /** True when the response ends with them. */
  readonly eom: boolean;
}

const eomBit = 1;
const termCharBit = 2;

/** The tag after this one: 1 … 255, never 0. */
export const nextTag = (tag: number): number => (tag % 255) + 1;

/** How many bytes follow `length` bytes so that a transfer is a multiple of four. */
export const alignment = (length: number): number => (4 - (length % 4)) % 4;

/** A bulk-OUT transfer with part of a program message, or all of it. */
export function writeMessageOut(tag: number, bytes: Uint8Array, eom: boolean): Uint8Array {
  const transfer = new Uint8Array(bulkHeaderLength + bytes.length + alignment(bytes.length));
  writeHead(transfer, messageIds.messageOut, tag, bytes.length);
  transfer[8] = eom ? eomBit : 0;
  transfer.set(bytes, bulkHeaderLength);
  return transfer;
}

/** A bulk-OUT transfer that asks for up to `length` bytes of the response. */
export function writeRequestIn(tag: number, length: number, termChar?: number): Uint8Array {
  const transfer = new Uint8Array(bulkHeaderLength);
  writeHead(transfer, messageIds.messageIn, tag, length);
  if (termChar !== undefined) transfer.set([termCharBit, termChar], 8);
  return transfer;
}

/** A bulk-IN transfer with part of a response, or all of it. */
export function writeMessageIn(tag: number, bytes: Uint8Array, eom: boolean): Uint8Array {
  const transfer = writeMessageOut(tag, bytes, eom);
  transfer[0] = messageIds.messageIn;
  return transfer;
}

/** Reads the head of a bulk-OUT transfer; `undefined` for one that is malformed or not supported. */
export function readBulkOut(bytes: Uint8Array): BulkOutHeader | undefined {
  const head = readHead(bytes);
  if (!head || head.length === 0) return undefined;
  const { id, tag, length, attributes } = head;
  switch (id) {
    case messageIds.messageOut:
      if ((attributes & ~eomBit) !== 0) return undefined;
      return { kind: 'message', tag, length, eom: attributes !== 0 };
    case messageIds.messageIn: {
      if ((attributes & ~termCharBit) !== 0) return undefined;
      return { kind: 'request', tag, length, termChar: attributes === 0 ? undefined : bytes[9] };
    }
    default:
      return undefined;
  }
}

/** Reads the head of a bulk-IN transfer; `undefined` for one that is malformed. */
export function readBulkIn(bytes: Uint8Array): BulkInHeader | undefined {
  const head = readHead(bytes);
  if (head?.id !== messageIds.messageIn) return undefined;
  return { tag: head.tag, length: head.length, eom: (head.attributes & eomBit) !== 0 };
}

function writeHead(transfer: Uint8Array, id: number, tag: number, length: number): void {
  transfer.set([id, tag, ~tag & 0xff]);
  new DataView(transfer.buffer).setUint32(4, length, true);
}

function readHead(bytes: Uint8Array) {
  if (bytes.length < bulkHeaderLength) return undefined;
  const [id = 0, tag = 0, inverse = 0, reserved = 0] = bytes;
  if (tag === 0 || inverse !== (~tag & 0xff) || reserved !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return { id, tag, length: view.getUint32(4, true), attributes: view.getUint8(8) };
}
