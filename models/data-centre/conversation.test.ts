import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { registersBalance } from '../registers.ts';
import type { Errand } from './call.ts';
import { converse, type Fate, fates, type World } from './conversation.test-data.ts';
import {
  newMeter,
  newServer,
  newYear,
  packageOf,
  ratesPackage,
} from './fake-data-centre.test-data.ts';
import { ledgerOf } from './ledger.ts';

const credit = 5_000;
const prepaid = 50_000;

const packages = [
  ratesPackage('R2', '2026-02-01', 2),
  packageOf('software', '2.0.0', new Uint8Array(300).fill(7), 3),
  packageOf('features', 'Differential weighing', new Uint8Array(10)),
];

const begin = (): World => ({
  meter: newMeter(credit),
  server: newServer(credit, { prepaid, packages, diagnosticsWanted: true }),
  now: newYear,
});

/** Everything that must hold at every moment, whatever is under way. */
function inOrder({ meter, server }: World, total = credit + prepaid): void {
  const { registers, postal } = meter;
  expect(registersBalance(registers)).toBe(true);
  expect(registers.controlTotal).toBe(registers.refilled);
  const kept = server.prepaid + server.returned + (server.transfer ?? 0);
  const { waiting, leaving } = ledgerOf(meter);
  // No penny is in two places, and none is nowhere but on its way.
  expect(kept + server.controlTotal).toBe(total);
  const behind = server.sequence - registers.sequence;
  expect(behind).toBeLessThanOrEqual(waiting ? 1 : 0);
  expect(behind).toBeGreaterThanOrEqual(postal.withdrawal ? -1 : 0);
  if (behind === 0) expect(registers.controlTotal).toBe(server.controlTotal);
  if (behind === 1) {
    expect(registers.controlTotal + (postal.funds?.amount ?? 0)).toBe(server.controlTotal);
  }
  if (behind === -1) expect(registers.controlTotal + leaving).toBe(server.controlTotal);
}

const refill: Errand = { kind: 'refill', amount: 2_000 };
const everything: Errand = { kind: 'synchronisation' };

/** What the meter holds in the end: the question was answered, and both sides agree. */
function settled({ meter, server }: World): number {
  expect(meter.postal.funds).toBeNull();
  expect(meter.postal.withdrawal).toBeNull();
  expect(meter.registers.sequence).toBe(server.sequence);
  return meter.registers.controlTotal;
}

describe('a refill of which one message meets a fate', () => {
  const { steps } = converse(begin(), refill);

  test('has four messages', () => {
    expect(steps.map(({ kind }) => kind)).toEqual(['session', 'funds', 'inspection', 'end']);
  });

  const cases = steps.flatMap(({ kind }, index) => fates.map((fate) => ({ kind, fate, index })));
  test.each(cases)('$kind: $fate', ({ fate, index }) => {
    const cut = converse(begin(), refill, (at) => (at === index ? fate : 'answered'), inOrder);
    // The next call asks what was asked before, if anything was.
    const after = converse(cut, everything, undefined, inOrder);
    expect([credit, credit + refill.amount]).toContain(settled(after));
    const added = after.meter.registers.controlTotal - credit;
    expect(after.server.prepaid).toBe(prepaid - added);
    expect(after.meter.postal.receipts.map(({ amount }) => amount)).toEqual(
      added > 0 ? [refill.amount] : [],
    );
    // And whoever still wants it gets it.
    const again = added > 0 ? after : converse(after, refill, undefined, inOrder);
    expect(settled(again)).toBe(credit + refill.amount);
  });
});

test('a refill that is repeated as often as anything goes wrong is added once for each answer that came', async () => {
  const fate = fc.constantFrom<Fate>('answered', ...fates);
  await fc.assert(
    fc.property(fc.array(fc.array(fate, { maxLength: 6 }), { maxLength: 8 }), (calls) => {
      let world = begin();
      let noted = 0;
      for (const one of calls) {
        const errand = world.meter.postal.funds ? everything : refill;
        const after = converse(world, errand, (index) => one[index] ?? 'answered', inOrder);
        noted += (after.call?.notes ?? []).filter(({ kind }) => kind === 'funds added').length;
        world = after;
      }
      const after = converse(world, { kind: 'balance' }, undefined, inOrder);
      noted += (after.call?.notes ?? []).filter(({ kind }) => kind === 'funds added').length;
      const added = (settled(after) - credit) / refill.amount;
      expect(added).toBe(after.server.sequence);
      // Of what was added as the power went nobody was told.
      expect(added).toBeGreaterThanOrEqual(noted);
      expect(added).toBeLessThanOrEqual(calls.length);
    }),
    { numRuns: 200 },
  );
});

