import { digitModes, type FieldSpec, letterModes } from '../touch/field.ts';
import type { Profile } from './profile.ts';
import type { TextKey } from './texts.en.ts';

const words = { maxLength: (p: Profile) => p.textLength, modes: letterModes };
const message = { maxLength: (p: Profile) => p.messageLength, modes: letterModes };
const password = { maxLength: (p: Profile) => p.password.most, modes: letterModes, secret: true };

/** The fields of the on-screen keyboard, by name. */
export const fields = {
  userName: { label: 'userName', ...words },
  password: { label: 'password', ...password },
  passwordAgain: { label: 'passwordAgain', ...password },
  answer: { label: 'answer', ...words, secret: true },
  name: { label: 'name', ...words },
  company: { label: 'company', ...words },
  telephone: { label: 'telephone', maxLength: (p) => p.telephone.most, modes: digitModes },
  productCode: { label: 'productCode', maxLength: (p) => p.productCodeLength, modes: letterModes },
  serial: { label: 'serial', maxLength: (p) => p.serialLength, modes: letterModes },
  installation: {
    label: 'installation',
    maxLength: (p) => p.installationDigits,
    modes: digitModes,
  },
  about: { label: 'about', ...message },
  address: { label: 'address', ...message },
  replacedSerial: {
    label: 'replacedSerial',
    maxLength: (p) => p.serialLength,
    modes: letterModes,
  },
  amount: {
    label: 'amountInCents',
    maxLength: (p) => String(p.refill.most).length + 1,
    modes: digitModes,
  },
} as const satisfies Record<string, FieldSpec<TextKey, Profile>>;

export type FieldName = keyof typeof fields;

export const fieldSpec = (name: FieldName): FieldSpec<TextKey, Profile> => fields[name];
