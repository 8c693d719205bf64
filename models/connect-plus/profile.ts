import { z } from 'zod';
import { postalProfile } from '../data-centre/profile.ts';
import type { Plain } from '../fact.ts';
import { factOf } from '../fact-schema.ts';
import { touchProfile } from '../touch/profile.ts';

const pence = z.int().nonnegative();

/** A class of mail: postage in pence by weight band, and the fee of its special service. */
const mailClass = z.strictObject({
  carrier: z.string(),
  name: z.string(),
  postage: z.array(pence),
  fee: pence,
});

/** How reports are written as CSV. */
const csv = z.strictObject({
  bom: z.boolean(),
  formulas: z.enum(['marked', 'as they are']),
});

const length = z.int().positive();

/**
 * What differs between the models, markets and firmware of the Connect+ Series. Every value says
 * where it is from; what is `assumed` is listed in `docs/fidelity.md`.
 */
export const profileSchema = z.strictObject({
  language: factOf(z.enum(['en-GB'])),
  ...touchProfile,
  accountNameLength: factOf(length),
  accountCodeLength: factOf(length),
  accountDescriptionLength: factOf(length),
  accountPasswordLength: factOf(length),
  accountLevels: factOf(z.int().min(1).max(3)),
  accountCapacities: factOf(z.array(length)),
  userNameLength: factOf(length),
  userPasswordLength: factOf(length),
  hintLength: factOf(length),
  jobIdLength: factOf(length),
  surchargeMost: factOf(pence),
  classes: factOf(z.array(mailClass)),
  weightBands: factOf(z.array(length)),
  factoryCredit: factOf(pence),
  lowFunds: factOf(pence),
  fiscalYearStart: factOf(z.strictObject({ month: z.int(), day: z.int() })),
  division: factOf(z.enum(['none', 'annual', 'twice-yearly', 'quarterly', 'monthly', '4-4-5'])),
  csv: factOf(csv),
  fileNameLength: factOf(length),
  reportNameLength: factOf(length),
  syncMs: factOf(length),
  uploadTimeoutMs: factOf(length),
  uploadRetryFirstMs: factOf(length),
  uploadRetryMostMs: factOf(length),
  ...postalProfile,
});

export type ProfileFacts = z.infer<typeof profileSchema>;

/** The values alone. Lengths in characters, times in milliseconds, money in pence, weights in grams. */
export type Profile = Plain<ProfileFacts>;

export type MailClass = Profile['classes'][number];
