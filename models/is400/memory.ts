import type { Pence } from '#core';
import { factoryPostal, type PostalService } from '../data-centre/postal.ts';
import { factoryCore, type SecurityCore } from '../security-core/index.ts';

/** The six account modes, in the order in which the selection screen lists them. */
export const accountModes = [
  'no-account',
  'no-account-access',
  'accounts',
  'accounts-access',
  'account-pin',
  'remote',
] as const;

export type AccountMode = (typeof accountModes)[number];

/** What an account has used. `items` bore postage, `zeroItems` were imprinted with a value of zero. */
export interface Usage {
  readonly items: number;
  readonly zeroItems: number;
  readonly postage: Pence;
}

export interface Account {
  readonly number: string;
  readonly name: string;
  readonly active: boolean;
  /** Four digits, or `null` while none was given. Asked in the mode "Account with PIN code" only. */
  readonly pin: string | null;
  readonly usage: Usage;
}

export interface Operator {
  readonly name: string;
  readonly pin: string;
  readonly active: boolean;
  /** Numbers of the accounts that this operator may use. */
  readonly accounts: readonly string[];
}

/** Whose PIN was asked for. */
export type PinKind = 'supervisor' | 'shared' | 'operator' | 'account' | 'credit';

/** All that the machine remembers without power. JSON; stored with its version. */
export interface Memory {
  readonly version: 2;
  readonly serial: string;
  readonly mode: AccountMode;
  readonly accounts: readonly Account[];
  readonly operators: readonly Operator[];
  /** Accounts that were deleted after they had been charged: reports still show them. */
  readonly removed: readonly Account[];
  /** Usage in the modes that keep no accounts. */
  readonly unassigned: Usage;
  readonly registers: SecurityCore;
  readonly postal: PostalService;
  readonly supervisorPin: string;
  readonly sharedPin: string | null;
  /** Asked before credit is added; `null` while the supervisor has set none. */
  readonly creditPin: string | null;
  /** Wrong PINs in a row, counted apart for each kind and back to zero at a right one. */
  readonly wrongPins: Readonly<Record<PinKind, number>>;
}

export const noUsage: Usage = { items: 0, zeroItems: 0, postage: 0 };

/** What a meter leaves the factory with, once it is installed. */
export interface FactorySettings {
  readonly serial: string;
  readonly supervisorPin: string;
  /** Postage loaded at installation. */
  readonly credit: Pence;
  readonly rates: string;
  readonly software: string;
}

export function factoryMemory(settings: FactorySettings): Memory {
  return {
    version: 2,
    serial: settings.serial,
    mode: 'no-account',
    accounts: [],
    operators: [],
    removed: [],
    unassigned: noUsage,
    registers: factoryCore(settings.credit),
    postal: factoryPostal(settings.rates, settings.software),
    supervisorPin: settings.supervisorPin,
    sharedPin: null,
    creditPin: null,
    wrongPins: { supervisor: 0, shared: 0, operator: 0, account: 0, credit: 0 },
  };
}
