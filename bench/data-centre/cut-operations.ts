import type { Pence } from '#core';
import type { FundsPanel } from '../funds-panel.ts';
import { OnboardingPanel } from '../onboarding/panel.ts';
import type { CutWork } from './cut-work.ts';
import { fundsPanelOf } from './funds-panel-of.ts';

/** How a person goes on after a cut: synchronises, or does again what has not happened. */
export type Recovery = 'synchronises' | 'tries again';

/** What a panel says at the end of a call. */
interface Said {
  readonly status: 'done' | 'refused' | 'failed';
}

/** Something that a machine brings about by calls to its Data Centre, as a person goes about it. */
export interface CutOperation {
  readonly name: string;
  /** The family of machines that can do it; all franking machines when left out. */
  readonly family?: string;
  /** Doing it twice costs money: who is told that it failed must not have got it. */
  readonly isMoney: boolean;
  /** Every way to go on that differs from the others. */
  readonly recoveries: readonly Recovery[];
  /** Sees to everything that must be there before it begins. */
  prepare(work: CutWork): Promise<void>;
  /** Begins its calls, and leaves them at their first screen. */
  begin(work: CutWork): Promise<unknown>;
  /** Waits until the calls under way are over, and reads what is said of them. */
  finish(work: CutWork): Promise<Said>;
  /**
   * What the panel says of it, all in one text: there is one text for a machine on which it has not
   * happened, and one for a machine on which it has happened once.
   */
  look(work: CutWork): Promise<string>;
  /** What the panel may say in between, if it is not done all at once; made from what it said before. */
  between?(before: string): readonly string[];
  /** What a person does who finds that it has not happened. */
  again(work: CutWork): Promise<Said>;
  synchronise(work: CutWork): Promise<Said>;
}

const funds = ({ bench }: CutWork): FundsPanel => fundsPanelOf(bench);

const synchronise = (work: CutWork): Promise<Said> => funds(work).call('synchronisation');

/** So much is added. */
const amount: Pence = 20_000;

/** Postage is added: the registers and the receipts say so. */
const refill: CutOperation = {
  name: 'refill',
  isMoney: true,
  recoveries: ['synchronises', 'tries again'],
  prepare: async () => undefined,
  begin: (work) => funds(work).beginRefill(amount),
  finish: (work) => funds(work).finishCall(),
  look: async (work) => {
    const panel = funds(work);
    const { ascending, descending, controlTotal } = await panel.registers();
    const receipts = await panel.receipts();
    return JSON.stringify({ ascending, descending, controlTotal, receipts });
  },
  again: (work) => funds(work).refill(amount),
  synchronise,
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
  prepare: async ({ dataCentre }) =>
    dataCentre.offer({ kind, id, content, pieceBytes: Math.ceil(content.length / 3) }),
  begin: (work) => funds(work).beginCall('synchronisation'),
  finish: (work) => funds(work).finishCall(),
  look: async (work) => {
    const panel = funds(work);
    const installed = await panel.installed();
    const piece = await panel.frank();
    return JSON.stringify({ installed, price: piece?.value });
  },
  again: synchronise,
  synchronise,
});

const onboarding = ({ bench }: CutWork): OnboardingPanel => new OnboardingPanel(bench);

/** What the meters hold, as the panel says. */
interface Held {
  readonly meter: Pence;
  readonly replaced?: Pence;
  readonly isWithdrawn: boolean;
}

/** The first set-up of a meter, be it the first or one that takes the place of another. */
const setUp = (
  name: string,
  replacedOf: (work: CutWork) => Promise<string | undefined>,
): CutOperation => ({
  name,
  family: 'onboarding',
  // Done again, a set-up that has happened adds nothing.
  isMoney: false,
  recoveries: ['tries again'],
  prepare: async (work) => {
    const replaced = await replacedOf(work);
    return onboarding(work).setUp.prepare(replaced === undefined ? {} : { replaced });
  },
  begin: (work) => onboarding(work).setUp.begin(),
  finish: (work) => onboarding(work).setUp.finish(),
  look: async (work) => {
    const panel = onboarding(work).setUp;
    const { meter, replaced } = await panel.holdings();
    const { isReplacedWithdrawn: isWithdrawn } = panel;
    const held: Held = { meter, ...(replaced === undefined ? {} : { replaced }), isWithdrawn };
    return JSON.stringify(held);
  },
  // On its way to the Data Centre, then kept there: neither meter has it.
  between: (before) => {
    // Made by `look`.
    const { meter } = JSON.parse(before) as Held;
    return [false, true].map((isWithdrawn) =>
      JSON.stringify({ meter, replaced: 0, isWithdrawn } satisfies Held),
    );
  },
  again: (work) => onboarding(work).setUp.run(),
  // Before the set-up has come to its end there is nothing else that calls.
  synchronise: async (work) => {
    const panel = onboarding(work);
    return (await panel.setUp.isDone()) ? panel.meter.call('synchronise') : panel.setUp.run();
  },
});

/** The meter on the rig that is not the first is the one that is replaced. */
const replacedOn = async ({ meter }: CutWork): Promise<string | undefined> =>
  (await meter.ledger?.figures())?.[1]?.serial;

/** The operations that are cut at each of their steps. */
const callOperations: readonly CutOperation[] = [
  refill,
  update('rate update', 'rates', newRates.id, new TextEncoder().encode(JSON.stringify(newRates))),
  update('software update', 'software', '2.0.0', newSoftware),
  setUp('first set-up', async () => undefined),
  setUp('meter exchange', replacedOn),
];

/** The operations of a family of machines. */
export const callOperationsOf = (family: string): readonly CutOperation[] =>
  callOperations.filter((one) =>
    one.family === undefined ? family !== 'onboarding' : one.family === family,
  );
