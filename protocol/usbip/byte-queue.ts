/** Bytes that came in pieces of any size, taken off in pieces of the wanted size. */
export class ByteQueue {
  #chunks: Uint8Array[] = [];
  #offset = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#chunks.push(bytes);
    this.#length += bytes.length;
  }

  /** The next `count` bytes, which stay; `undefined` while there are fewer. */
  peek(count: number): Uint8Array | undefined {
    if (this.#length < count) return undefined;
    const first = this.#chunks[0];
    if (first && first.length - this.#offset >= count) {
      return first.subarray(this.#offset, this.#offset + count);
    }
    const whole = new Uint8Array(count);
    let filled = 0;
    let offset = this.#offset;
    for (const chunk of this.#chunks) {
      const part = chunk.subarray(offset, offset + count - filled);
      whole.set(part, filled);
      filled += part.length;
      offset = 0;
      if (filled === count) break;
    }
    return whole;
  }

  /** Takes the next `count` bytes off; `undefined` while there are fewer. */
  take(count: number): Uint8Array | undefined {
    const taken = this.peek(count);
    if (taken === undefined) return undefined;
    this.#length -= count;
    this.#offset += count;
    let passed = 0;
    for (const chunk of this.#chunks) {
      if (this.#offset < chunk.length) break;
      this.#offset -= chunk.length;
      passed += 1;
    }
    if (passed > 0) this.#chunks.splice(0, passed);
    return taken;
  }
}
