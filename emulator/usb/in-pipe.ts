import { transferErrors } from '#protocol/usbip';
import { completeIn, completeWithout, type UsbTransfer } from './transfer.ts';

/** What waits on a pipe: a packet, or a place to halt at. */
export type Drawn = Uint8Array | 'halt';

/** Where packets come from, drawn as the host takes them; the last one may come as the return value. */
export type PacketSource = Iterator<Drawn, Drawn | undefined>;

interface Waiting {
  readonly transfer: UsbTransfer;
  readonly packets: Uint8Array[];
  taken: number;
}

/**
 * An endpoint from the device to the host. Packets wait for a host that asks, and a host that asks
 * waits for packets (NAK). A transfer ends when it is full or with a packet shorter than the others.
 */
export class InPipe {
  readonly direction = 'in';
  readonly endpoint: number;
  readonly maxPacket: number;
  /** Called when the host has taken everything. */
  onEmpty: () => void = () => undefined;
  #sources: PacketSource[] = [];
  #waiting: Waiting[] = [];
  #halted = false;
  #pumping = false;

  constructor(endpoint: number, maxPacket: number) {
    this.endpoint = endpoint;
    this.maxPacket = maxPacket;
  }

  get halted(): boolean {
    return this.#halted;
  }

  /** True while nothing waits for the host. */
  get empty(): boolean {
    return this.#sources.length === 0;
  }

  send(source: PacketSource): void {
    this.#sources.push(source);
    this.#pump();
  }

  /** Sends one packet, which must not be longer than the pipe's. */
  sendPacket(packet: Uint8Array): void {
    this.send(packetsOf(packet, Number.POSITIVE_INFINITY));
  }

  /** Sends bytes such that the host sees their end: with a short packet, an empty one if need be. */
  sendWhole(bytes: Uint8Array): void {
    this.send(packetsOf(bytes, this.maxPacket));
  }

  /** A host asks. */
  submit(transfer: UsbTransfer): void {
    this.#waiting.push({ transfer, packets: [], taken: 0 });
    this.#pump();
  }

  /** The host no longer asks; false when the transfer is over. */
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

  /** Throws away what waits for the host. */
  flush(): void {
    this.#sources = [];
  }

  /** As after a change of configuration: nothing waits, nothing is halted, no transfer is open. */
  reset(): void {
    this.flush();
    this.#halted = false;
    this.#waiting = [];
  }

  #pump(): void {
    if (this.#pumping) return;
    this.#pumping = true;
    try {
      for (let first = this.#waiting[0]; first; first = this.#waiting[0]) {
        if (this.#halted) {
          this.#end(first, transferErrors.stalled);
          continue;
        }
        const packet = this.#draw();
        if (packet === undefined) break;
        if (packet === 'halt') this.#halted = true;
        else this.#take(first, packet);
      }
    } finally {
      this.#pumping = false;
    }
  }

  #take(waiting: Waiting, packet: Uint8Array): void {
    const { transfer } = waiting;
    if (waiting.taken + packet.length > transfer.length) {
      this.#end(waiting, transferErrors.overflow);
      return;
    }
    waiting.packets.push(packet);
    waiting.taken += packet.length;
    if (packet.length < this.maxPacket || waiting.taken === transfer.length) this.#end(waiting, 0);
  }

  #end(waiting: Waiting, status: number): void {
    this.#waiting.shift();
    if (waiting.taken === 0 && status !== 0) completeWithout(waiting.transfer, status);
    else completeIn(waiting.transfer, Buffer.concat(waiting.packets), status);
  }

  #draw(): Drawn | undefined {
    for (let source = this.#sources[0]; source; source = this.#sources[0]) {
      const { done, value } = source.next();
      if (done) this.#exhausted(source);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  #exhausted(source: PacketSource): void {
    // It may have thrown everything away, itself too.
    if (this.#sources[0] === source) this.#sources.shift();
    if (this.#sources.length === 0) this.onEmpty();
  }
}

/** Cuts bytes into packets, the last of which is short or empty. */
export function* packetsOf(
  bytes: Uint8Array,
  maxPacket: number,
): Generator<Uint8Array, Uint8Array> {
  let at = 0;
  for (; bytes.length - at >= maxPacket; at += maxPacket) yield bytes.subarray(at, at + maxPacket);
  return bytes.subarray(at);
}
