import type { LedgerFigures } from '#core';
import { readingOf } from './messages.ts';
import type { PostalMeter } from './postal.ts';

/** The figures of a meter's security core, for whoever looks past its panel. */
export const ledgerOf = ({ serial, registers, postal }: PostalMeter): LedgerFigures => ({
  serial,
  registers: readingOf(registers),
  sequence: registers.sequence,
  refilled: registers.refilled,
  status: registers.status,
  leaving: postal.withdrawal?.amount ?? 0,
  waiting: postal.funds !== null,
});
