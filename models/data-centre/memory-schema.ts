import { z } from 'zod';
import { packageKinds } from '#core';
import { rateTable } from './answers.ts';

const count = z.int().nonnegative();
const instant = z.number();
const account = z.strictObject({ number: z.string(), prepaid: count, credit: count });
const source = z.enum(['account', 'replaced meter']);

/** The registers and what guards them, as they are stored. */
export const securityCore = z.strictObject({
  ascending: count,
  descending: count,
  controlTotal: count,
  items: count,
  zeroItems: count,
  sequence: count,
  refilled: z.int(),
  status: z.enum(['in service', 'withdrawn']),
  inspected: instant.nullable(),
  watchdog: instant.nullable(),
  challenge: z.strictObject({ nonce: z.string(), issued: instant }).nullable(),
});

const label = z.strictObject({
  kind: z.enum(packageKinds),
  id: z.string(),
  size: count,
  sha256: z.string(),
  pieces: count,
});

/** What a machine remembers of its Data Centre, as it is stored. */
export const postalService = z.strictObject({
  messages: count,
  funds: z
    .strictObject({
      key: z.string(),
      source,
      amount: count,
      ascending: count,
      controlTotal: count,
    })
    .nullable(),
  withdrawal: z.strictObject({ key: z.string(), amount: count }).nullable(),
  download: z.strictObject({ label, pieces: z.array(z.string()) }).nullable(),
  installed: z.strictObject({
    rates: z.string(),
    software: z.string(),
    features: z.array(z.string()),
    graphics: z.array(z.string()),
  }),
  rates: z.array(rateTable),
  receipts: z.array(
    z.strictObject({
      at: instant,
      source,
      amount: count,
      before: count,
      after: count,
      account,
    }),
  ),
  account: account.nullable(),
});
