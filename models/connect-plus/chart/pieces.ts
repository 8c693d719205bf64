import { isoDay } from '#core';
import type { Context, PanelEvent } from '../context.ts';
import type { Piece } from '../transactions.ts';
import type { ChartSources } from './setup.ts';

/** A piece that is put in, at the prices of that day; `undefined` when it is too heavy. */
export function pieceOf(
  { memory, mailing }: Context,
  event: PanelEvent,
  { profile, rules }: ChartSources,
): Piece | undefined {
  const mailClass = profile.classes[mailing.class];
  if (event.type !== 'FEED' || !mailClass) return undefined;
  const table = rules.ratesInForce(memory.postal, isoDay(event.at));
  return rules.priceOf(rules.priced(mailClass, table), event.grams, profile);
}
