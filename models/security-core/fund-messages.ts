import type { Millis, Pence } from '#core';
import {
  type CoreLimits,
  type CoreRefusal,
  type CoreResult,
  done,
  refused,
  type SecurityCore,
} from './core.ts';

/** A session is about to begin: what its answer must bear. */
export const challenged = (core: SecurityCore, nonce: string, now: Millis): SecurityCore => ({
  ...core,
  challenge: { nonce, issued: now },
});

/** The challenge was answered or will not be: it is good for nothing more. */
export const unchallenged = (core: SecurityCore): SecurityCore =>
  core.challenge === null ? core : { ...core, challenge: null };

/** True while the answer to this challenge may still be trusted. */
export const answersChallenge = (
  { challenge }: SecurityCore,
  nonce: string,
  now: Millis,
  { challengeMs }: CoreLimits,
): boolean => {
  if (challenge === null || challenge.nonce !== nonce) return false;
  const age = now - challenge.issued;
  return age >= 0 && age <= challengeMs;
};

/** Postage on its way to a meter, with the registers as the meter reported them. */
export interface FundMessage {
  readonly sequence: number;
  readonly amount: Pence;
  readonly ascending: Pence;
  readonly controlTotal: Pence;
}

/**
 * Why so much postage can never be added to what is there; `undefined` where it can. Asked before
 * postage is debited anywhere: what is franked meanwhile only makes room.
 */
export function fundsRefusal(
  core: SecurityCore,
  amount: Pence,
  limits: CoreLimits,
): CoreRefusal | undefined {
  if (core.status === 'withdrawn') return 'withdrawn';
  if (!Number.isSafeInteger(amount) || amount < 0) return 'postage out of range';
  if (core.descending + amount > limits.descendingMost) return 'descending over its limit';
  if (core.controlTotal + amount > limits.sumMost) return 'sum over its limit';
  return undefined;
}

/** Adds postage, once: the number of the message is the next one or the message is refused. */
export function takeFunds(
  core: SecurityCore,
  { sequence, amount, ascending, controlTotal }: FundMessage,
  nonce: string,
  now: Millis,
  limits: CoreLimits,
): CoreResult {
  if (core.status === 'withdrawn') return refused('withdrawn');
  if (!answersChallenge(core, nonce, now, limits)) return refused('stale challenge');
  if (sequence !== core.sequence + 1) return refused('out of sequence');
  // Pieces may have been franked since the question was first asked, but none can come back.
  if (controlTotal !== core.controlTotal || ascending > core.ascending) {
    return refused('registers differ');
  }
  const refusal = fundsRefusal(core, amount, limits);
  if (refusal) return refused(refusal);
  return done({
    ...core,
    descending: core.descending + amount,
    controlTotal: core.controlTotal + amount,
    sequence,
    refilled: core.refilled + amount,
  });
}

/** Gives all postage up, for good unless it is put back. */
export function withdraw(core: SecurityCore): CoreResult {
  if (core.status === 'withdrawn') return refused('withdrawn');
  const { descending: amount } = core;
  return done({
    ...core,
    descending: 0,
    controlTotal: core.controlTotal - amount,
    sequence: core.sequence + 1,
    refilled: core.refilled - amount,
    status: 'withdrawn',
  });
}

/** The Data Centre has not taken what was withdrawn: all is as it was. */
export const putBack = (core: SecurityCore, amount: Pence): SecurityCore => ({
  ...core,
  descending: core.descending + amount,
  controlTotal: core.controlTotal + amount,
  sequence: core.sequence - 1,
  refilled: core.refilled + amount,
  status: 'in service',
});
