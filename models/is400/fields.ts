import type { FieldMode } from '#core';
import type { PinKind } from './memory.ts';
import type { Profile } from './profile.ts';
import type { TextKey } from './texts.en-GB.ts';

/** How a field is typed: what it is called, how long it may be, which letters it takes. */
export interface FieldSpec {
  readonly label: TextKey;
  readonly maxLength: (profile: Profile) => number;
  readonly modes: (profile: Profile) => readonly [FieldMode, ...FieldMode[]];
  readonly secret?: boolean;
  /** Whose PIN the field asks for, when it asks for one that exists. */
  readonly asks?: PinKind;
  /** Shown as money: "45" is "0.45". */
  readonly money?: boolean;
  readonly tooLong: { readonly text: TextKey; readonly code: string | null };
}

const tooLong = { text: 'tooLong', code: null } as const;
const digits = (): readonly [FieldMode] => ['digits'];
const letters = (): readonly [FieldMode, ...FieldMode[]] => ['upper', 'lower', 'digits'];
const newPin: FieldSpec = {
  label: 'pin',
  maxLength: (profile) => profile.pinLength,
  modes: digits,
  secret: true,
  tooLong,
};

export const fields = {
  postage: {
    label: 'postage',
    maxLength: (profile) => String(profile.maxPostage).length,
    modes: digits,
    money: true,
    tooLong,
  },
  creditAmount: {
    label: 'amount',
    maxLength: ({ refill }) => String(refill.most).length,
    modes: digits,
    money: true,
    tooLong,
  },
  accountNumber: {
    label: 'accountNumber',
    maxLength: (profile) => profile.accountNumberLength,
    modes: (profile) =>
      profile.accountNumberAlphabet === 'digits' ? ['digits'] : ['digits', 'upper', 'lower'],
    tooLong: { text: 'numberTooLong', code: 'DBX 06 101' },
  },
  accountName: {
    label: 'accountName',
    maxLength: (profile) => profile.accountNameLength,
    modes: letters,
    tooLong,
  },
  operatorName: {
    label: 'operatorName',
    maxLength: (profile) => profile.operatorNameLength,
    modes: letters,
    tooLong,
  },
  newPin,
  supervisorPin: { ...newPin, asks: 'supervisor' },
  sharedPin: { ...newPin, asks: 'shared' },
  operatorPin: { ...newPin, asks: 'operator' },
  accountPin: { ...newPin, asks: 'account' },
  creditPin: { ...newPin, asks: 'credit' },
} as const satisfies Record<string, FieldSpec>;

export type FieldName = keyof typeof fields;

export const fieldSpec = (name: FieldName): FieldSpec => fields[name];
