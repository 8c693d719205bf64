import { z } from 'zod';
import { LinkRefusal } from './operations.ts';

const server = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  token: z.string().min(1).optional(),
});

const remoteAccount = z.strictObject({
  number: z.string().min(1),
  name: z.string().min(1),
  active: z.boolean(),
});

/** A meter as new, for the slot of an emulator: what a rig file says of its meter and around it. */
export const renewalSchema = z.strictObject({
  version: z.literal(1),
  /** Must be the model of the slot. */
  model: z.string().min(1),
  serial: z.string().min(1).optional(),
  supervisorPin: z
    .string()
    .regex(/^[0-9]{4}$/)
    .optional(),
  creditPence: z.int().nonnegative().optional(),
  accountCapacity: z.int().positive().optional(),
  businessManager: z.boolean().optional(),
  language: z.enum(['en', 'fr-CA']).optional(),
  replaced: z
    .strictObject({ serial: z.string().min(1), creditPence: z.int().nonnegative() })
    .optional(),
  /** The meter's clock, local time. */
  start: z.iso.datetime({ local: true, offset: false }),
  /** A new stick, at the host; none when left out. */
  stick: z.enum(['FAT16', 'FAT32']).optional(),
  /** What the PC application hands out. */
  pcAccounts: z.array(remoteAccount).optional(),
  accounting: server.optional(),
  dataCentre: server.optional(),
  /** A seeded firmware fault by its name. */
  fault: z.string().min(1).optional(),
});

export type Renewal = z.infer<typeof renewalSchema>;

/** A meter as new, out of JSON. Refusal: -224 with the place where it is none. */
export function readRenewal(value: unknown): Renewal {
  const read = renewalSchema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new LinkRefusal(-224, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}
