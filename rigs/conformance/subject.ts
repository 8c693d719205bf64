import type { Meter } from '#core';
import type { Operation } from '#protocol';
import type { ByteCarrier } from '../drivers/byte-carrier.ts';

/** What an operation came to: what it answered, or the error with its standard number. */
export interface Told {
  readonly answer: unknown;
  /** 0 when there was none. */
  readonly code: number;
  readonly text: string;
}

/** Operations one by one over the link, with nothing sent again: every answer is seen as it came. */
export interface Asker {
  tell(operation: Operation): Promise<Told>;
  /** Sends an operation and does not wait for its answer. */
  send(operation: Operation): Promise<void>;
  close(): Promise<void>;
}

/** A rig as the kit takes hold of it. */
export interface Subject {
  readonly carrier: 'in-process' | 'tcp' | 'serial' | 'usbtmc' | 'ws';
  /** Opens the meter through its driver. Nothing is made as new: what was done before is there. */
  openMeter(): Promise<Meter>;
  /** A connection of the bytes of the dialect; only where the carrier speaks SCPI. */
  readonly openCarrier?: () => Promise<ByteCarrier>;
  /** A connection for operations where the carrier does not speak SCPI. */
  readonly openAsker?: () => Promise<Asker>;
  /** Puts a meter as new into the slot, with a new stick; only where that can be done. */
  readonly renew?: () => Promise<void>;
  /** Whether a second client can be there at the same time. */
  readonly twoClients: boolean;
  /** Whether an envelope may be fed: it costs postage on a real meter. */
  readonly mayFeed: boolean;
}
