import { z } from 'zod';
import type { Frame, Imprint, LedgerFigures } from '#core';

/** What answers hold that are JSON on every carrier. Names that are not known are left out. */
const count = z.int().nonnegative();

const rowSchema = z.object({
  text: z.string(),
  role: z.enum(['item', 'button', 'tab', 'checkbox', 'column', 'text', 'message', 'error']),
  selected: z.boolean().exactOptional(),
  checked: z.boolean().exactOptional(),
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]).exactOptional(),
});

const fieldSchema = z.object({
  label: z.string(),
  value: z.string(),
  maxLength: count,
  secret: z.boolean(),
  mode: z.enum(['digits', 'upper', 'lower', 'symbols', 'accents']),
});

/** A frame (`DISPlay:SCReen?`). */
export const frameSchema: z.ZodType<Frame> = z.object({
  v: z.literal(1),
  frame: count,
  display: z.enum(['lcd', 'touch', 'off']),
  title: z.string(),
  rows: z.array(rowSchema),
  more: z.object({ above: z.boolean(), below: z.boolean() }),
  field: fieldSchema.exactOptional(),
  busy: z.boolean(),
  beeps: count,
  language: z.string(),
});

/** What the last piece came out with (`FEED:IMPRint?`); null when it was blank. */
export const imprintSchema: z.ZodType<Imprint | null> = z.nullable(
  z.object({ value: z.int(), item: count, date: z.string(), specimen: z.boolean() }),
);

const readingSchema = z.object({
  ascending: z.int(),
  descending: z.int(),
  controlTotal: z.int(),
  items: z.int(),
  zeroItems: z.int(),
});

/** The figures of the security cores on a rig (`EMULator:LEDGer?`). */
export const ledgerSchema: z.ZodType<readonly LedgerFigures[]> = z.array(
  z.object({
    serial: z.string(),
    registers: readingSchema,
    sequence: z.int(),
    refilled: z.int(),
    status: z.enum(['in service', 'withdrawn']),
    leaving: z.int(),
    waiting: z.boolean(),
  }),
);
