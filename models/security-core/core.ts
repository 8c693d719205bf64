import type { Millis, Pence } from '#core';
import { factoryRegisters, type Registers } from '../registers.ts';

/** What a meter asks of its Data Centre at the beginning of a session: the answer must bear it. */
export interface Challenge {
  readonly nonce: string;
  readonly issued: Millis;
}

/**
 * A postal security device: the registers, and what guards them. Nothing of it changes but by the
 * functions of this folder, each of which either does its whole work or refuses.
 */
export interface SecurityCore extends Registers {
  /** The number of the last fund message that was taken; 0 before the first. */
  readonly sequence: number;
  /** What was loaded at installation and by fund messages since; a withdrawal counts below zero. */
  readonly refilled: Pence;
  readonly status: 'in service' | 'withdrawn';
  /** The last postal inspection; `null` before power has ever come on. */
  readonly inspected: Millis | null;
  /** From this instant on nothing is franked; `null` before power has ever come on. */
  readonly watchdog: Millis | null;
  readonly challenge: Challenge | null;
}

/**
 * What a security core lets nothing past. Money in minor units of the currency. Source: service
 * manual of the DM300c/DM400c, error codes 2011 to 2017 and 202D.
 */
export interface CoreLimits {
  readonly descendingMost: Pence;
  /** Of ascending + descending. */
  readonly sumMost: Pence;
  readonly ascendingMost: Pence;
  readonly postageLeast: Pence;
  readonly postageMost: Pence;
  /** How old a challenge may be when the answer to it comes. */
  readonly challengeMs: Millis;
}

/** Why a security core refuses. */
export const coreRefusals = [
  'descending over its limit',
  'sum over its limit',
  'ascending over its limit',
  'registers differ',
  'out of sequence',
  'postage out of range',
  'not enough postage',
  'past the watchdog',
  'stale challenge',
  'withdrawn',
] as const;

export type CoreRefusal = (typeof coreRefusals)[number];

export type CoreResult =
  | { readonly status: 'done'; readonly core: SecurityCore }
  | { readonly status: 'refused'; readonly reason: CoreRefusal };

export const done = (core: SecurityCore): CoreResult => ({ status: 'done', core });

export const refused = (reason: CoreRefusal): CoreResult => ({ status: 'refused', reason });

/** The core of a machine that was just installed, with postage loaded. */
export const factoryCore = (credit: Pence): SecurityCore => ({
  ...factoryRegisters(credit),
  sequence: 0,
  refilled: credit,
  status: 'in service',
  inspected: null,
  watchdog: null,
  challenge: null,
});

/** Why a piece of this value may not be franked now; `undefined` where it may. */
export function postageRefusal(
  core: SecurityCore,
  value: Pence,
  now: Millis,
  limits: CoreLimits,
): CoreRefusal | undefined {
  if (core.status === 'withdrawn') return 'withdrawn';
  if (core.watchdog !== null && now >= core.watchdog) return 'past the watchdog';
  const isInRange = value >= limits.postageLeast && value <= limits.postageMost;
  if (!Number.isSafeInteger(value) || !isInRange) return 'postage out of range';
  if (value > core.descending) return 'not enough postage';
  if (core.ascending + value > limits.ascendingMost) return 'ascending over its limit';
  return undefined;
}
