import type { FieldMode } from '#core';
import type { Profile } from './profile.ts';
import type { TextKey } from './texts.en-GB.ts';

/** A field of the on-screen keyboard: what it is called, how long it may be, what it takes. */
export interface FieldSpec {
  readonly label: TextKey;
  readonly maxLength: (profile: Profile) => number;
  readonly modes: readonly [FieldMode, ...FieldMode[]];
  readonly secret?: boolean;
}

const letters = ['lower', 'upper', 'symbols'] as const;
const digits = ['digits'] as const;

export const fields = {
  accountName: { label: 'accountName', maxLength: (p) => p.accountNameLength, modes: letters },
  accountCode: { label: 'accountCode', maxLength: (p) => p.accountCodeLength, modes: letters },
  description: {
    label: 'description',
    maxLength: (p) => p.accountDescriptionLength,
    modes: letters,
  },
  accountPassword: {
    label: 'accountPassword',
    maxLength: (p) => p.accountPasswordLength,
    modes: letters,
    secret: true,
  },
  reenterAccountPassword: {
    label: 'reenterPassword',
    maxLength: (p) => p.accountPasswordLength,
    modes: letters,
    secret: true,
  },
  username: { label: 'username', maxLength: (p) => p.userNameLength, modes: letters },
  userPassword: {
    label: 'password',
    maxLength: (p) => p.userPasswordLength,
    modes: letters,
    secret: true,
  },
  reenterUserPassword: {
    label: 'reenterPassword',
    maxLength: (p) => p.userPasswordLength,
    modes: letters,
    secret: true,
  },
  hint: { label: 'hint', maxLength: (p) => p.hintLength, modes: letters },
  surcharge: {
    label: 'surchargePerPiece',
    maxLength: (p) => String(p.surchargeMost).length,
    modes: digits,
  },
  jobId1: { label: 'jobId1', maxLength: (p) => p.jobIdLength, modes: letters },
  jobId2: { label: 'jobId2', maxLength: (p) => p.jobIdLength, modes: letters },
  fromDate: { label: 'fromDate', maxLength: () => 8, modes: digits },
  toDate: { label: 'toDate', maxLength: () => 8, modes: digits },
  filterName: { label: 'filterName', maxLength: (p) => p.reportNameLength, modes: letters },
  reportName: { label: 'reportName', maxLength: (p) => p.reportNameLength, modes: letters },
  fiscalYearStart: { label: 'fiscalYearStart', maxLength: () => 4, modes: digits },
  fileName: { label: 'fileName', maxLength: (p) => p.fileNameLength, modes: letters },
} as const satisfies Record<string, FieldSpec>;

export type FieldName = keyof typeof fields;

export const fieldSpec = (name: FieldName): FieldSpec => fields[name];
