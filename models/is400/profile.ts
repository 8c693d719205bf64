import { z } from 'zod';
import { postalProfile } from '../data-centre/profile.ts';
import type { Plain } from '../fact.ts';
import { factOf } from '../fact-schema.ts';

const characters = z.record(z.string().regex(/^[0-9]$/), z.string().min(1));

/** How account lists are written to and read from the USB key. */
const csv = z.strictObject({
  delimiter: z.string().length(1),
  lineEnd: z.enum(['\r\n', '\n']),
  encoding: z.enum(['utf-8', 'windows-1252']),
  header: z.array(z.string()).nullable(),
  active: z.string(),
  inactive: z.string(),
});

/**
 * What differs between the models, markets and firmware of the IS-420/IS-440 family.
 * Every value says where it is from; what is `assumed` is listed in `docs/fidelity.md`.
 */
export const profileSchema = z.strictObject({
  language: factOf(z.enum(['en-GB'])),
  displayRows: factOf(z.int().min(3).max(20)),
  accountNumberLength: factOf(z.int().min(1).max(30)),
  accountNumberAlphabet: factOf(z.enum(['digits', 'alphanumeric'])),
  accountNameLength: factOf(z.int().min(1).max(64)),
  accountCapacity: factOf(z.int().min(1)),
  operatorNameLength: factOf(z.int().min(1)),
  operatorCapacity: factOf(z.int().min(1)),
  pinLength: factOf(z.int().min(4).max(8)),
  operatorEditAsksPin: factOf(z.boolean()),
  defaultAccount: factOf(z.strictObject({ number: z.string(), name: z.string() })),
  defaultOperator: factOf(z.string()),
  keyCharacters: factOf(characters),
  multiTapMs: factOf(z.int().positive()),
  doublePressMs: factOf(z.int().positive()),
  shortcutMs: factOf(z.int().positive()),
  maxPostage: factOf(z.int().positive()),
  factoryCredit: factOf(z.int().nonnegative()),
  csv: factOf(csv),
  ...postalProfile,
});

export type ProfileFacts = z.infer<typeof profileSchema>;

/** The values alone. Lengths in characters, times in milliseconds, money in pence. */
export type Profile = Plain<ProfileFacts>;

export type CsvDialect = Profile['csv'];
