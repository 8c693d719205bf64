import { z } from 'zod';
import {
  type AddressAnswer,
  type EquipmentAnswer,
  type PaymentAnswer,
  type PeerAnswer,
  type ProfileAnswer,
  paymentMethods,
  type RatesAnswer,
  type RateTable,
  type ReplacementAnswer,
  type ServiceAnswer,
  serviceStates,
} from '#core';
import { jsonOf, rateTable } from '../data-centre/answers.ts';
import type { Memory } from './memory.ts';
import type { PendingErrand, PortalErrand, PortalKind } from './portal-errands.ts';
import { pendingOfKind } from './portal-messages.ts';

const version = z.literal(1);
const text = z.string().min(1);

const refused = <const Reason extends readonly string[]>(reasons: Reason) =>
  z.strictObject({ version, status: z.literal('refused'), reason: z.enum(reasons) });

const equipment = z.strictObject({
  productCode: text,
  serial: text,
  installation: text,
  address: text,
});

const service = z.strictObject({ version, number: text, state: z.enum(serviceStates) });

/** What the portal answers. What is not of this shape is not understood. */
const answers = {
  profile: z.discriminatedUnion('status', [
    z.strictObject({ version, status: z.literal('created') }),
    refused(['user name taken']),
  ]) satisfies z.ZodType<ProfileAnswer>,
  equipment: z.discriminatedUnion('status', [
    z.strictObject({ version, status: z.literal('registered'), equipment }),
    refused(['unknown equipment', 'registered before']),
  ]) satisfies z.ZodType<EquipmentAnswer>,
  service: service satisfies z.ZodType<ServiceAnswer>,
  address: z.strictObject({ version, address: text }) satisfies z.ZodType<AddressAnswer>,
  payment: z.strictObject({
    version,
    method: z.enum(paymentMethods),
  }) satisfies z.ZodType<PaymentAnswer>,
  replacement: z.discriminatedUnion('status', [
    z.strictObject({ version, status: z.literal('noted') }),
    refused(['unknown meter', 'same meter', 'replaced before']),
  ]) satisfies z.ZodType<ReplacementAnswer>,
  rates: z.strictObject({ version, rates: rateTable }) satisfies z.ZodType<RatesAnswer>,
} as const;

/** Why the portal does not do what it was asked for. */
export type PortalRefusal =
  | 'user name taken'
  | 'unknown equipment'
  | 'registered before'
  | 'unknown meter'
  | 'same meter'
  | 'replaced before'
  | 'not accepted';

/** What came of a message to the portal. */
export type PortalOutcome =
  | { readonly status: 'done'; readonly rates?: RateTable }
  | { readonly status: 'refused'; readonly reason: PortalRefusal }
  /** Nobody knows whether it was carried out: it is asked again under the same key. */
  | { readonly status: 'unanswered' };

export interface TakenAnswer {
  readonly memory: Memory;
  readonly outcome: PortalOutcome;
}

const unanswered = { status: 'unanswered' } as const;
const done = { status: 'done' } as const;

/** Takes the answer to what was asked of this kind. Without an answer the question stays. */
export function takePortalAnswer(
  memory: Memory,
  kind: PortalKind,
  answer: PeerAnswer,
): TakenAnswer {
  const pending = pendingOfKind(memory, kind);
  if (!pending || answer.status !== 'answered') return { memory, outcome: unanswered };
  const settled = withoutErrand(memory, pending);
  // The portal has read the message and will not have it, however often it comes.
  if (answer.code >= 400 && answer.code < 500) {
    return { memory: settled, outcome: { status: 'refused', reason: 'not accepted' } };
  }
  if (answer.code !== 200) return { memory, outcome: unanswered };
  return (
    carriedOut(settled, pending.errand, jsonOf(answer.body)) ?? { memory, outcome: unanswered }
  );
}

const withoutErrand = (memory: Memory, { key }: PendingErrand): Memory => ({
  ...memory,
  portal: {
    ...memory.portal,
    pending: memory.portal.pending.filter((other) => other.key !== key),
  },
});

/** What an answer changes; `undefined` where it is not understood. */
function carriedOut(memory: Memory, errand: PortalErrand, body: unknown): TakenAnswer | undefined {
  switch (errand.kind) {
    case 'profile': {
      const read = answers.profile.safeParse(body).data;
      if (read?.status !== 'created') return refusal(memory, read);
      const { profile } = memory;
      // The portal has the password now: it is not needed here again.
      const kept = { ...profile, password: '', answer: '', created: true };
      return { memory: { ...memory, profile: kept }, outcome: done };
    }
    case 'equipment': {
      const read = answers.equipment.safeParse(body).data;
      if (read?.status !== 'registered') return refusal(memory, read);
      const registered = { ...read.equipment, confirmed: false };
      return { memory: { ...memory, equipment: registered }, outcome: done };
    }
    case 'service': {
      const read = answers.service.safeParse(body).data;
      if (!read) return undefined;
      const { number, state } = read;
      const services = [...memory.services, { number, state }];
      return { memory: { ...memory, services }, outcome: done };
    }
    case 'service state': {
      const read = answers.service.safeParse(body).data;
      if (read?.number !== errand.number) return undefined;
      const { number, state } = read;
      const services = memory.services.map((one) =>
        one.number === number ? { number, state } : one,
      );
      return { memory: { ...memory, services }, outcome: done };
    }
    case 'address': {
      const read = answers.address.safeParse(body).data;
      return read && { memory: { ...memory, address: read.address }, outcome: done };
    }
    case 'rates': {
      const read = answers.rates.safeParse(body).data;
      return read && { memory, outcome: { status: 'done', rates: read.rates } };
    }
    case 'payment': {
      const read = answers.payment.safeParse(body).data;
      return read && { memory: { ...memory, payment: read.method }, outcome: done };
    }
    case 'replacement': {
      const read = answers.replacement.safeParse(body).data;
      if (read?.status !== 'noted') return refusal(memory, read);
      const customer = { kind: 'changing', replaced: errand.replaced } as const;
      return { memory: { ...memory, customer }, outcome: done };
    }
    default:
      return errand satisfies never;
  }
}

const refusal = (
  memory: Memory,
  read: { readonly reason: PortalRefusal } | undefined,
): TakenAnswer | undefined =>
  read && { memory, outcome: { status: 'refused', reason: read.reason } };
