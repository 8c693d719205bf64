import type { RateTable } from '#core';
import type { MailClass } from './profile.ts';

/** What a rate package calls a class: as the list of classes does. */
export const rateName = ({ carrier, name }: Pick<MailClass, 'carrier' | 'name'>): string =>
  `${carrier} ${name}`;

/** A class at the prices of a rate table; one that the table lacks keeps those of the factory. */
export function priced(mailClass: MailClass, table: RateTable | undefined): MailClass {
  const prices = table?.prices[rateName(mailClass)];
  return prices ? { ...mailClass, postage: [...prices.postage], fee: prices.fee } : mailClass;
}
