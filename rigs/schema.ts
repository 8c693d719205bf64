import { z } from 'zod';
import { budgetsSchema, limitsSchema, linkSchema, secretOf } from './link-schema.ts';

const pin = z.string().regex(/^[0-9]{4}$/, 'four digits');

const remoteAccount = z.strictObject({
  number: z.string().min(1),
  name: z.string().min(1),
  active: z.boolean(),
});

const equipment = z.strictObject({
  productCode: z.string().min(1),
  serial: z.string().min(1),
  installation: z.string().regex(/^[0-9]{11}$/, 'eleven digits'),
  address: z.string().min(1),
});

/** Another meter on the desk, whose place the one in the slot takes. */
const replaced = z.strictObject({
  serial: z.string().min(1),
  creditPence: z.int().nonnegative(),
});

const format = z.enum(['FAT16', 'FAT32']);

const civil = z.iso.datetime({ local: true, offset: false });

/** A rig file: one bench with one meter slot. Unknown keys are errors. */
export const rigSchema = z.strictObject({
  version: z.literal(1),
  description: z.string().min(1),
  meter: z.strictObject({
    model: z.string().min(1),
    serial: z.string().min(1).optional(),
    /** The PIN that comes with an IS-420 or IS-440. */
    supervisorPin: secretOf(pin).optional(),
    /** Postage that the meter holds as the run begins, in pence. */
    creditPence: z.int().nonnegative().optional(),
    /** How many accounts a Connect+ was bought with. */
    accountCapacity: z.int().positive().optional(),
    /** Whether the accounting suite on a PC manages the accounts of a Connect+. */
    businessManager: z.boolean().optional(),
    /** The language of a machine that comes in several. */
    language: z.enum(['en', 'fr-CA']).optional(),
    replaced: replaced.optional(),
    /** Somebody has made the meter as new for this run, where the rig itself cannot. */
    state: z.literal('as-new').optional(),
  }),
  link: linkSchema,
  /** Who may switch the meter off and on; `none` where the relay is not to be used. */
  power: z.enum(['controller', 'none']).optional(),
  /** Who may pull the meter's network cable. */
  network: z.enum(['controller', 'none']).optional(),
  /** Who may put envelopes through. */
  mail: z.enum(['controller', 'none']).optional(),
  limits: limitsSchema.optional(),
  budgets: budgetsSchema.optional(),
  /** Who is at the bench, for the run record. */
  operator: z.strictObject({ name: z.string().min(1) }).optional(),
  /** The meter's clock as a scenario begins, local time. */
  clock: z.strictObject({ start: civil }),
  /** The USB stick, at the host at first; a rig without one skips what needs it. */
  stick: z
    .discriminatedUnion('kind', [
      /** A new image for each scenario; emulated meters only. */
      z.strictObject({ kind: z.literal('image'), format }),
      /** A stick at the switch of the rig controller. */
      z.strictObject({ kind: z.literal('controller'), format: format.optional() }),
      /** A stick at a switch of the controller, whose host side is mounted here. */
      z.strictObject({ kind: z.literal('folder'), path: z.string().min(1) }),
    ])
    .optional(),
  /** An accounting server for a Connect+, in this process. */
  accounting: z.strictObject({ kind: z.literal('in-process') }).optional(),
  /** A Data Centre with its portal, in this process. */
  dataCentre: z
    .strictObject({
      kind: z.literal('in-process'),
      /** What may be drawn from the postage account as the run begins. */
      prepaidPence: z.int().nonnegative().optional(),
      creditPence: z.int().nonnegative().optional(),
      /** What can be registered in the portal. */
      equipment: z.array(equipment).optional(),
      /** User names that customers have in the portal already. */
      userNames: z.array(z.email()).optional(),
    })
    .optional(),
  /** The PC application that the meter reaches over the network. */
  pc: z.strictObject({ accounts: z.array(remoteAccount) }).optional(),
});

export type RigFile = z.infer<typeof rigSchema>;
