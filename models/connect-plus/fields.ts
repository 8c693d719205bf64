import { digitModes, type FieldSpec, letterModes } from '../touch/field.ts';
import type { Profile } from './profile.ts';
import type { TextKey } from './texts.en-GB.ts';

/** The fields of the on-screen keyboard, by name. */
export const fields = {
  accountName: { label: 'accountName', maxLength: (p) => p.accountNameLength, modes: letterModes },
  accountCode: { label: 'accountCode', maxLength: (p) => p.accountCodeLength, modes: letterModes },
  description: {
    label: 'description',
    maxLength: (p) => p.accountDescriptionLength,
    modes: letterModes,
  },
  accountPassword: {
    label: 'accountPassword',
    maxLength: (p) => p.accountPasswordLength,
    modes: letterModes,
    secret: true,
  },
  reenterAccountPassword: {
    label: 'reenterPassword',
    maxLength: (p) => p.accountPasswordLength,
    modes: letterModes,
    secret: true,
  },
  username: { label: 'username', maxLength: (p) => p.userNameLength, modes: letterModes },
  userPassword: {
    label: 'password',
    maxLength: (p) => p.userPasswordLength,
    modes: letterModes,
    secret: true,
  },
  reenterUserPassword: {
    label: 'reenterPassword',
    maxLength: (p) => p.userPasswordLength,
    modes: letterModes,
    secret: true,
  },
  hint: { label: 'hint', maxLength: (p) => p.hintLength, modes: letterModes },
  surcharge: {
    label: 'surchargePerPiece',
    maxLength: (p) => String(p.surchargeMost).length,
    modes: digitModes,
  },
  jobId1: { label: 'jobId1', maxLength: (p) => p.jobIdLength, modes: letterModes },
  jobId2: { label: 'jobId2', maxLength: (p) => p.jobIdLength, modes: letterModes },
  fromDate: { label: 'fromDate', maxLength: () => 8, modes: digitModes },
  toDate: { label: 'toDate', maxLength: () => 8, modes: digitModes },
  filterName: { label: 'filterName', maxLength: (p) => p.reportNameLength, modes: letterModes },
  reportName: { label: 'reportName', maxLength: (p) => p.reportNameLength, modes: letterModes },
  fiscalYearStart: { label: 'fiscalYearStart', maxLength: () => 4, modes: digitModes },
  warnBelow: {
    label: 'amountTyped',
    maxLength: (p) => String(p.refill.most).length,
    modes: digitModes,
  },
  refillAmount: {
    label: 'amountTyped',
    maxLength: (p) => String(p.refill.most).length,
    modes: digitModes,
  },
  fileName: { label: 'fileName', maxLength: (p) => p.fileNameLength, modes: letterModes },
} as const satisfies Record<string, FieldSpec<TextKey, Profile>>;

export type FieldName = keyof typeof fields;

export const fieldSpec = (name: FieldName): FieldSpec<TextKey, Profile> => fields[name];
