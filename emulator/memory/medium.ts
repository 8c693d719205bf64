export type BankName = 'a' | 'b';

/** What non-volatile memory is made of: two banks of bytes that are written in place. */
export interface Medium {
  /** Names the memory in messages. */
  readonly name: string;
  /** All that a bank holds; empty when it was never written. */
  read(bank: BankName): Uint8Array;
  /**
   * Puts `bytes` at the start of a bank and returns when they are safe. What the bank held behind
   * them stays.
   */
  write(bank: BankName, bytes: Uint8Array): void;
  /** Lets go of what the medium holds; again is no error. */
  close(): void;
}

/** Memory that lives as long as the process: a meter keeps it while its power is off. */
export class RamMedium implements Medium {
  readonly name = 'in RAM';
  readonly #banks: Record<BankName, Uint8Array> = { a: new Uint8Array(), b: new Uint8Array() };

  read(bank: BankName): Uint8Array {
    return this.#banks[bank];
  }

  write(bank: BankName, bytes: Uint8Array): void {
    const old = this.#banks[bank];
    if (bytes.length > old.length) {
      this.#banks[bank] = Uint8Array.from(bytes);
    } else {
      old.set(bytes);
    }
  }

  close(): void {}
}
