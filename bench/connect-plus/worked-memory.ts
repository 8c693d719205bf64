import { dayStart, oneDay } from '#core';
import * as connectPlus from '#models/connect-plus';

export interface Work {
  readonly accounts: number;
  readonly transactions: number;
}

/** Names that trip programs over. */
const names = [
  'Łódź',
  'Marketing, "West"',
  'Café Müller',
  '=1+1',
  'Sales; Returns',
  'Großkunden €',
];
const jobs = ['', 'Spring, UK', '0815', 'żółw'];

const monthOfWork = { first: dayStart('2026-01-01') ?? 0, length: 31 * oneDay };

/** Late on the last day of the month in which the work was done. */
export const afterWork = monthOfWork.first + monthOfWork.length - 1000;

/**
 * For tests and figures: what a Connect+ remembers after a month with so much work, without the years
 * that it would take to frank it. Its registers tie to its transactions, and the accounting server knows
 * them all.
 */
export function workedMemory(work: Work): connectPlus.Memory {
  const model = connectPlus.connectPlusModel('connect-plus');
  const { profile, rules } = model.sources;
  // The memory of this model.
  const factory = model.factoryMemory({
    accountCapacity: 3000,
    creditPence: work.transactions * 10_000,
  }) as connectPlus.Memory;
  const accounts = Array.from(
    { length: work.accounts },
    (_, index): connectPlus.Account => ({
      id: index + 1,
      // Of every ten accounts the first has the next two below it.
      parent: index % 10 === 1 || index % 10 === 2 ? index - (index % 10) + 1 : null,
      name: `${names[index % names.length]} ${index + 1}`,
      code: String(index + 1).padStart(6, '0'),
      description: '',
      active: index % 17 !== 5,
      password: null,
    }),
  );
  const parents = new Set(accounts.map(({ parent }) => parent));
  const lowest = accounts.filter(({ id }) => !parents.has(id));
  const transactions = Array.from({ length: work.transactions }, (_, index) => {
    const mailClass = profile.classes[index % profile.classes.length];
    const grams = 20 + ((index * 37) % 700);
    const price = mailClass && rules.priceOf(mailClass, grams, profile);
    if (!mailClass || !price) throw new TypeError('the profile has no price for this piece');
    const pieces = (index % 9) + 1;
    const postage = price.postage * pieces;
    const account = lowest[(index * 7) % lowest.length]?.id ?? null;
    const started =
      monthOfWork.first + Math.floor((index * (monthOfWork.length - oneDay)) / work.transactions);
    return {
      id: index + 1,
      revision: 0,
      reported: account,
      confirmed: 0,
      account,
      user: null,
      carrier: mailClass.carrier,
      class: mailClass.name,
      jobId1: jobs[index % jobs.length] ?? '',
      jobId2: '',
      started,
      ended: started + pieces * 700,
      pieces,
      weightGrams: grams * pieces,
      postage,
      fees: price.fees * pieces,
      surcharge: (index % 3) * pieces,
      bands: [{ band: price.band, pieces, postage }],
    } satisfies connectPlus.Transaction;
  });
  const cost = transactions.reduce((sum, { postage, fees }) => sum + postage + fees, 0);
  const { registers } = factory;
  return {
    ...factory,
    accounts,
    nextAccount: work.accounts + 1,
    transactions,
    registers: {
      ...registers,
      ascending: cost,
      descending: registers.descending - cost,
      items: transactions.reduce((sum, { pieces }) => sum + pieces, 0),
    },
  };
}