describe('a synchronisation of which one message meets a fate', () => {
  const { steps } = converse(begin(), everything);

  test('does all its tasks in their order', () => {
    expect(
      steps.map((step) => (step.kind === 'piece' ? `${step.label.kind} ${step.piece}` : step.kind)),
    ).toEqual([
      'session',
      'inspection',
      'rates 0',
      'rates 1',
      'software 0',
      'software 1',
      'software 2',
      'features 0',
      'diagnostics',
      'end',
    ]);
  });

  const cases = steps.flatMap((step, index) =>
    fates.map((fate) => ({
      kind: step.kind === 'piece' ? `${step.label.kind} ${step.piece}` : step.kind,
      fate,
      index,
    })),
  );
  test.each(cases)('$kind: $fate', ({ fate, index }) => {
    const whole = (world: World) => {
      inOrder(world);
      const { installed, rates } = world.meter.postal;
      expect(['factory', 'R2']).toContain(installed.rates);
      expect(rates.map(({ id }) => id)).toEqual(installed.rates === 'R2' ? ['R2'] : []);
      expect(['1.0.0', '2.0.0']).toContain(installed.software);
    };
    const cut = converse(begin(), everything, (at) => (at === index ? fate : 'answered'), whole);
    const after = converse(cut, everything, undefined, whole);
    expect(after.call?.end).toBe('ended');
    expect(after.meter.postal).toMatchObject({
      download: null,
      installed: {
        rates: 'R2',
        software: '2.0.0',
        features: ['Differential weighing'],
        graphics: [],
      },
    });
    // Pieces that have come are not fetched again.
    const fetched = [...cut.steps, ...after.steps].filter(({ kind }) => kind === 'piece');
    const wasPiece = steps[index]?.kind === 'piece';
    const isLost = !['answered', 'repeated', 'power cut after'].includes(fate);
    expect(fetched).toHaveLength(6 + (wasPiece && isLost ? 1 : 0));
  });
});

describe('a withdrawal of which one message meets a fate', () => {
  const errand: Errand = { kind: 'withdrawal' };
  const replaced = (): World => ({
    ...begin(),
    server: newServer(credit, { prepaid, isReplaced: true }),
  });
  const { steps } = converse(replaced(), errand);

  test('has four messages', () => {
    expect(steps.map(({ kind }) => kind)).toEqual(['session', 'withdrawal', 'inspection', 'end']);
  });

  const cases = steps.flatMap(({ kind }, index) => fates.map((fate) => ({ kind, fate, index })));
  test.each(cases)('$kind: $fate', ({ fate, index }) => {
    const cut = converse(replaced(), errand, (at) => (at === index ? fate : 'answered'), inOrder);
    const after = converse(cut, errand, undefined, inOrder);
    expect(settled(after)).toBe(0);
    expect(after.meter.registers.status).toBe('withdrawn');
    expect(after.server.returned).toBe(credit);
    const { call } = converse(after, refill, undefined, inOrder);
    expect(call?.notes).toContainEqual({ kind: 'core refused', reason: 'withdrawn' });
  });

  test('that the Data Centre does not take is put back', () => {
    const after = converse(begin(), errand, undefined, inOrder);
    expect(after.call?.notes).toContainEqual({
      kind: 'withdrawal refused',
      reason: 'not replaced',
    });
    expect(settled(after)).toBe(credit);
    expect(after.meter.registers.status).toBe('in service');
  });

  test('waits for postage that was asked for: none is lost in a meter that is withdrawn', () => {
    const lost = converse(replaced(), refill, (_index, { kind }) =>
      kind === 'funds' ? 'answer lost' : 'answered',
    );
    const after = converse(lost, errand, undefined, inOrder);
    expect(after.steps.map(({ kind }) => kind).slice(0, 3)).toEqual([
      'session',
      'funds',
      'withdrawal',
    ]);
    expect(after.server.returned).toBe(credit + refill.amount);
  });
});

describe('a first set-up', () => {
  const errand: Errand = { kind: 'first set-up', amount: 3_000 };
  const empty = (transfer: number | null): World => ({
    meter: newMeter(0),
    server: newServer(0, { prepaid, transfer }),
    now: newYear,
  });

  test.each([
    ['from the account where nothing is kept', null, 3_000],
    ['from the account where a meter without postage is replaced', 0, 3_000],
    ['from the meter that it replaces', 1_234, 1_234],
  ])('loads postage %s', (_from, transfer, loaded) => {
    const total = prepaid + (transfer ?? 0);
    const after = converse(empty(transfer), errand, undefined, (world) => inOrder(world, total));
    expect(settled(after)).toBe(loaded);
  });

  test.each(fates)('loads once, whatever happens to the message: %s', (fate) => {
    for (const transfer of [null, 1_234]) {
      const look = (world: World) => inOrder(world, prepaid + (transfer ?? 0));
      const cut = converse(
        empty(transfer),
        errand,
        (_index, { kind }) => (kind === 'funds' ? fate : 'answered'),
        look,
      );
      expect(settled(converse(cut, errand, undefined, look))).toBe(transfer ?? 3_000);
    }
  });
});
