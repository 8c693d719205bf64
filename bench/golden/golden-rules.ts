import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { BenchError } from '#core';

const pattern = z.string().transform((text, context): RegExp => {
  try {
    return new RegExp(text, 'u');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
});

const side = z.int().nonnegative();

const maskSchema = z
  .strictObject({
    /** Why it may differ: nobody trusts a mask that does not say. */
    reason: z.string().min(1),
    /** The golden screens it is for; all of the family when left out. */
    screens: z.array(z.string().min(1)).min(1).optional(),
    /** Rows whose whole text is of this form, on both sides. */
    row: pattern.optional(),
    /** Left, top, width and height in pixels. */
    rect: z.tuple([side, side, side, side]).optional(),
  })
  .refine(({ row, rect }) => (row === undefined) !== (rect === undefined), {
    message: 'it needs a row or a rect, and not both',
  });

const rulesSchema = z.strictObject({
  version: z.literal(1),
  /** Golden screens of which each model of the family has its own. */
  perModel: z.array(z.string().min(1)).default([]),
  masks: z.array(maskSchema).default([]),
});

/** What of a golden screen may differ, and why. */
export type Mask = z.infer<typeof maskSchema>;

/** How the golden screens of a family of machines are kept and compared. */
export type GoldenRules = z.infer<typeof rulesSchema>;

const noRules: GoldenRules = { version: 1, perModel: [], masks: [] };

/** The file with the rules of a family, in its folder. */
export const rulesFile = 'masks.yaml';

/**
 * Reads the rules of a family: `masks.yaml` in its folder; none when there is no such file. Errors:
 * `FB_GOLDEN` with the file and the place in it.
 */
export function readRules(folder: string, family: string): GoldenRules {
  const path = join(folder, family, rulesFile);
  if (!existsSync(path)) return noRules;
  const document = parseDocument(readFileSync(path, 'utf8'));
  const [problem] = document.errors;
  if (problem) throw unfit(path, problem.message);
  const read = rulesSchema.safeParse(document.toJS());
  if (read.success) return read.data;
  throw unfit(path, z.prettifyError(read.error));
}

const unfit = (path: string, problem: string): BenchError =>
  new BenchError('FB_GOLDEN', `The masks in ${path} cannot be used:\n${problem}`, {
    hint: 'docs/goldens.md says what a mask can hold.',
  });
