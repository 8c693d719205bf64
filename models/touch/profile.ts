import { z } from 'zod';
import type { Plain } from '../fact.ts';
import { factOf } from '../fact-schema.ts';

const length = z.int().positive();

/** Characters of the on-screen keyboard, row by row. */
const keyboard = z.record(
  z.enum(['lower', 'upper', 'symbols', 'accents', 'digits']),
  z.array(z.string()),
);

/** What the profile of every machine with a touch screen says of it. Sizes in pixels. */
export const touchProfile = {
  displayWidth: factOf(length),
  displayHeight: factOf(length),
  visibleRows: factOf(z.int().min(4).max(12)),
  keyboard: factOf(keyboard),
};

const schema = z.strictObject(touchProfile);

/** The values alone, and the language that the screen is in. */
export type TouchProfile = Plain<z.infer<typeof schema>> & { readonly language: string };
