import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AnyActorLogic, assign, createActor, fromCallback, setup } from 'xstate';
import { keys, VirtualClock } from '#core';
import { is400Model } from './is400/index.ts';
import { KnownSteps } from './known-steps.ts';

interface Context {
  readonly count: number;
  readonly at: number;
  readonly files: ReadonlyMap<string, string>;
}

type Event =
  | { readonly type: 'PRESS'; readonly at: number }
  | { readonly type: 'FILES'; readonly files: ReadonlyMap<string, string> }
  | { readonly type: 'WAIT' | 'STAY' | 'CALL' | 'BACK'; readonly at?: number };

/** A machine that counts what it works out, and counts up by `by`. */
function counting(by = 1) {
  const worked = { out: 0 };
  const machine = setup({
    types: {
      context: {} as Context,
      events: {} as Event,
      input: {} as { readonly count: number },
    },
    actions: {
      count: assign(({ context, event }) => {
        worked.out += 1;
        return { count: context.count + by, at: event.type === 'PRESS' ? event.at : context.at };
      }),
      take: assign(({ event }) => {
        worked.out += 1;
        return event.type === 'FILES' ? { files: event.files } : {};
      }),
    },
    actors: { calling: fromCallback(() => undefined) },
  }).createMachine({
    context: ({ input }) => ({ count: input.count, at: 0, files: new Map() }),
    initial: 'Ready',
    on: {
      PRESS: { actions: 'count' },
      FILES: { actions: 'take' },
    },
    states: {
      Ready: { on: { WAIT: 'Waiting', CALL: 'Calling' } },
      Waiting: {
        after: { 1000: 'Late' },
        on: { STAY: 'Ready', FILES: { target: 'Waiting', reenter: true, actions: 'take' } },
      },
      Late: {},
      Calling: { invoke: { src: 'calling' }, on: { BACK: 'Ready' } },
    },
  });
  return { machine, worked };
}

function run(logic: AnyActorLogic, input: unknown = { count: 0 }) {
  const clock = new VirtualClock();
  const actor = createActor(logic, { input, clock }).start();
  return {
    clock,
    send: (event: Event) => actor.send(event),
    snapshot: () => actor.getSnapshot(),
    context: () => actor.getSnapshot().context as Context,
    value: () => actor.getSnapshot().value as string,
  };
}

const press: Event = { type: 'PRESS', at: 1 };

/** Monday, 5 January 2026, 9:00. */
const morning = 1_767_603_600_000;

test('what one meter did is not worked out again for another', () => {
  const { machine, worked } = counting();
  const { logic } = new KnownSteps(machine);
  const [one, other] = [run(logic), run(logic)];
  for (const meter of [one, other]) for (let key = 0; key < 3; key += 1) meter.send(press);
  expect(other.context().count).toBe(3);
  expect(other.snapshot()).toBe(one.snapshot());
  expect(worked.out).toBe(3);
});

test('meters that began otherwise, or at another time, share no step', () => {
  const { machine } = counting();
  const { logic } = new KnownSteps(machine);
  const [one, other] = [run(logic, { count: 0 }), run(logic, { count: 7 })];
  one.send(press);
  other.send(press);
  expect([one.context().count, other.context().count]).toEqual([1, 8]);
  one.send({ type: 'PRESS', at: 2 });
  const late = run(logic);
  late.send(press);
  late.send({ type: 'PRESS', at: 3 });
  expect([one.context().at, late.context().at]).toEqual([2, 3]);
});

test('when an event comes counts only where the chart asks for it', () => {
  const { machine, worked } = counting();
  const { logic } = new KnownSteps(machine);
  const late = { type: 'STAY', at: 5 } as const;
  const meters = [run(logic), run(logic), run(logic)];
  for (const [index, meter] of meters.entries()) {
    meter.send({ type: 'WAIT' });
    meter.send({ ...late, at: index });
  }
  const [one, other, third] = meters.map((meter) => meter.snapshot());
  expect(other).toBe(one);
  expect(third).toBe(one);
  for (const at of [1, 2, 1]) run(logic).send({ type: 'PRESS', at });
  expect(worked.out).toBe(2);
});

test('who has lived long comes back to the snapshot of before, by whatever keys', () => {
  const { machine, worked } = counting(0);
  const { logic } = new KnownSteps(machine, { mergeAfter: 3 });
  const meter = run(logic);
  const seen = Array.from({ length: 9 }, () => {
    meter.send(press);
    return meter.snapshot();
  });
  expect(new Set(seen.slice(0, 3)).size).toBe(3);
  expect(new Set(seen.slice(3)).size).toBe(1);
  expect(worked.out).toBe(5);
  meter.send({ type: 'WAIT' });
  meter.send({ type: 'STAY' });
  expect(meter.snapshot()).toBe(seen[8]);
  const young = run(logic);
  young.send(press);
  expect(young.snapshot()).toBe(seen[0]);
});

test('two charts share no step, though they differ in one rule only', () => {
  const [sound, faulty] = [counting(1), counting(2)].map(
    ({ machine }) => new KnownSteps(machine).logic,
  );
  if (!sound || !faulty) throw new Error('there are two');
  const counts = [sound, faulty, sound, faulty].map((logic) => {
    const meter = run(logic);
    meter.send(press);
    return meter.context().count;
  });
  expect(counts).toEqual([1, 2, 1, 2]);
});

