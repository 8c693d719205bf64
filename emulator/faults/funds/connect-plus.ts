import { atPowerOn, inRules } from '../connect-plus/seeding.ts';
import type { MeterFault } from '../fault.ts';
import { fundsFaultsWith } from './index.ts';
import { beyondTheCredit } from './refills.ts';
import { newNote, takingWrongly } from './seeding.ts';

const seeding = { inRules, atPowerOn };

/** Faults of the Connect+ in the ledger and in dealing with the Data Centre. */
export const connectPlusFundsFaults: readonly MeterFault[] = [
  ...fundsFaultsWith(seeding),
  inRules(
    'franks-beyond-the-credit',
    'A piece is franked although the credit does not cover it.',
    (real) => ({ ...beyondTheCredit(real), canAfford: () => true }),
  ),
  takingWrongly(
    seeding,
    'rate-table-applied-half',
    'Of new rates the first half of the classes holds; the others keep their old prices.',
    (taken, taking) => {
      const note = newNote(taken, taking);
      if (note?.kind !== 'installed' || note.label.kind !== 'rates') return taken;
      const rates = taken.postal.rates.map((table) => {
        if (table.id !== note.label.id) return table;
        const prices = Object.entries(table.prices);
        const half = prices.slice(0, Math.ceil(prices.length / 2));
        return { ...table, prices: Object.fromEntries(half) };
      });
      return { ...taken, postal: { ...taken.postal, rates } };
    },
  ),
];
