import { z } from 'zod';
import { postalProfile } from '../data-centre/profile.ts';
import type { Plain } from '../fact.ts';
import { factOf } from '../fact-schema.ts';
import { touchProfile } from '../touch/profile.ts';
import { languages } from './languages.ts';
import { connections, needs } from './memory.ts';

const length = z.int().positive();
const pence = z.int().nonnegative();
const need = z.array(z.enum(needs));

/** What is written on the list of security questions: the name of its text. */
export const securityQuestions = ['firstPet', 'birthTown', 'firstSchool', 'favouriteBook'] as const;

export type SecurityQuestion = (typeof securityQuestions)[number];

/**
 * What differs between markets and over the years in how a customer of Pitney Bowes begins. Every
 * value says where it is from; what is `assumed` is listed in `docs/fidelity.md`.
 */
export const profileSchema = z.strictObject({
  language: factOf(z.enum(languages)),
  ...touchProfile,
  textLength: factOf(length),
  password: factOf(z.strictObject({ least: length, most: length, digit: z.boolean() })),
  questions: factOf(z.array(z.enum(securityQuestions)).min(1)),
  telephone: factOf(z.strictObject({ least: length, most: length })),
  installationDigits: factOf(length),
  productCodeLength: factOf(length),
  serialLength: factOf(length),
  messageLength: factOf(length),
  needs: factOf(z.strictObject({ pc: need, lan: need })),
  models: factOf(z.array(z.strictObject({ name: z.string(), connection: z.enum(connections) }))),
  factoryCredit: factOf(pence),
  firstLoad: factOf(pence),
  letter: factOf(pence),
  portalTimeoutMs: factOf(length),
  ...postalProfile,
});

export type ProfileFacts = z.infer<typeof profileSchema>;

/** The values alone. Lengths in characters, times in milliseconds, money in cents. */
export type Profile = Plain<ProfileFacts>;
