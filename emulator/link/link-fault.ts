import type { Soon } from '#core';
import type { Controller } from '#protocol';

/** What a connection has found in the bytes of its client. */
type Found =
  | { readonly kind: 'message'; readonly bytes: Uint8Array }
  | { readonly kind: 'overrun' };

/** What splits the bytes of one client into messages, as a `MessageSplitter` does. */
export interface Splitting {
  push(bytes: Uint8Array): Found[];
  /** True within a message. */
  readonly pending: boolean;
  /** True within a message of which a block has begun. */
  readonly holdsBlock: boolean;
  clear(): void;
}

/** One client's side of the dialect, as a `DialectSession` is. */
export interface Dialect {
  message(bytes: Uint8Array): Soon<Uint8Array>;
  overrun(): void;
  /** Notes an error that the carrier has seen. */
  note(code: number, detail?: string): void;
  clear(): void;
  statusByte(messageAvailable?: boolean): number;
}

/** What a faulty controller can lay its hands on: the slot's own numbers. */
export interface FaultySlot {
  readonly model: string;
  /** The number last carried out and the answer that is kept for it. */
  readonly once: { last: number; answer: object | undefined };
}

/**
 * A seeded fault of a rig controller: what a defective one does instead of what the panel link says.
 * One fault serves any number of slots, so it keeps no state but in what its hooks return.
 */
export interface LinkFault {
  /** Kebab-case, as `--link-fault` takes it. */
  readonly name: string;
  /** What goes wrong, as seen by a client. */
  readonly description: string;
  /** The case of the conformance kit that is to find it. */
  readonly foundBy: string;
  /** What stands in for the controller; made once for each slot. */
  readonly controller?: (controller: Controller, slot: FaultySlot) => Controller;
  /** What stands in for a client's session; made for each connection. */
  readonly session?: (session: Dialect, slot: FaultySlot) => Dialect;
  /** What stands in for the splitter; made for each connection of a carrier without message ends. */
  readonly splitter?: (splitter: Splitting) => Splitting;
}
