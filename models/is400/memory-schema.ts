import { z } from 'zod';
import { postalService, securityCore } from '../data-centre/memory-schema.ts';
import { accountModes, type Memory } from './memory.ts';

const count = z.int().nonnegative();
const usage = z.strictObject({ items: count, zeroItems: count, postage: count });
const account = z.strictObject({
  number: z.string(),
  name: z.string(),
  active: z.boolean(),
  pin: z.string().nullable(),
  usage,
});
const operator = z.strictObject({
  name: z.string(),
  pin: z.string(),
  active: z.boolean(),
  accounts: z.array(z.string()),
});
const memory = z.strictObject({
  version: z.literal(2),
  serial: z.string(),
  mode: z.enum(accountModes),
  accounts: z.array(account),
  operators: z.array(operator),
  removed: z.array(account),
  unassigned: usage,
  registers: securityCore,
  postal: postalService,
  supervisorPin: z.string(),
  sharedPin: z.string().nullable(),
  creditPin: z.string().nullable(),
  wrongPins: z.strictObject({
    supervisor: count,
    shared: count,
    operator: count,
    account: count,
    credit: count,
  }),
});

/** Stored memory read back. Throws a ZodError that names the place when it is not of this shape. */
export const parseMemory = (json: string): Memory => memory.parse(JSON.parse(json));
