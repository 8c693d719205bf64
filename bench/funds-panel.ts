import type { Frame, Imprint, Installed, Pence } from '#core';

/** The registers as a panel shows them. */
export interface ShownRegisters {
  readonly ascending: Pence;
  readonly descending: Pence;
  readonly controlTotal: Pence;
  /** Total items: zero and non-zero. */
  readonly items: number;
}

/**
 * What a panel says when a call to the Data Centre is over. `most`: the amount that may be added
 * instead, where the machine names one.
 */
export type CallResult =
  | { readonly status: 'done' }
  | { readonly status: 'refused'; readonly most: Pence | undefined }
  | { readonly status: 'failed' };

/** What a panel says of the next postal inspection. */
export type ShownStanding = 'in order' | 'due' | 'locked';

/** What a machine can be asked to call its Data Centre for. */
export type Errand = 'balance' | 'inspection' | 'synchronisation';

/**
 * The funds of a machine as a person works them: the same verbs on every machine, each carried out
 * on that machine's own screens. Amounts that the panel refuses before it calls are `refused` too.
 */
export interface FundsPanel {
  /** Reads the registers. */
  registers(): Promise<ShownRegisters>;
  /** The amount that a refill offers first. */
  offeredAmount(): Promise<Pence>;
  /** Refills, and waits for what comes of it; the message is read and taken away. */
  refill(amount: Pence): Promise<CallResult>;
  /** Confirms a refill and leaves it at the first screen of the call. */
  beginRefill(amount: Pence): Promise<Frame>;
  /** Calls for something else than postage, and waits for what comes of it. */
  call(errand: Errand): Promise<CallResult>;
  /** Begins such a call and leaves it at its first screen. */
  beginCall(errand: Errand): Promise<Frame>;
  /** Waits until the call under way is over, and takes its message away. */
  finishCall(): Promise<CallResult>;
  /** What the machine says where mail is franked. */
  standing(): Promise<ShownStanding>;
  installed(): Promise<Installed>;
  /** The balance of the postage account as last told; `undefined` before the first call. */
  balance(): Promise<Pence | undefined>;
  /** Franks one piece where mail is franked; `undefined` when it comes out blank. */
  frank(): Promise<Imprint | undefined>;
  /** The amounts of the last refills, newest first. */
  receipts(): Promise<readonly Pence[]>;
}
