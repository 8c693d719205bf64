import type { is400 } from '#models';

interface Refusal {
  readonly text: is400.TextKey;
  /** The limit that the text names as `{max}`. */
  readonly max?: keyof is400.Profile;
}

/** Why the machine refuses, in the words of a scenario, and what it says then. */
export const refusals = {
  'the number is missing': { text: 'numberMissing' },
  'the number is in use': { text: 'numberTaken' },
  'the number is too long': { text: 'numberTooLong', max: 'accountNumberLength' },
  'the name is missing': { text: 'nameMissing' },
  'the name is in use': { text: 'nameTaken' },
  'the account name is too long': { text: 'tooLong', max: 'accountNameLength' },
  'the account list is full': { text: 'listFull', max: 'accountCapacity' },
  'it is the last account': { text: 'lastAccount' },
  'the operator name is in use': { text: 'operatorNameTaken' },
  'the operator name is too long': { text: 'tooLong', max: 'operatorNameLength' },
  'the operator list is full': { text: 'operatorsFull', max: 'operatorCapacity' },
  'it is the last operator': { text: 'lastOperator' },
  'the PIN is incomplete': { text: 'pinIncomplete', max: 'pinLength' },
  'the PIN is too long': { text: 'tooLong', max: 'pinLength' },
  'the PIN cannot be used': { text: 'pinTaken' },
  'there is no account': { text: 'needsAccount' },
  'the PC did not answer': { text: 'pcFailed' },
  'no account is available': { text: 'noAccountAvailable' },
  'the operator has no active account': { text: 'operatorWithoutAccount' },
  'the credit is too low': { text: 'creditTooLow' },
  'the PSD is locked': { text: 'core-locked' },
} as const satisfies Record<string, Refusal>;

export type RefusalReason = keyof typeof refusals;
