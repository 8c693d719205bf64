import { type NoiseAction, type Struck, send } from './actions.ts';
import { joined } from './joined.ts';

/** Gathers the actions of one push; bytes that belong together stay one piece. */
export class Outbox {
  readonly #actions: NoiseAction[] = [];
  #open: { readonly parts: Uint8Array[]; readonly afterMs: number } | undefined;
  #closed = false;

  /** True once the connection is to be closed: nothing comes behind that. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Bytes that pass as they are, in one piece with those before them. */
  pass(bytes: Uint8Array): void {
    if (bytes.length === 0 || this.#closed) return;
    this.#open ??= { parts: [], afterMs: 0 };
    this.#open.parts.push(bytes);
  }

  /** Begins a new piece, which comes later than what is before it. */
  begin(bytes: Uint8Array, afterMs: number): void {
    this.#flush();
    if (!this.#closed) this.#open = { parts: [bytes], afterMs };
  }

  /** An action as a whole; bytes that need not wait are passed. */
  add(action: NoiseAction): void {
    if (this.#closed) return;
    if (action.kind === 'send' && action.afterMs === 0) {
      this.pass(action.bytes);
      return;
    }
    this.#flush();
    this.#actions.push(action);
    this.#closed = action.kind === 'close';
  }

  /** Notes a fault; what is in one piece stays so. */
  note(struck: Struck): void {
    if (!this.#closed) this.#actions.push({ kind: 'struck', struck });
  }

  /** All actions, once. */
  take(): readonly NoiseAction[] {
    this.#flush();
    return this.#actions;
  }

  #flush(): void {
    if (this.#open) this.#actions.push(send(joined(this.#open.parts), this.#open.afterMs));
    this.#open = undefined;
  }
}
