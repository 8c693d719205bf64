import type { Pence } from '#core';
import type { CallResult } from '../funds-panel.ts';
import type { CutWork } from './cut-work.ts';

/** How a person goes on after a cut: synchronises, or does again what has not happened. */
export type Recovery = 'synchronises' | 'tries again';

/** Something that a machine brings about by calls to its Data Centre, as a person goes about it. */
export interface CutOperation {
  readonly name: string;
  /** Doing it twice costs money: who is told that it failed must not have got it. */
  readonly isMoney: boolean;
  /** Every way to go on that differs from the others. */
  readonly recoveries: readonly Recovery[];
  /** Sees to everything that must be there before it begins. */
  prepare(work: CutWork): void;
  /** Begins each of its calls, and leaves it at its first screen. */
  readonly calls: readonly ((work: CutWork) => Promise<unknown>)[];
  /** Waits until the call under way is over, and reads what is said of it. */
  finish(work: CutWork): Promise<CallResult>;
  /**
   * What the panel says of it, all in one text: there is one text for a machine on which it has not
   * happened, and one for a machine on which it has happened once.
   */
  look(work: CutWork): Promise<string>;
  /** What a person does who finds that it has not happened. */
  again(work: CutWork): Promise<CallResult>;
}

/** So much is added. */
const amount: Pence = 20_000;

/** Postage is added: the registers and the receipts say so. */
const refill: CutOperation = {
  name: 'refill',
  isMoney: true,
  recoveries: ['synchronises', 'tries again'],
  prepare: () => undefined,
  calls: [({ panel }) => panel.beginRefill(amount)],
  finish: ({ panel }) => panel.finishCall(),
  look: async ({ panel }) => {
    const { ascending, descending, controlTotal } = await panel.registers();
    const receipts = await panel.receipts();
    return JSON.stringify({ ascending, descending, controlTotal, receipts });
  },
  again: ({ panel }) => panel.refill(amount),
};

/** New prices for a class that machines with prices of their own have. */
const newRates = {
  version: 1,
  id: 'R2',
  effective: '2026-01-01',
  prices: { '1st Class': { postage: [175, 245, 365, 415], fee: 0 } },
};

const newSoftware = Uint8Array.from({ length: 900 }, (_byte, index) => (index * 7) % 256);

/** A synchronisation installs a package, which is fetched in three pieces. */
const update = (
  name: string,
  kind: 'rates' | 'software',
  id: string,
  content: Uint8Array,
): CutOperation => ({
  name,
  isMoney: false,
  // To try again is to synchronise again.
  recoveries: ['synchronises'],
  prepare: ({ dataCentre }) =>
    dataCentre.offer({ kind, id, content, pieceBytes: Math.ceil(content.length / 3) }),
  calls: [({ panel }) => panel.beginCall('synchronisation')],
  finish: ({ panel }) => panel.finishCall(),
  look: async ({ panel }) => {
    const installed = await panel.installed();
    const piece = await panel.frank();
    return JSON.stringify({ installed, price: piece?.value });
  },
  again: ({ panel }) => panel.call('synchronisation'),
});

/** The operations of a franking machine that are cut at each of their steps. */
export const fundsOperations: readonly CutOperation[] = [
  refill,
  update('rate update', 'rates', newRates.id, new TextEncoder().encode(JSON.stringify(newRates))),
  update('software update', 'software', '2.0.0', newSoftware),
];
