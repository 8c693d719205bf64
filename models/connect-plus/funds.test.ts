import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnyMachineSnapshot, createActor } from 'xstate';
import { oneDay, type PackageLabel, type PeerAnswer } from '#core';
import {
  type Call,
  type CallFailure,
  type CallNote,
  newCall,
  type Step,
} from '../data-centre/index.ts';
import { pathOf, pendingOf } from '../place.ts';
import { registersBalance } from '../registers.ts';
import { callViews } from './call-views.ts';
import { type Context, powerOnContext } from './context.ts';
import type { Memory } from './memory.ts';
import { parseMemory } from './memory-schema.ts';
import { connectPlusModel } from './model.ts';
import { texts } from './texts.en-GB.ts';

const model = connectPlusModel('connect-plus');
const { sources } = model;
const factory = model.factoryMemory({ serial: '1047823' }) as Memory;

const started = (memory: Memory, now = 0) => {
  const machine = createActor(model.chart(), { input: { memory, now } });
  machine.start();
  /** Touches what the screen says, and nothing where it does not say it. */
  const touch = (text: string, at = now) => {
    const snapshot = machine.getSnapshot();
    const place = model.keyToChoose(model.screenOf(snapshot), text);
    const event = place && model.eventOf(place, snapshot, at);
    if (!event) throw new Error(`"${text}" is not on ${model.screenOf(snapshot).title}`);
    machine.send(event as Parameters<typeof machine.send>[0]);
  };
  const rows = () => model.screenOf(machine.getSnapshot()).rows.map(({ text }) => text);
  return { machine, touch, rows };
};

const withRegisters = (registers: Partial<Memory['registers']>): Memory => ({
  ...factory,
  registers: { ...factory.registers, inspected: 0, watchdog: 28 * oneDay, ...registers },
});

describe('a piece that the security core does not let out', () => {
  const { ascendingMost } = sources.profile.coreLimits;
  test.each([
    ['withdrawn', withRegisters({ status: 'withdrawn', descending: 0 }), texts.meterWithdrawn],
    ['past the watchdog', withRegisters({ watchdog: 0 }), texts.meterLocked],
    ['not enough postage', withRegisters({ descending: 164 }), texts.fundsTooLow],
    ['ascending full', withRegisters({ ascending: ascendingMost }), texts.ascendingFull],
  ])('is refused and says why: %s', (_reason, memory, text) => {
    const { machine, touch, rows } = started({
      ...memory,
      refill: { ...memory.refill, warnBelow: 0 },
    });
    touch(texts.runMail);
    machine.send({ type: 'FEED', grams: 20, at: 0 });
    expect(rows()).toContain(text);
    const { registers } = model.memoryOf(machine.getSnapshot()) as Memory;
    expect(registers).toBe(memory.registers);
  });

  test('is let out where nothing speaks against it', () => {
    const { machine, touch } = started(withRegisters({}));
    touch(texts.runMail);
    machine.send({ type: 'FEED', grams: 20, at: 0 });
    const { registers } = model.memoryOf(machine.getSnapshot()) as Memory;
    expect(registers.ascending).toBe(165);
  });
});

