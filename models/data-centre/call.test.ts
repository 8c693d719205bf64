import { describe, expect, test } from 'vitest';
import type { SessionAnswer } from '#core';
import { type Call, type Errand, newCall, nextStep, type Step } from './call.ts';
import { newMeter, packageOf, ratesPackage } from './fake-data-centre.test-data.ts';
import type { PendingFunds, PostalMeter } from './postal.ts';

const meter = newMeter(5_000);
const rates = ratesPackage('R2', '2026-02-01', 2).label;
const software = packageOf('software', '2.0.0', new Uint8Array(9)).label;
const everyErrand: readonly Errand[] = [
  { kind: 'refill', amount: 1_000 },
  { kind: 'balance' },
  { kind: 'inspection' },
  { kind: 'synchronisation' },
  { kind: 'first set-up', amount: 1_000 },
  { kind: 'withdrawal' },
];

const pending: PendingFunds = {
  key: 'A1-1',
  source: 'account',
  amount: 700,
  ascending: 0,
  controlTotal: 5_000,
};

const session: SessionAnswer = {
  version: 1,
  nonce: 'n',
  session: 's',
  account: { number: '0001', prepaid: 0, credit: 0 },
  transfer: null,
  packages: [],
  diagnosticsWanted: false,
};

const opened = (errand: Errand, change: Partial<SessionAnswer> = {}): Call => ({
  ...newCall(errand),
  session: { ...session, ...change },
  done: [{ kind: 'session' }],
});

const withFunds = (funds: PendingFunds | null): PostalMeter => ({
  ...meter,
  postal: { ...meter.postal, funds },
});

/** The steps of a call in which each is done and changes nothing. */
function stepsOf(call: Call, at: PostalMeter): readonly string[] {
  const steps: Step[] = [];
  let now = call;
  for (let step = nextStep(now, at); step; step = nextStep(now, at)) {
    steps.push(step);
    const notes =
      step.kind === 'piece'
        ? [...now.notes, { kind: 'installed' as const, label: step.label }]
        : now.notes;
    now = { ...now, done: [...now.done, step], notes };
    if (steps.length > 20) throw new Error('the call has no end');
  }
  return steps.map((step) => (step.kind === 'piece' ? step.label.kind : step.kind));
}

test.each(everyErrand)('a call for $kind begins with a session', (errand) => {
  expect(nextStep(newCall(errand), meter)).toEqual({ kind: 'session' });
});

test.each([
  ['refill', ['funds', 'inspection', 'end']],
  ['balance', ['inspection', 'end']],
  ['inspection', ['inspection', 'end']],
  ['synchronisation', ['inspection', 'rates', 'software', 'diagnostics', 'end']],
  ['first set-up', ['funds', 'inspection', 'rates', 'software', 'diagnostics', 'end']],
  ['withdrawal', ['withdrawal', 'inspection', 'end']],
])('the messages of a call for %s', (kind, expected) => {
  const errand = everyErrand.find((one) => one.kind === kind);
  if (!errand) throw new Error(kind);
  const call = opened(errand, { packages: [rates, software], diagnosticsWanted: true });
  expect(stepsOf(call, meter)).toEqual(expected);
});

describe('what was asked for before', () => {
  test.each(everyErrand)('comes first in a call for $kind, and only once', (errand) => {
    const steps = stepsOf(opened(errand, { transfer: 1 }), withFunds(pending));
    expect(steps[0]).toBe('funds');
    expect(steps.filter((kind) => kind === 'funds')).toHaveLength(1);
  });

  test('comes before what was withdrawn', () => {
    const withdrawal = { key: 'A1-2', amount: 5_000 };
    const at = { ...meter, postal: { ...meter.postal, funds: pending, withdrawal } };
    expect(stepsOf(opened({ kind: 'balance' }), at)).toEqual([
      'funds',
      'withdrawal',
      'inspection',
      'end',
    ]);
  });

  test('keeps a meter from giving its postage up while it is not settled', () => {
    expect(stepsOf(opened({ kind: 'withdrawal' }), withFunds(pending))).toEqual([
      'funds',
      'inspection',
      'end',
    ]);
  });

  test.each(everyErrand)('a withdrawal under way is settled by a call for $kind', (errand) => {
    const at: PostalMeter = {
      ...meter,
      registers: { ...meter.registers, status: 'withdrawn' },
      postal: { ...meter.postal, withdrawal: { key: 'A1-2', amount: 5_000 } },
    };
    expect(stepsOf(opened(errand), at)[0]).toBe('withdrawal');
  });
});

