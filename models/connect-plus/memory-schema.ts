import { z } from 'zod';
import { postalService, securityCore } from '../data-centre/memory-schema.ts';
import { divisions, type Memory } from './memory.ts';

const count = z.int().nonnegative();
const pence = count;
const day = z.string();
const id = z.int().positive();

const account = z.strictObject({
  id,
  parent: id.nullable(),
  name: z.string(),
  code: z.string(),
  description: z.string(),
  active: z.boolean(),
  password: z.string().nullable(),
});

const batch = {
  account: id.nullable(),
  user: z.string().nullable(),
  carrier: z.string(),
  class: z.string(),
  jobId1: z.string(),
  jobId2: z.string(),
  started: z.number(),
  ended: z.number(),
  pieces: count,
  weightGrams: count,
  postage: pence,
  fees: pence,
  surcharge: pence,
  bands: z.array(z.strictObject({ band: count, pieces: count, postage: pence })),
};

const filter = { from: day, to: day, accounts: z.array(id).nullable() };

const memory = z.strictObject({
  version: z.literal(2),
  serial: z.string(),
  accounts: z.array(account),
  nextAccount: id,
  accountCapacity: count,
  retired: z.strictObject({ names: z.array(z.string()), codes: z.array(z.string()) }),
  users: z.array(
    z.strictObject({
      name: z.string(),
      role: z.enum(['operator', 'supervisor']),
      password: z.string().nullable(),
      hint: z.string(),
    }),
  ),
  userLogins: z.boolean(),
  operatorPasswords: z.boolean(),
  accountPasswords: z.boolean(),
  businessManager: z.boolean(),
  registers: securityCore,
  postal: postalService,
  refill: z.strictObject({
    warnBelow: pence,
    usual: pence,
    askedBy: z.string().nullable(),
    performers: z.array(z.string().nullable()),
  }),
  inspectionSaid: day.nullable(),
  surcharge: pence,
  batch: z.strictObject(batch).nullable(),
  transactions: z.array(
    z.strictObject({
      id,
      revision: count,
      reported: id.nullable(),
      confirmed: z.int().min(-1),
      ...batch,
    }),
  ),
  uploadedAccounts: z.array(account.omit({ password: true })),
  outbox: z
    .strictObject({
      key: z.string(),
      items: z.array(z.strictObject({ id, revision: count, account: id.nullable() })),
      accounts: z.array(account.omit({ password: true })),
    })
    .nullable(),
  uploads: count,
  filter: z.strictObject(filter).nullable(),
  filters: z.array(z.strictObject({ name: z.string(), ...filter })),
  reports: z.array(
    z.strictObject({ name: z.string(), of: z.string(), settings: z.strictObject(filter) }),
  ),
  period: z.strictObject({ month: z.int(), day: z.int(), division: z.enum(divisions) }),
});

/** Reads stored memory that may come from outside; rejects and names the place. */
export const parseMemory = (json: string): Memory => memory.parse(JSON.parse(json));
