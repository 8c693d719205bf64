import { z } from 'zod';
import { confidences } from './fact.ts';

/** The schema of a fact whose value fits `value`. */
export const factOf = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value, confidence: z.enum(confidences), source: z.string().min(1) });