test('a meter that is withdrawn gives nothing up again', () => {
  const at: PostalMeter = { ...meter, registers: { ...meter.registers, status: 'withdrawn' } };
  expect(stepsOf(opened({ kind: 'withdrawal' }), at)).toEqual(['inspection', 'end']);
});

test.each([
  ['a synchronisation fetches what is kept', { kind: 'synchronisation' } as const, 500, true],
  [
    'a synchronisation asks for no other postage',
    { kind: 'synchronisation' } as const,
    null,
    false,
  ],
  ['nothing kept is not fetched', { kind: 'synchronisation' } as const, 0, false],
  ['a first set-up fetches what is kept', { kind: 'first set-up', amount: 0 } as const, 500, true],
  [
    'a first load of nothing is not asked for',
    { kind: 'first set-up', amount: 0 } as const,
    0,
    false,
  ],
  ['a balance call fetches nothing', { kind: 'balance' } as const, 500, false],
])('%s', (_what, errand, transfer, asks) => {
  expect(stepsOf(opened(errand, { transfer }), meter).includes('funds')).toBe(asks);
});

test('a meter that was loaded is not loaded again by a first set-up', () => {
  const at: PostalMeter = { ...meter, registers: { ...meter.registers, sequence: 1 } };
  expect(stepsOf(opened({ kind: 'first set-up', amount: 500 }), at)).not.toContain('funds');
});

test('postage that the core could not take is not asked for', () => {
  const call: Call = {
    ...opened({ kind: 'refill', amount: 500 }),
    notes: [{ kind: 'core refused', reason: 'descending over its limit' }],
  };
  expect(stepsOf(call, meter)).toEqual(['inspection', 'end']);
});

describe('a download', () => {
  const call = opened({ kind: 'synchronisation' }, { packages: [software, rates] });
  const inspected: Call = { ...call, done: [...call.done, { kind: 'inspection' }] };
  const fetching = (label: typeof rates, pieces: readonly string[]): PostalMeter => ({
    ...meter,
    postal: { ...meter.postal, download: { label, pieces } },
  });

  test('begins at its first piece, in the order of the Data Centre', () => {
    expect(nextStep(inspected, meter)).toEqual({ kind: 'piece', label: software, piece: 0 });
  });

  test('goes on where it was cut', () => {
    const settled: Call = { ...inspected, notes: [{ kind: 'installed', label: software }] };
    const at = fetching(rates, ['YQ==']);
    expect(nextStep(settled, at)).toEqual({ kind: 'piece', label: rates, piece: 1 });
  });

  test.each([
    ['other bytes', { sha256: '0'.repeat(64) }],
    ['another size', { size: 1 }],
    ['another name', { id: 'R3' }],
    ['another kind', { kind: 'graphics' as const }],
    ['other pieces', { pieces: 5 }],
  ])('begins anew where it now has %s', (_what, change) => {
    const settled: Call = { ...inspected, notes: [{ kind: 'installed', label: software }] };
    const at = fetching({ ...rates, ...change }, ['YQ==']);
    expect(nextStep(settled, at)).toEqual({ kind: 'piece', label: rates, piece: 0 });
  });

  test('of what was refused is not tried again in this call', () => {
    const refused: Call = {
      ...inspected,
      notes: [
        { kind: 'package refused', label: software, reason: 'digest' },
        { kind: 'installed', label: rates },
      ],
    };
    expect(nextStep(refused, meter)).toEqual({ kind: 'end' });
  });
});

test.each(['ended', 'no answer'] as const)('nothing follows a call that is over: %s', (end) => {
  expect(nextStep({ ...opened({ kind: 'balance' }), end }, meter)).toBeUndefined();
});