describe('what is said of a call', () => {
  const label: PackageLabel = { kind: 'rates', id: '2026', size: 1, sha256: '', pieces: 1 };
  const funds = {
    key: 'k',
    source: 'account',
    amount: 5_000,
    ascending: 0,
    controlTotal: 0,
  } as const;
  const said = (call: Partial<Call>, memory = factory): readonly string[] => {
    const context: Context = {
      ...powerOnContext(memory, 0),
      call: { ...newCall({ kind: 'refill', amount: 5_000 }), end: 'ended', ...call },
    };
    return callViews.callResult(context, sources).map(({ text }) => text);
  };

  test('differs for every way in which it may break off', () => {
    const failures: readonly CallFailure[] = [
      'unreachable',
      'no answer',
      'reset',
      'server error',
      'not understood',
      'stale challenge',
    ];
    const all = failures.map((end) => said({ end }).join());
    expect(new Set(all).size).toBe(failures.length);
    for (const text of all) expect(text).toMatch(/\w/);
  });

  test('differs for everything that it may bring about, with no place left open', () => {
    const notes: readonly CallNote[] = [
      { kind: 'funds added', amount: 5_000 },
      ...(
        ['not enough funds', 'registers differ', 'withdrawn', 'nothing to transfer'] as const
      ).map((reason) => ({ kind: 'funds refused' as const, reason, most: 100 })),
      ...(['descending over its limit', 'sum over its limit', 'registers differ'] as const).map(
        (reason) => ({ kind: 'core refused' as const, reason }),
      ),
      { kind: 'withdrawn', amount: 100 },
      { kind: 'withdrawal refused', reason: 'withdrawn' },
      { kind: 'inspected' },
      { kind: 'inspection refused' },
      { kind: 'installed', label },
      ...(['too large', 'size', 'digest', 'content'] as const).map((reason) => ({
        kind: 'package refused' as const,
        label,
        reason,
      })),
      { kind: 'diagnostics sent' },
    ];
    const all = notes.map((note) => said({ notes: [note] }).join());
    expect(new Set(all).size).toBe(notes.length);
    for (const text of all) {
      expect(text).toMatch(/\w/);
      expect(text).not.toMatch(/[{}]/);
    }
  });

  test('ends with what is still waited for', () => {
    const waiting: Memory = { ...factory, postal: { ...factory.postal, funds } };
    expect(said({ end: 'no answer' }, waiting).at(-1)).toBe(
      'A refill of 50.00 was not answered. It is asked for again first.',
    );
    expect(said({ end: 'no answer' })).toHaveLength(1);
  });

  test('is another thing for each message that is under way', () => {
    const steps: readonly Step[] = [
      { kind: 'session' },
      { kind: 'withdrawal' },
      { kind: 'funds' },
      { kind: 'inspection' },
      { kind: 'piece', label, piece: 0 },
      { kind: 'piece', label, piece: 1 },
      { kind: 'diagnostics' },
      { kind: 'end' },
    ];
    const all = steps.map((step) => {
      const call = { ...newCall({ kind: 'balance' }), step };
      const context: Context = { ...powerOnContext(factory, 0), call };
      return callViews
        .callProgress(context, sources)
        .map(({ text }) => text)
        .join();
    });
    expect(new Set(all).size).toBe(steps.length);
    for (const text of all) expect(text).not.toMatch(/[{}]/);
  });
});

test('what a machine remembers of its refills is memory that is read back', () => {
  const memory: Memory = {
    ...factory,
    refill: { warnBelow: 1, usual: 2, askedBy: 'Ann', performers: ['Ann', null] },
    inspectionSaid: '2026-01-26',
  };
  expect(parseMemory(JSON.stringify(memory))).toEqual(memory);
  expect(() => parseMemory(JSON.stringify({ ...memory, refill: undefined }))).toThrow('refill');
});

describe('whatever is touched in Funds, and however calls end', () => {
  const answers: readonly PeerAnswer[] = [
    { status: 'unreachable' },
    { status: 'no answer' },
    { status: 'reset' },
    { status: 'answered', code: 500, body: '' },
    { status: 'answered', code: 200, body: '{}' },
  ];

  /** Touches what the numbers choose; a call that goes on gets one of the answers. */
  function work(choices: readonly number[], look: (snapshot: AnyMachineSnapshot) => void): void {
    const { machine } = started(factory);
    for (const choice of choices) {
      const snapshot = machine.getSnapshot();
      if (pendingOf(snapshot).includes('sendToDataCentre')) {
        const answer = answers[choice % answers.length] ?? { status: 'reset' };
        machine.send({ type: 'DATA_CENTRE.ANSWER', answer, at: 0 });
      } else {
        const screen = model.screenOf(snapshot);
        const isHome = pathOf(snapshot).at(-2) === 'Home';
        const typed = choice % 3 === 0 ? model.keysFor(snapshot, '5000') : undefined;
        const places = isHome
          ? [model.keyToChoose(screen, texts.funds), model.keyToChoose(screen, texts.reports)]
          : (typed ?? model.movesOf(snapshot, {}));
        const place = places[choice % Math.max(1, places.length)];
        const event = place && model.eventOf(place, snapshot, 0);
        if (event) machine.send(event as Parameters<typeof machine.send>[0]);
      }
      look(machine.getSnapshot());
    }
    machine.stop();
  }

  test('the registers balance, nothing comes that was not given, and there is a way on', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 100, maxLength: 300 }), (choices) => {
        work(choices, (snapshot) => {
          const memory = model.memoryOf(snapshot) as Memory;
          seen.add(pathOf(snapshot).join(' > '));
          expect(registersBalance(memory.registers)).toBe(true);
          expect(memory.registers.descending).toBe(factory.registers.descending);
          expect(memory.postal.receipts).toEqual([]);
          const isBusy = model.screenOf(snapshot).busy;
          const waits = pendingOf(snapshot).length > 0;
          expect(isBusy).toBe(waits);
          if (!waits) expect(model.movesOf(snapshot, {}).length).toBeGreaterThan(0);
        });
      }),
      { numRuns: 60, seed: 4 },
    );
    for (const place of [
      'Funds > Refill > Confirm > Ready',
      'Funds > Calling > Sending',
      'Funds > Call Failed > Ready',
      'Funds Reports > Refill Summary > Ready',
    ]) {
      expect(seen).toContain(place);
    }
  });
});
