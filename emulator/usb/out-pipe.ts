import { transferErrors } from '#protocol/usbip';
import { completeOut, type UsbTransfer } from './transfer.ts';

interface Waiting {
  readonly transfer: UsbTransfer;
  sent: number;
  /** True while the empty packet after the last full one is still to be sent. */
  endsEmpty: boolean;
}

/**
 * An endpoint from the host to the device. While the function is not ready, the host waits (NAK).
 * A function that halts the pipe over a packet has taken that packet; the next one is refused.
 */
export class OutPipe {
  readonly direction = 'out';
  readonly endpoint: number;
  readonly maxPacket: number;
  /** Takes one packet in. */
  accept: (packet: Uint8Array) => void = () => undefined;
  #waiting: Waiting[] = [];
  #halted = false;
  #ready = true;
  #pumping = false;

  constructor(endpoint: number, maxPacket: number) {
    this.endpoint = endpoint;
    this.maxPacket = maxPacket;
  }

  get halted(): boolean {
    return this.#halted;
  }

  get ready(): boolean {
    return this.#ready;
  }

  set ready(ready: boolean) {
    this.#ready = ready;
    this.#pump();
  }

  submit(transfer: UsbTransfer): void {
    const { length, zeroPacket } = transfer;
    const endsEmpty = length === 0 || (zeroPacket && length % this.maxPacket === 0);
    this.#waiting.push({ transfer, sent: 0, endsEmpty });
    this.#pump();
  }

  /** The host gives up; false when the transfer is over. */
  cancel(transfer: UsbTransfer): boolean {
    const before = this.#waiting.length;
    this.#waiting = this.#waiting.filter((each) => each.transfer !== transfer);
    return this.#waiting.length < before;
  }

  halt(): void {
    this.#halted = true;
    this.#pump();
  }

  clearHalt(): void {
    this.#halted = false;
    this.#pump();
  }

  /** As after a change of configuration: ready, not halted, no transfer open. */
  reset(): void {
    this.#halted = false;
    this.#ready = true;
    this.#waiting = [];
  }

  #pump(): void {
    if (this.#pumping) return;
    this.#pumping = true;
    try {
      for (let first = this.#waiting[0]; first; first = this.#waiting[0]) {
        if (this.#halted) {
          this.#waiting.shift();
          completeOut(first.transfer, first.sent, transferErrors.stalled);
        } else if (this.#ready) this.#packet(first);
        else break;
      }
    } finally {
      this.#pumping = false;
    }
  }

  #packet(waiting: Waiting): void {
    const { transfer } = waiting;
    const packet = transfer.data.subarray(waiting.sent, waiting.sent + this.maxPacket);
    waiting.sent += packet.length;
    if (packet.length === 0) waiting.endsEmpty = false;
    this.accept(packet);
    const over = waiting.sent === transfer.data.length && !waiting.endsEmpty;
    if (!over || this.#waiting[0] !== waiting) return;
    this.#waiting.shift();
    completeOut(transfer, waiting.sent);
  }
}
