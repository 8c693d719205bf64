import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { BenchError } from '#core';

const text = z.string().trim().min(1);
const day = z.iso.date();

const party = z.strictObject({ name: text, address: text.optional(), contact: text.optional() });

const instrument = z.strictObject({
  name: text,
  id: text,
  calibrated: day.optional(),
  due: day.optional(),
});

/** What only the laboratory knows and a formal report must state (ISO/IEC 17025:2017, 7.8.2.1). */
export const laboratorySchema = z.strictObject({
  version: z.literal(1),
  laboratory: party,
  /** Where the tests were made, when not at the laboratory's address. */
  location: text.optional(),
  customer: party.optional(),
  item: z
    .strictObject({
      condition: text.optional(),
      received: day.optional(),
      /** Licence, approval and certificate numbers, accessories … in words. */
      remarks: z.array(text).optional(),
    })
    .optional(),
  sampling: text.optional(),
  environment: text.optional(),
  instruments: z.array(instrument).optional(),
  /** Results that others have provided. */
  external: text.optional(),
  decisionRule: text.optional(),
  authorisedBy: z.strictObject({ name: text, role: text.optional() }).optional(),
  issued: day.optional(),
  /** The report that this one takes the place of, and why. */
  amends: z.strictObject({ report: text, reason: text }).optional(),
});

export type Laboratory = z.infer<typeof laboratorySchema>;

/** Reads a laboratory file (YAML). Errors: `FB_LAB_FILE` with the key. */
export async function readLaboratory(path: string): Promise<Laboratory> {
  const { parse } = await import('yaml');
  let read: unknown;
  try {
    read = parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new BenchError('FB_LAB_FILE', `Cannot read the laboratory file ${path}.`, {
      hint: 'Is the path right, and is it YAML? docs/evidence.md has an example.',
      cause,
    });
  }
  const parsed = laboratorySchema.safeParse(read);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new BenchError(
    'FB_LAB_FILE',
    `${path} is no laboratory file: ${issue?.path.join('.') || '(top)'}: ${issue?.message}`,
    { hint: 'docs/evidence.md lists the keys there are; leave out what is not known.' },
  );
}
