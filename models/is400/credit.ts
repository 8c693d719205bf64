import type { Pence } from '#core';
import type { CallNote } from '../data-centre/index.ts';
import type { Memory } from './memory.ts';
import type { Profile } from './profile.ts';

/** The amounts of credit that may be asked for: from least to most, in steps. */
export interface CreditLimits {
  readonly least: Pence;
  readonly most: Pence;
  readonly step: Pence;
}

const inSteps = (amount: Pence, { step }: Pick<CreditLimits, 'step'>): Pence =>
  Math.max(0, Math.floor(amount / step) * step);

/** What may be asked for now: no more than the security core still has room for. */
export function creditLimits({ registers }: Memory, { refill, coreLimits }: Profile): CreditLimits {
  const room = Math.min(
    coreLimits.descendingMost - registers.descending,
    coreLimits.sumMost - registers.controlTotal,
  );
  const { least, step } = refill;
  return { least, step, most: inSteps(Math.min(refill.most, room), refill) };
}

/** Whether this much credit may be asked for. */
export const isCreditAmount = (amount: Pence, { least, most, step }: CreditLimits): boolean =>
  amount >= least && amount <= most && amount % step === 0;

/** What is offered first: the amount of the previous transaction (IS-440 guide, IS-420 guide). */
export const offeredCredit = ({ postal }: Memory, { refill }: Profile): Pence =>
  postal.receipts.find(({ source }) => source === 'account')?.amount ?? refill.usual;

/**
 * The amount that may be added instead of one that was refused, as the machine takes amounts: what
 * the Data Centre would give, within the limits and in whole steps; 0 where that is not enough.
 */
export function addableCredit(most: Pence, limits: CreditLimits): Pence {
  const amount = inSteps(Math.min(most, limits.most), limits);
  return amount < limits.least ? 0 : amount;
}

/** What a call has made of the credit that was asked for; `undefined` while nothing is known. */
export const creditNote = (notes: readonly CallNote[]) =>
  notes.find(
    (note) =>
      note.kind === 'funds added' || note.kind === 'funds refused' || note.kind === 'core refused',
  );

/** The supervisor sets the PIN that adding credit asks for, or cancels it. */
export const setCreditPin = (memory: Memory, pin: string | null): Memory => ({
  ...memory,
  creditPin: pin,
});

/** The PIN for credit is handed to users, so it is never the supervisor's. */
export const creditPinTaken = (memory: Memory, pin: string): boolean =>
  pin === memory.supervisorPin;
