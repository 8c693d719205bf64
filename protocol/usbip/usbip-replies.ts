import { ByteQueue } from './byte-queue.ts';
import { transferCodes } from './codes.ts';
import { type Submitted, transferHeadLength, type Unlinked } from './transfers.ts';
import { UsbipViolation } from './usbip-requests.ts';

/**
 * The host's ear once a device is imported: the ends of transfers, in pieces of any size.
 * `comesIn` tells whether the transfer of a number brings data: an answer does not say.
 */
export class UsbipReplies {
  readonly #bytes = new ByteQueue();
  readonly #comesIn: (seq: number) => boolean;

  constructor(comesIn: (seq: number) => boolean) {
    this.#comesIn = comesIn;
  }

  push(bytes: Uint8Array): void {
    this.#bytes.push(bytes);
  }

  /**
   * The next whole answer; `undefined` until more bytes come.
   *
   * @throws UsbipViolation for what no server sends.
   */
  next(): Submitted | Unlinked | undefined {
    const head = this.#bytes.peek(transferHeadLength);
    if (!head) return undefined;
    const view = new DataView(head.buffer, head.byteOffset, head.length);
    const seq = view.getUint32(4);
    const status = view.getInt32(20);
    switch (view.getUint32(0)) {
      case transferCodes.submitted: {
        const actual = view.getUint32(24);
        const dataLength = this.#comesIn(seq) ? actual : 0;
        const whole = this.#bytes.take(transferHeadLength + dataLength);
        if (!whole) return undefined;
        const data = whole.subarray(transferHeadLength);
        return { kind: 'submitted', seq, status, actual, data };
      }
      case transferCodes.unlinked:
        this.#bytes.take(transferHeadLength);
        return { kind: 'unlinked', seq, status };
      default:
        throw new UsbipViolation('an answer of no kind');
    }
  }
}