test('a timer is armed and disarmed on the clock of each meter', () => {
  const { logic } = new KnownSteps(counting().machine);
  const [one, other, third] = [run(logic), run(logic), run(logic)];
  one.send({ type: 'WAIT' });
  other.clock.advance(500);
  other.send({ type: 'WAIT' });
  third.send({ type: 'WAIT' });
  one.clock.advance(1000);
  expect([one.value(), other.value(), third.value()]).toEqual(['Late', 'Waiting', 'Waiting']);
  other.clock.advance(1000);
  third.send({ type: 'STAY' });
  expect([other.value(), third.value()]).toEqual(['Late', 'Ready']);
  expect(third.clock.nextDue()).toBeUndefined();
});

test('work that is begun belongs to one meter', () => {
  const { logic } = new KnownSteps(counting().machine);
  const [one, other] = [run(logic), run(logic)];
  for (const meter of [one, other]) meter.send({ type: 'CALL' });
  const [mine] = Object.values(one.snapshot().children);
  const [theirs] = Object.values(other.snapshot().children);
  expect(mine).toBeDefined();
  expect(theirs).toBeDefined();
  expect(mine).not.toBe(theirs);
});

test('an event that brings data along is worked out each time', () => {
  const { logic } = new KnownSteps(counting().machine);
  const [one, other] = [run(logic), run(logic)];
  one.send({ type: 'FILES', files: new Map([['A.CSV', '1']]) });
  other.send({ type: 'FILES', files: new Map([['B.CSV', '2']]) });
  expect([...other.context().files]).toEqual([['B.CSV', '2']]);
});

test('the very same event that brings data along is worked out once where it comes again', () => {
  const { machine, worked } = counting();
  const { logic } = new KnownSteps(machine);
  const [tried, taken, elsewhere] = [run(logic), run(logic), run(logic)];
  const files: Event = { type: 'FILES', files: new Map([['A.CSV', '1']]) };
  for (const meter of [tried, taken]) meter.send({ type: 'WAIT' });
  tried.send(files);
  taken.clock.advance(500);
  taken.send(files);
  expect(worked.out).toBe(1);
  expect(taken.snapshot()).toBe(tried.snapshot());
  taken.clock.advance(999);
  expect(taken.value()).toBe('Waiting');
  taken.clock.advance(1);
  expect(taken.value()).toBe('Late');
  elsewhere.send(files);
  expect([elsewhere.value(), worked.out]).toEqual(['Ready', 2]);
});

test('what begins work is worked out for each, also by the very same event', () => {
  const machine = setup({
    types: { events: {} as Event },
    actors: { calling: fromCallback(() => undefined) },
  }).createMachine({
    on: { FILES: '.Calling' },
    initial: 'Ready',
    states: { Ready: {}, Calling: { invoke: { src: 'calling' } } },
  });
  const { logic } = new KnownSteps(machine);
  const [one, other] = [run(logic), run(logic)];
  const files: Event = { type: 'FILES', files: new Map() };
  for (const meter of [one, other]) meter.send(files);
  const [mine, theirs] = [one, other].map((meter) => Object.values(meter.snapshot().children)[0]);
  expect(mine).toBeDefined();
  expect(theirs).toBeDefined();
  expect(mine).not.toBe(theirs);
});

test('no more steps are kept than the limit says', () => {
  const { machine, worked } = counting();
  const { logic } = new KnownSteps(machine, { limit: 4 });
  const [one, other] = [run(logic), run(logic)];
  for (let at = 0; at < 10; at += 1) one.send({ type: 'PRESS', at });
  for (let at = 0; at < 10; at += 1) other.send({ type: 'PRESS', at });
  expect(other.context().count).toBe(10);
  expect(worked.out).toBeGreaterThan(15);
});

test.each([
  ['', {}],
  [', and merges', { mergeAfter: 0 }],
  [', merges and forgets', { mergeAfter: 5, limit: 40 }],
])(
  'a chart that remembers%s goes where one goes that does not, and arms the same timers',
  async (_, options) => {
    const model = is400Model('is-440');
    const machine = model.chart();
    const { logic } = new KnownSteps(machine, options);
    const memory = model.factoryMemory({ supervisorPin: '1234' });
    const begin = (chart: AnyActorLogic) => {
      const clock = new VirtualClock(morning);
      const actor = createActor(chart, { input: { memory, now: clock.now() }, clock }).start();
      return { clock, actor };
    };
    const act = fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...keys) },
      { weight: 1, arbitrary: fc.constantFrom(100, 1500, 86_400_000) },
    );
    await fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const plain = begin(machine);
        const remembering = begin(logic);
        for (const one of acts) {
          for (const { clock, actor } of [plain, remembering]) {
            if (typeof one === 'number') clock.advance(one);
            else actor.send(model.eventOf(one, actor.getSnapshot(), clock.now()) ?? { type: 'C' });
          }
          const [seen, expected] = [remembering.actor.getSnapshot(), plain.actor.getSnapshot()];
          expect(seen.value).toEqual(expected.value);
          expect(seen.context).toEqual(expected.context);
          expect(remembering.clock.nextDue()).toBe(plain.clock.nextDue());
        }
      }),
      { numRuns: 200 },
    );
  },
);
