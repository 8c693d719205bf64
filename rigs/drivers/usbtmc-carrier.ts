import { BenchError, type Clock, type Millis, SteadyClock } from '#core';
import {
  bulkHeaderLength,
  type ControlIn,
  checkClearStatus,
  controlStatus,
  initiateClear,
  nextTag,
  readBulkIn,
  writeMessageOut,
  writeRequestIn,
} from '#protocol/usbtmc';
import { type ByteCarrier, Ears } from './byte-carrier.ts';
import { type UsbDevice, usbDevices } from './usb-devices.ts';
import { type Claimed, claimUsbtmc, type UsbtmcAddress, usbName } from './usbtmc-open.ts';

export interface UsbtmcOptions extends UsbtmcAddress {
  /** The limit of every single transfer that should not take long. */
  readonly transferMs: Millis;
  /** The devices of the host; those of the machine when left out. */
  readonly devices?: () => Promise<readonly UsbDevice[]>;
  readonly clock?: Clock;
}

/** Bytes of one transfer; the largest that a kernel takes is some megabytes. */
const transferBytes = 64 * 1024;
/** Of a transfer's bytes, so many are asked for: room is left for its header and its end. */
const askedBytes = transferBytes - 512;
/** After so long a read looks whether it is still wanted. */
const readSliceMs: Millis = 250;

/** SCPI as USBTMC carries it. Errors: FB_LINK_OPEN, FB_USB_ACCESS. */
export async function openUsbtmc(options: UsbtmcOptions): Promise<ByteCarrier> {
  const claimed = await claimUsbtmc(options, options.devices ?? usbDevices);
  return new UsbtmcCarrier(usbName(options), claimed, options);
}

/** One claimed interface. After each message that was sent its answer is fetched. */
class UsbtmcCarrier implements ByteCarrier {
  readonly name: string;
  readonly framed = true;
  readonly #claimed: Claimed;
  readonly #transferMs: Millis;
  readonly #clock: Clock;
  readonly #ears = new Ears();
  #tag = 0;
  /** What is being fetched; a new era ends it. */
  #reading: Promise<void> | undefined;
  #era = 0;
  #closing: Promise<void> | undefined;

  constructor(name: string, claimed: Claimed, { transferMs, clock }: UsbtmcOptions) {
    this.name = name;
    this.#claimed = claimed;
    this.#transferMs = transferMs;
    this.#clock = clock ?? new SteadyClock();
  }

  async send(bytes: Uint8Array): Promise<void> {
    // An answer that nobody waits for any more is in the way of the next.
    if (this.#reading !== undefined) await this.clear();
    try {
      for (let at = 0; at < bytes.length; at += askedBytes) {
        const part = bytes.subarray(at, at + askedBytes);
        await this.#out(writeMessageOut(this.#next(), part, at + askedBytes >= bytes.length));
      }
    } catch (error) {
      if (isGone(error)) this.#ears.end(unplugged(error));
      throw error;
    }
    const reading = this.#fetch(this.#era).finally(() => {
      if (this.#reading === reading) this.#reading = undefined;
    });
    this.#reading = reading;
  }

  listen(onBytes: (bytes: Uint8Array) => void, onEnd: (why?: Error) => void): void {
    this.#ears.listen(onBytes, onEnd);
  }

  /** A device clear: what was sent and what would be answered is forgotten on both sides. */
  async clear(): Promise<void> {
    this.#era += 1;
    const { device, number, bulkOut, bulkIn } = this.#claimed;
    const until = this.#clock.now() + this.#transferMs;
    await this.#control(initiateClear(number));
    await this.#reading;
    for (;;) {
      const [status, more = 0] = await this.#control(checkClearStatus(number));
      if (status !== controlStatus.pending) break;
      if (this.#clock.now() > until) throw new Error('the device clear does not end');
      if ((more & 1) === 1) await device.transferIn(bulkIn, transferBytes, this.#transferMs);
    }
    await device.clearHalt('out', bulkOut);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    // A device that is still asked for an answer would give it to who opens it next.
    if (this.#reading !== undefined) await this.clear().catch(() => undefined);
    this.#era += 1;
    await this.#reading;
    await this.#claimed.release();
    this.#ears.end();
  }

  /** Fetches one response message, part by part. */
  async #fetch(era: number): Promise<void> {
    try {
      for (let eom = false; !eom && era === this.#era; ) {
        await this.#out(writeRequestIn(this.#next(), askedBytes));
        const tag = this.#tag;
        const transfer = await this.#in(era);
        const header = transfer && readBulkIn(transfer);
        if (!transfer || header?.tag !== tag) return;
        eom = header.eom;
        // Whoever hears the end may ask on at once.
        if (eom) this.#reading = undefined;
        this.#ears.hear(transfer.subarray(bulkHeaderLength, bulkHeaderLength + header.length));
      }
    } catch (error) {
      // A stall is for the ladder, whose next rung clears it.
      if (isGone(error)) this.#ears.end(unplugged(error));
      else await this.#unstall();
    }
  }

  /** A bulk-IN transfer, as soon as it comes; `undefined` when nobody wants it any more. */
  async #in(era: number): Promise<Uint8Array | undefined> {
    const { device, bulkIn } = this.#claimed;
    while (era === this.#era) {
      try {
        const { data } = await device.transferIn(bulkIn, transferBytes, readSliceMs);
        return data && new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
      } catch (error) {
        if (!/cancel|timed? ?out/i.test(String(error))) throw error;
      }
    }
    return undefined;
  }

  async #unstall(): Promise<void> {
    const { device, bulkIn } = this.#claimed;
    await device.clearHalt('in', bulkIn).catch(() => undefined);
  }

  #next(): number {
    this.#tag = nextTag(this.#tag);
    return this.#tag;
  }

  async #out(transfer: Uint8Array): Promise<void> {
    const { device, bulkOut } = this.#claimed;
    await device.transferOut(bulkOut, transfer, this.#transferMs);
  }

  async #control({ requestType, request, value, index, length }: ControlIn): Promise<Uint8Array> {
    const recipient = requestType === 0xa1 ? 'interface' : 'endpoint';
    const setup = { requestType: 'class', recipient, request, value, index } as const;
    const { device } = this.#claimed;
    const { data } = await device.controlTransferIn(setup, length, this.#transferMs);
    return data ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array();
  }
}

const isGone = (error: unknown): boolean =>
  /disconnected|endpoint not found|no device|not connected/i.test(String(error));

const unplugged = (cause: unknown): BenchError =>
  new BenchError('FB_LINK_LOST', 'the USB device was unplugged', { cause });
