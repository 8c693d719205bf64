import type { RateTable } from '#core';
import type { MailClass } from './profile.ts';

/**
 * A class at the prices of a rate table, which knows it by its name; one that the table lacks keeps
 * those of the factory.
 */
export function priced(mailClass: MailClass, table: RateTable | undefined): MailClass {
  const prices = table?.prices[mailClass.name];
  return prices ? { ...mailClass, postage: [...prices.postage], fee: prices.fee } : mailClass;
}
