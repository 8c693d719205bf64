import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PeerAnswer } from '#core';
import { factoryMemory, type Memory } from './memory.ts';
import { parseMemory } from './memory-schema.ts';
import { takePortalAnswer } from './portal-answers.ts';
import type { PortalErrand } from './portal-errands.ts';
import { askPortal, pendingOfKind, portalRequestOf } from './portal-messages.ts';

const begun = factoryMemory({
  language: 'en',
  serial: '2',
  credit: 500,
  replaced: null,
  rates: 'factory',
  software: '1.0.0',
});

const memory: Memory = {
  ...begun,
  profile: {
    userName: 'a@b.ca',
    password: 'Secret123',
    question: 'firstPet',
    answer: 'Rex',
    name: 'A',
    company: 'B',
    telephone: '4185550123',
    created: false,
  },
};

const errands: readonly PortalErrand[] = [
  { kind: 'profile' },
  { kind: 'equipment', by: 'serial', productCode: '1P00', serial: '2' },
  { kind: 'equipment', by: 'installation', installation: '12345678901' },
  { kind: 'service', about: 'jam' },
  { kind: 'service state', number: 'SR-1' },
  { kind: 'address', address: 'there' },
  { kind: 'rates' },
  { kind: 'payment', method: 'Prepaid' },
  { kind: 'replacement', replaced: '1' },
];

const answered = (body: unknown, code = 200): PeerAnswer => ({
  status: 'answered',
  code,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

describe.each(errands)('$kind', (errand) => {
  const asked = askPortal(memory, errand);

  test('is kept under a key of its own until it is answered', () => {
    expect(pendingOfKind(asked, errand.kind)).toEqual({ key: 'p-2-1', errand });
    expect(askPortal(asked, errand)).toBe(asked);
    for (const answer of [
      { status: 'unreachable' },
      { status: 'no answer' },
      { status: 'reset' },
      answered({}, 500),
      answered('nonsense'),
      answered({ version: 2 }),
    ] as const satisfies readonly PeerAnswer[]) {
      expect(takePortalAnswer(asked, errand.kind, answer)).toEqual({
        memory: asked,
        outcome: { status: 'unanswered' },
      });
    }
  });

  test('that the portal cannot take is not sent again', () => {
    const { memory: after, outcome } = takePortalAnswer(asked, errand.kind, answered({}, 422));
    expect(outcome).toEqual({ status: 'refused', reason: 'not accepted' });
    expect(pendingOfKind(after, errand.kind)).toBeUndefined();
  });

  test('goes out the same each time, and its memory can be stored', () => {
    const pending = pendingOfKind(asked, errand.kind);
    if (!pending) throw new Error('nothing was asked');
    const request = portalRequestOf(asked, pending);
    expect(portalRequestOf(asked, pending)).toEqual(request);
    expect(request.headers['idempotency-key']).toBe('p-2-1');
    expect(parseMemory(JSON.stringify(asked))).toEqual(asked);
  });

  test('never throws, whatever comes back', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 100, max: 599 }), (body, code) => {
        const { memory: after } = takePortalAnswer(asked, errand.kind, answered(body, code));
        expect(parseMemory(JSON.stringify(after))).toEqual(after);
      }),
    );
  });
});

test('the password goes nowhere but with the profile, and is not kept once that is there', () => {
  for (const errand of errands) {
    const asked = askPortal(memory, errand);
    const pending = pendingOfKind(asked, errand.kind);
    const sent = JSON.stringify(pending && portalRequestOf(asked, pending));
    expect(sent.includes('Secret123')).toBe(errand.kind === 'profile');
    expect(JSON.stringify(asked.portal)).not.toMatch(/Secret123|Rex/);
  }
  const asked = askPortal(memory, { kind: 'profile' });
  const { memory: after } = takePortalAnswer(
    asked,
    'profile',
    answered({ version: 1, status: 'created' }),
  );
  expect(after.profile.created).toBe(true);
  expect(JSON.stringify(after)).not.toMatch(/Secret123|Rex/);
});

test('an answer to another service request changes nothing', () => {
  const one: Memory = { ...memory, services: [{ number: 'SR-1', state: 'received' }] };
  const asked = askPortal(one, { kind: 'service state', number: 'SR-1' });
  const other = answered({ version: 1, number: 'SR-2', state: 'closed' });
  expect(takePortalAnswer(asked, 'service state', other).outcome.status).toBe('unanswered');
  const own = answered({ version: 1, number: 'SR-1', state: 'closed' });
  expect(takePortalAnswer(asked, 'service state', own).memory.services).toEqual([
    { number: 'SR-1', state: 'closed' },
  ]);
});

test('refusals say why, and leave the rest as it was', () => {
  const cases = [
    ['profile', 'user name taken'],
    ['equipment', 'unknown equipment'],
    ['equipment', 'registered before'],
    ['replacement', 'unknown meter'],
    ['replacement', 'same meter'],
    ['replacement', 'replaced before'],
  ] as const;
  for (const [kind, reason] of cases) {
    const errand = errands.find((one) => one.kind === kind);
    if (!errand) throw new Error(`nothing asks for ${kind}`);
    const asked = askPortal(memory, errand);
    const taken = takePortalAnswer(
      asked,
      kind,
      answered({ version: 1, status: 'refused', reason }),
    );
    expect(taken.outcome).toEqual({ status: 'refused', reason });
    expect(taken.memory).toEqual({ ...memory, portal: { messages: 1, pending: [] } });
  }
});
