import { ByteQueue } from './byte-queue.ts';
import { operationCodes, transferCodes, usbipVersion } from './codes.ts';
import { busidLength, operationHeadLength, readText } from './operations.ts';
import { type Submit, transferHeadLength, type Unlink } from './transfers.ts';

/** Bytes that are no USB/IP, or more than is taken: nothing after them can be understood. */
export class UsbipViolation extends Error {
  override readonly name = 'UsbipViolation';
}

export type OperationRequest =
  | { readonly kind: 'list' }
  | { readonly kind: 'import'; readonly busid: string };

export interface RequestLimits {
  /** The most bytes that one transfer may send. */
  readonly transferBytes: number;
}

/** More than a Linux host sends in one piece. */
export const usualRequestLimits: RequestLimits = { transferBytes: 16 * 2 ** 20 };

const notIsochronous = new Set([0, 0xffff_ffff]);

/**
 * The server's ear: what comes on a connection, in pieces of any size. Operations come until
 * `imported` is set, transfers from then on. Nothing is kept for data that was announced and has not come.
 */
export class UsbipRequests {
  /** True once the connection is the cable of a device. */
  imported = false;
  readonly #bytes = new ByteQueue();
  readonly #limits: RequestLimits;

  constructor(limits: RequestLimits = usualRequestLimits) {
    this.#limits = limits;
  }

  push(bytes: Uint8Array): void {
    this.#bytes.push(bytes);
  }

  /**
   * The next whole request; `undefined` until more bytes come.
   *
   * @throws UsbipViolation, after which nothing on the connection can be understood.
   */
  next(): OperationRequest | Submit | Unlink | undefined {
    return this.imported ? this.#transfer() : this.#operation();
  }

  #operation(): OperationRequest | undefined {
    const head = this.#bytes.peek(operationHeadLength);
    if (!head) return undefined;
    const view = viewOf(head);
    if (view.getUint16(0) !== usbipVersion) throw new UsbipViolation('another version of USB/IP');
    switch (view.getUint16(2)) {
      case operationCodes.list:
        this.#bytes.take(operationHeadLength);
        return { kind: 'list' };
      case operationCodes.import: {
        const whole = this.#bytes.take(operationHeadLength + busidLength);
        return whole && { kind: 'import', busid: readText(whole.subarray(operationHeadLength)) };
      }
      default:
        throw new UsbipViolation('an unknown operation');
    }
  }

  #transfer(): Submit | Unlink | undefined {
    const head = this.#bytes.peek(transferHeadLength);
    if (!head) return undefined;
    const view = viewOf(head);
    const seq = view.getUint32(4);
    const deviceId = view.getUint32(8);
    switch (view.getUint32(0)) {
      case transferCodes.submit:
        return this.#submit(view, seq, deviceId);
      case transferCodes.unlink: {
        const target = view.getUint32(20);
        this.#bytes.take(transferHeadLength);
        return { kind: 'unlink', seq, deviceId, target };
      }
      default:
        throw new UsbipViolation('an unknown command');
    }
  }

  #submit(view: DataView, seq: number, deviceId: number): Submit | undefined {
    const way = view.getUint32(12);
    const endpoint = view.getUint32(16);
    const flags = view.getUint32(20);
    const length = view.getUint32(24);
    if (way > 1 || endpoint > 15) throw new UsbipViolation('an endpoint that USB does not have');
    if (!notIsochronous.has(view.getUint32(32))) {
      throw new UsbipViolation('isochronous packets, which no endpoint here takes');
    }
    const dataLength = way === 1 ? 0 : length;
    if (dataLength > this.#limits.transferBytes) {
      throw new UsbipViolation(`a transfer of ${dataLength} bytes`);
    }
    const whole = this.#bytes.take(transferHeadLength + dataLength);
    if (!whole) return undefined;
    return {
      kind: 'submit',
      seq,
      deviceId,
      direction: way === 1 ? 'in' : 'out',
      endpoint,
      flags,
      length,
      setup: whole.subarray(40, 48),
      data: whole.subarray(transferHeadLength),
    };
  }
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
