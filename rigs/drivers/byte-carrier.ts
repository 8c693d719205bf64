import type { Soon } from '#core';

/** Bytes to and from a rig controller that speaks SCPI, whatever carries them. */
export interface ByteCarrier {
  /** What it is, as messages name it: `tcp 127.0.0.1:5025`. */
  readonly name: string;
  /** True where the carrier itself marks the ends of messages. */
  readonly framed?: boolean;
  /** What it cannot do it tells where it ends, or what is promised rejects. */
  send(bytes: Uint8Array): Soon<void>;
  /**
   * Hears all that arrives from now on, and once when it has ended: with the reason where it ended
   * by itself. What has arrived before is heard at once.
   */
  listen(onBytes: (bytes: Uint8Array) => void, onEnd: (why?: Error) => void): void;
  /** A device clear, or what comes nearest: half a line that was sent is ended. */
  clear(): Promise<void>;
  /** Bounded, and done twice it is done once. */
  close(): Promise<void>;
}

/** Opens a carrier. Errors: FB_LINK_OPEN, FB_SERIAL_BUSY, FB_USB_ACCESS. */
export type OpenCarrier = () => Promise<ByteCarrier>;

/** What a carrier tells, kept until somebody listens. */
export class Ears {
  readonly #early: Uint8Array[] = [];
  #onBytes: ((bytes: Uint8Array) => void) | undefined;
  #onEnd: ((why?: Error) => void) | undefined;
  #ended: { readonly why: Error | undefined } | undefined;

  get ended(): boolean {
    return this.#ended !== undefined;
  }

  listen(onBytes: (bytes: Uint8Array) => void, onEnd: (why?: Error) => void): void {
    this.#onBytes = onBytes;
    this.#onEnd = onEnd;
    for (const bytes of this.#early.splice(0)) onBytes(bytes);
    if (this.#ended) onEnd(this.#ended.why);
  }

  hear(bytes: Uint8Array): void {
    if (this.#ended) return;
    if (this.#onBytes) this.#onBytes(bytes);
    else this.#early.push(bytes);
  }

  /** The first end counts. */
  end(why?: Error): void {
    if (this.#ended) return;
    this.#ended = { why };
    this.#onEnd?.(why);
  }
}

/** A copy of what was read into a buffer that is used again. */
export function copyOfFirst(buffer: Uint8Array, count: number): Uint8Array {
  const copy = Buffer.allocUnsafe(count);
  copy.set(new Uint8Array(buffer.buffer, buffer.byteOffset, count));
  return copy;
}
