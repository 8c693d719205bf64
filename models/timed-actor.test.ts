import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AnyActorRef, assign, cancel, createActor, raise, sendTo, setup } from 'xstate';
import { VirtualClock } from '#core';
import { timedActor } from './timed-actor.ts';

type Event = { readonly type: string };

const note = assign<{ heard: readonly string[] }, Event, undefined, Event, never>(
  ({ context, event }) => ({ heard: [...context.heard, event.type] }),
);

const ringing = setup({ types: { context: {} as { heard: readonly string[] } } }).createMachine({
  context: { heard: [] },
  on: { TOLD: { actions: note } },
  initial: 'On',
  states: {
    On: { after: { 70: { target: 'Off', actions: note } } },
    Off: { after: { 40: { target: 'On', actions: note } } },
  },
});

const chart = setup({
  types: { context: {} as { heard: readonly string[] }, events: {} as Event },
  actors: { ringing },
}).createMachine({
  context: { heard: [] },
  invoke: { src: 'ringing', id: 'listener' },
  initial: 'A',
  on: {
    ARM: { actions: raise({ type: 'LATE' }, { delay: 100, id: 'late' }) },
    DISARM: { actions: cancel('late') },
    NAMELESS: { actions: raise({ type: 'SOME TIME' }, { delay: 60 }) },
    '*': { actions: note },
  },
  states: {
    A: { on: { GO: 'B' }, after: { 50: { actions: note }, 90: { target: 'B', actions: note } } },
    B: {
      on: {
        GO: 'A',
        TELL: { actions: sendTo('listener', { type: 'TOLD' }, { delay: 30, id: 'told' }) },
      },
      invoke: { src: 'ringing', id: 'child' },
      after: { 130: { target: 'A', reenter: true, actions: note } },
    },
  },
});

const heardBy = (actor: AnyActorRef): readonly (readonly string[])[] => {
  const { context, children } = actor.getSnapshot();
  const { listener, child } = children;
  return [context, listener?.getSnapshot().context, child?.getSnapshot().context].map(
    (told) => told?.heard ?? [],
  );
};

const acts = fc.array(
  fc.oneof(
    fc.constantFrom('ARM', 'DISARM', 'NAMELESS', 'GO', 'TELL', 'NOTE'),
    fc.integer({ min: 1, max: 200 }),
  ),
  { minLength: 10, maxLength: 30 },
);

test('timers fire and are forgotten as on a clock of XState', async () => {
  await fc.assert(
    fc.property(acts, (way) => {
      const clocks = [new VirtualClock(), new VirtualClock()] as const;
      const [ours, theirs] = [
        timedActor(chart, undefined, clocks[0]).start(),
        createActor(chart, { clock: clocks[1] }).start(),
      ];
      for (const act of way) {
        if (typeof act === 'number') for (const clock of clocks) clock.advance(act);
        else for (const actor of [ours, theirs]) actor.send({ type: act });
        expect(heardBy(ours)).toEqual(heardBy(theirs));
        expect(clocks[0].nextDue()).toBe(clocks[1].nextDue());
      }
      for (const actor of [ours, theirs]) actor.stop();
      expect(clocks[0].nextDue()).toBe(clocks[1].nextDue());
    }),
    { numRuns: 300 },
  );
});

test('what a chart is begun with reaches it', () => {
  const machine = setup({
    types: { input: {} as { what: string }, context: {} as { what: string } },
  }).createMachine({ context: ({ input }) => input });
  const actor = timedActor(machine, { what: 'this' }, new VirtualClock());
  expect(actor.getSnapshot().context).toEqual({ what: 'this' });
});
