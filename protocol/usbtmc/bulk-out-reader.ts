import { alignment, readBulkOut } from './bulk-headers.ts';
import { bulkHeaderLength } from './codes.ts';

/** What a packet of the bulk-OUT pipe brought. */
export type BulkOutEvent =
  /** A piece of a program message; `ends` with the last of a message. */
  | { readonly kind: 'piece'; readonly bytes: Uint8Array; readonly ends: boolean }
  | {
      readonly kind: 'request';
      readonly tag: number;
      readonly length: number;
      readonly termChar: number | undefined;
    }
  /** The packet fits no transfer: the endpoint is to be halted. */
  | { readonly kind: 'malformed' };

interface Transfer {
  readonly tag: number;
  readonly eom: boolean;
  /** Bytes of the message that are still to come, and of the filling after them. */
  left: number;
  filling: number;
}

/**
 * The device's ear on the bulk-OUT pipe, packet by packet. A transfer ends when what its header
 * announced has come; an empty packet between transfers means nothing.
 */
export class BulkOutReader {
  /** The tag of the transfer that came last, or is under way. */
  lastTag = 0;
  readonly #maxPacket: number;
  #transfer: Transfer | undefined;
  #received = 0;

  constructor(maxPacket: number) {
    this.#maxPacket = maxPacket;
  }

  /** The tag of the transfer under way; `undefined` between transfers. */
  get tag(): number | undefined {
    return this.#transfer?.tag;
  }

  /** Message bytes of the last transfer that have come. */
  get received(): number {
    return this.#received;
  }

  /** Takes one packet in. After `malformed` nothing is under way. */
  packet(packet: Uint8Array): BulkOutEvent | undefined {
    if (this.#transfer) return this.#piece(this.#transfer, packet, packet.length);
    if (packet.length === 0) return undefined;
    const header = readBulkOut(packet);
    if (!header) return { kind: 'malformed' };
    this.lastTag = header.tag;
    this.#received = 0;
    const rest = packet.subarray(bulkHeaderLength);
    if (header.kind === 'request') return rest.length > 0 ? { kind: 'malformed' } : header;
    const { tag, eom, length } = header;
    this.#transfer = { tag, eom, left: length, filling: alignment(length) };
    return this.#piece(this.#transfer, rest, packet.length);
  }

  /** Forgets the transfer under way. */
  abort(): void {
    this.#transfer = undefined;
  }

  #piece(transfer: Transfer, bytes: Uint8Array, packetLength: number): BulkOutEvent | undefined {
    const piece = bytes.subarray(0, transfer.left);
    const filling = bytes.length - piece.length;
    transfer.left -= piece.length;
    transfer.filling -= filling;
    this.#received += piece.length;
    const complete = transfer.left === 0 && transfer.filling <= 0;
    const short = packetLength < this.#maxPacket;
    // A host that leaves the filling out is understood: its packet is short.
    const over = complete || (transfer.left === 0 && short);
    if (transfer.filling < 0 || (short && !over)) {
      this.#transfer = undefined;
      return { kind: 'malformed' };
    }
    if (over) this.#transfer = undefined;
    const ends = over && transfer.eom;
    return piece.length > 0 || ends ? { kind: 'piece', bytes: piece, ends } : undefined;
  }
}
