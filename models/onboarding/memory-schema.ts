import { z } from 'zod';
import { paymentMethods, serviceStates } from '#core';
import { postalService, securityCore } from '../data-centre/memory-schema.ts';
import { languages } from './languages.ts';
import { connections, type Memory, needs } from './memory.ts';

const count = z.int().nonnegative();
const text = z.string();

const meter = z.strictObject({ serial: text, registers: securityCore, postal: postalService });

const errand = z.union([
  z.strictObject({ kind: z.enum(['profile', 'rates']) }),
  z.strictObject({
    kind: z.literal('equipment'),
    by: z.literal('serial'),
    productCode: text,
    serial: text,
  }),
  z.strictObject({
    kind: z.literal('equipment'),
    by: z.literal('installation'),
    installation: text,
  }),
  z.strictObject({ kind: z.literal('service'), about: text }),
  z.strictObject({ kind: z.literal('service state'), number: text }),
  z.strictObject({ kind: z.literal('address'), address: text }),
  z.strictObject({ kind: z.literal('payment'), method: z.enum(paymentMethods) }),
  z.strictObject({ kind: z.literal('replacement'), replaced: text }),
]);

const memory = z.strictObject({
  version: z.literal(1),
  language: z.enum(languages),
  profile: z.strictObject({
    userName: text,
    password: text,
    question: text,
    answer: text,
    name: text,
    company: text,
    telephone: text,
    created: z.boolean(),
  }),
  equipment: z
    .strictObject({
      productCode: text,
      serial: text,
      installation: text,
      address: text,
      confirmed: z.boolean(),
    })
    .nullable(),
  address: text.nullable(),
  services: z.array(z.strictObject({ number: text, state: z.enum(serviceStates) })),
  payment: z.enum(paymentMethods).nullable(),
  customer: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('new') }),
      z.strictObject({ kind: z.literal('changing'), replaced: text }),
    ])
    .nullable(),
  has: z.array(z.enum(needs)),
  connection: z.enum(connections).nullable(),
  model: text.nullable(),
  setUp: z.boolean(),
  meter,
  replaced: meter.nullable(),
  portal: z.strictObject({
    messages: count,
    pending: z.array(z.strictObject({ key: text, errand })),
  }),
});

/** Reads stored memory that may come from outside; rejects and names the place. */
export const parseMemory = (json: string): Memory => memory.parse(JSON.parse(json));
