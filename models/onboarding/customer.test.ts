import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newCall } from '../data-centre/index.ts';
import { plain } from '../fact.ts';
import { withdraw } from '../security-core/index.ts';
import {
  firstLoadOf,
  hasGivenUp,
  isDone,
  isEmailAddress,
  isHere,
  isInstallation,
  isPassword,
  isTelephone,
  missingParts,
  nextMeter,
  replacedMeter,
  type Section,
  sectionBefore,
  sections,
  setUpSucceeded,
  withConnection,
} from './customer.ts';
import { factoryMemory, type Memory, profileParts } from './memory.ts';
import { profiles } from './profiles.ts';

const profile = plain(profiles.onboarding);

const memory = factoryMemory({
  language: 'en',
  serial: '2',
  credit: 500,
  replaced: { serial: '1', credit: 7350 },
  rates: 'factory',
  software: '1.0.0',
});

const changing: Memory = { ...memory, customer: { kind: 'changing', replaced: '1' } };

test.each([
  ['a@b.ca', true],
  ['first.last+tag@mail.example.co', true],
  ['a@b', false],
  ['.a@b.ca', false],
  ['a..b@b.ca', false],
  ['a.@b.ca', false],
  ['a b@c.ca', false],
  ['', false],
])('%j is an e-mail address: %s', (text, is) => {
  expect(isEmailAddress(text)).toBe(is);
});

test('an installation number is digits, as many as the profile says', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 15 }), (text) => {
      expect(isInstallation(text, profile)).toBe(text.length === 11);
    }),
  );
  expect(isInstallation('1234567890a', profile)).toBe(false);
});

test('a password keeps its length and has letters and digits', () => {
  expect(isPassword('abcdefg1', profile)).toBe(true);
  expect(isPassword('abcdef1', profile)).toBe(false);
  expect(isPassword('abcdefgh', profile)).toBe(false);
  expect(isPassword('12345678', profile)).toBe(false);
  expect(isPassword(`a1${'x'.repeat(profile.password.most - 2)}`, profile)).toBe(true);
  expect(isPassword(`a1${'x'.repeat(profile.password.most - 1)}`, profile)).toBe(false);
});

test('a telephone number keeps its length', () => {
  expect(isTelephone('4185550123', profile)).toBe(true);
  expect(isTelephone('418555012', profile)).toBe(false);
  expect(isTelephone('418-555-0123', profile)).toBe(false);
});

test('every part of a profile is asked for, blanks are none', () => {
  expect(missingParts(memory.profile)).toEqual(profileParts);
  const filled = { ...memory.profile };
  for (const part of profileParts) {
    const others = Object.fromEntries(profileParts.map((one) => [one, one === part ? ' ' : 'x']));
    expect(missingParts({ ...filled, ...others })).toEqual([part]);
  }
});

describe('the sections', () => {
  const whole: Memory = {
    ...memory,
    profile: { ...memory.profile, created: true },
    equipment: {
      productCode: '1P00',
      serial: '2',
      installation: '12345678901',
      address: 'here',
      confirmed: true,
    },
    payment: 'PitneyWorks',
    customer: { kind: 'new' },
    connection: 'lan',
    model: 'Connect+ 1000',
    setUp: true,
  };
  const without: Readonly<Record<Exclude<Section, 'account'>, Partial<Memory>>> = {
    profile: { profile: memory.profile },
    equipment: { equipment: null },
    payment: { payment: null },
    customer: { customer: null },
    connection: { connection: null },
    model: { model: null },
    ready: { setUp: false },
  };

  test('are all open once all is done', () => {
    for (const section of sections) {
      expect(isDone(whole, section)).toBe(true);
      expect(sectionBefore(whole, section)).toBeUndefined();
    }
  });

  test('wait for what they build on', () => {
    const waiting = Object.fromEntries(
      Object.entries(without).map(([section, lack]) => [
        section,
        sections.filter((one) => sectionBefore({ ...whole, ...lack }, one) === section),
      ]),
    );
    expect(waiting).toEqual({
      profile: ['equipment', 'account', 'payment', 'customer', 'model'],
      equipment: ['account', 'customer', 'model'],
      payment: ['model'],
      customer: ['model'],
      connection: ['model'],
      model: [],
      ready: ['ready'],
    });
  });

  test('an address that was not said to be right is no equipment yet', () => {
    const { equipment } = whole;
    const asked = { ...whole, equipment: equipment && { ...equipment, confirmed: false } };
    expect(isDone(asked, 'equipment')).toBe(false);
    expect(isHere(asked)).toBe(true);
    expect(isHere({ ...asked, meter: { ...memory.meter, serial: '3' } })).toBe(false);
  });

  test('another connection keeps a model that fits it, and no other', () => {
    expect(withConnection(whole, 'lan', profile).model).toBe('Connect+ 1000');
    expect(withConnection(whole, 'pc', profile)).toMatchObject({ connection: 'pc', model: null });
  });
});

describe('an exchange', () => {
  const withdrawn = (): Memory['meter'] => {
    const result = memory.replaced && withdraw(memory.replaced.registers);
    if (!memory.replaced || result?.status !== 'done') throw new Error('nothing to withdraw');
    return { ...memory.replaced, registers: result.core };
  };

  test('begins at the replaced meter, and goes on with the new one when that has given up', () => {
    expect(nextMeter(changing)).toBe('replaced');
    const leaving = {
      ...withdrawn(),
      postal: { ...memory.meter.postal, withdrawal: { key: 'k', amount: 7350 } },
    };
    expect(hasGivenUp(leaving)).toBe(false);
    expect(nextMeter({ ...changing, replaced: leaving })).toBe('replaced');
    expect(nextMeter({ ...changing, replaced: withdrawn() })).toBe('meter');
  });

  test('is none for a new customer, nor with another meter than was named', () => {
    expect(nextMeter({ ...memory, customer: { kind: 'new' } })).toBe('meter');
    const other: Memory = { ...memory, customer: { kind: 'changing', replaced: '9' } };
    expect(replacedMeter(other)).toBeUndefined();
  });

  test('loads nothing from the account', () => {
    expect(firstLoadOf({ ...changing, payment: 'PitneyWorks' }, profile)).toBe(0);
    const one: Memory = { ...memory, customer: { kind: 'new' }, payment: 'PitneyWorks' };
    expect(firstLoadOf(one, profile)).toBe(profile.firstLoad);
    expect(firstLoadOf({ ...one, payment: 'Prepaid' }, profile)).toBe(0);
  });
});

test('a set-up is done when the new meter has called to the end and nothing was refused', () => {
  const call = { ...newCall({ kind: 'first set-up', amount: 1 }), end: 'ended' as const };
  expect(setUpSucceeded(call, 'meter')).toBe(true);
  expect(setUpSucceeded(call, 'replaced')).toBe(false);
  expect(setUpSucceeded({ ...call, end: 'reset' }, 'meter')).toBe(false);
  expect(setUpSucceeded(null, 'meter')).toBe(false);
  const refusals = [
    { kind: 'funds refused', reason: 'not enough funds', most: 0 },
    { kind: 'core refused', reason: 'sum over its limit' },
  ] as const;
  for (const note of refusals) {
    expect(setUpSucceeded({ ...call, notes: [note] }, 'meter')).toBe(false);
  }
});
