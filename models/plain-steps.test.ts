import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AnyActorRef,
  type AnyActorScope,
  type AnyEventObject,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyStateNode,
  assign,
  cancel,
  createActor,
  enqueueActions,
  fromCallback,
  not,
  raise,
  setup,
} from 'xstate';
import { modelNames } from './identity.ts';
import { type Model, modelNamed } from './index.ts';
import { plainSteps } from './plain-steps.ts';

/** A meter's way through a chart that notes what is asked of the world; calls are never answered. */
function walker(machine: AnyStateMachine, input: unknown) {
  const actor = createActor(machine, { input });
  const asked: unknown[] = [];
  const scope: AnyActorScope = {
    self: actor,
    system: actor.system,
    id: '',
    sessionId: '',
    logger: () => undefined,
    defer: () => undefined,
    emit: () => undefined,
    stopChild: () => undefined,
    actionExecutor: ({ type, params }) => {
      const { actorRef: _own, ...said } = { ...(params as object) } as { actorRef?: AnyActorRef };
      // What is spawned and stopped is an actor of its own each time.
      asked.push({ type, said: type === 'xstate.stopChild' ? (params as AnyActorRef)?.id : said });
    },
  };
  return { begun: actor.getSnapshot() as AnyMachineSnapshot, scope, asked };
}

const standing = ({ value, tags, _nodes, status, context, children }: AnyMachineSnapshot) => ({
  value,
  tags: [...tags],
  states: _nodes.map(({ id }: AnyStateNode) => id),
  status,
  context,
  children: Object.keys(children),
});

/** Takes a step in both ways, from the same snapshot. */
function takesAlike(machine: AnyStateMachine, input: unknown) {
  const ours = walker(machine, input);
  const xstates = walker(machine, input);
  const take = plainSteps(machine);
  const step = (before: AnyMachineSnapshot, event: AnyEventObject): AnyMachineSnapshot => {
    const after = take(before, event, ours.scope);
    const expected = machine.transition(before, event, xstates.scope);
    expect(standing(after)).toEqual(standing(expected));
    expect(after === before).toBe(expected === before);
    expect(ours.asked.splice(0)).toEqual(xstates.asked.splice(0));
    return after;
  };
  return { begun: ours.begun, step };
}

interface Context {
  readonly done: readonly string[];
  readonly count: number;
}

type Event = { readonly type: string; readonly at?: number };

/** Every kind of transition that there is, and some that there are not in any machine. */
const everyKind = setup({
  types: { context: {} as Context, events: {} as Event },
  actions: {
    note: assign(
      ({ context, event }: { context: Context; event: Event }, params: { what: string }) => ({
        done: [...context.done, `${params.what} ${event.type}`].slice(-9),
        count: context.count + 1,
      }),
    ),
    arm: raise({ type: 'LATE' }, { delay: 'soon', id: 'late' }),
    disarm: cancel('late'),
    shout: raise({ type: 'SHOUTED' }),
    print: () => undefined,
  },
  delays: { soon: 100 },
  guards: {
    isLong: ({ context }) => context.done.length > 4,
    isWoken: ({ event }) => event.type === 'WAKE',
    isCounted: ({ context }, params: { by: number }) => context.count % params.by === 0,
    isOdd: not({ type: 'isCounted', params: { by: 2 } }),
  },
  actors: { calling: fromCallback<Event, { said: number }>(() => undefined) },
}).createMachine({
  context: { done: [], count: 0 },
  initial: 'A',
  entry: { type: 'note', params: { what: 'enter all' } },
  on: {
    ROOT: '.B',
    INNER: { target: '#deep' },
    WHOLE: { target: '#(machine)', actions: { type: 'note', params: { what: 'whole' } } },
  },
  states: {
    A: {
      tags: 'first',
      entry: { type: 'note', params: { what: 'enter A' } },
      exit: { type: 'note', params: { what: 'leave A' } },
      initial: 'One',
      on: {
        NOTE: {
          actions: { type: 'note', params: ({ event }) => ({ what: `noted ${event.type}` }) },
        },
        STAY: { target: 'A', actions: { type: 'note', params: { what: 'stay' } } },
        AGAIN: { target: 'A', reenter: true },
        OUT: 'B',
        DOWN: '.Two',
        NEVER: {},
        BOTH: { actions: enqueueActions(({ enqueue }) => enqueue.assign({ done: ['both'] })) },
        TOP: '#(machine)',
        SHOUTED: { actions: { type: 'note', params: { what: 'heard' } } },
      },
      states: {
        One: {
          tags: ['inner', 'first'],
          exit: { type: 'note', params: { what: 'leave One' } },
          on: {
            NEXT: [
              { guard: 'isLong', target: 'Two', actions: ['print', 'arm'] },
              { target: 'Two', actions: ['arm', { type: 'note', params: { what: 'next' } }] },
            ],
            SELF: {
              target: 'One',
              reenter: true,
              actions: { type: 'note', params: { what: 'self' } },
            },
            UP: '#(machine).A',
          },
        },
        Two: {
          after: { 500: 'One', soon: { actions: { type: 'note', params: { what: 'soon' } } } },
          on: { NEXT: { target: 'One', actions: 'disarm' }, SHOUT: { actions: 'shout' } },
        },
      },
    },
    B: {
      entry: [{ type: 'note', params: { what: 'enter B' } }, 'arm'],
      exit: 'disarm',
      initial: 'Ready',
      states: {
        Ready: {
          on: {
            CHECK: 'Checking',
            WATCH: 'Watching',
            CALL: 'Calling',
            DECIDE: 'Deciding',
            PRINT: 'Printing',
            ROUND: 'Rounds',
            END: 'Ended',
            DEEP: { target: '#deep' },
          },
        },
        Watching: { always: { guard: 'isWoken', target: 'Ready' }, on: { NEXT: 'Ready' } },
        Checking: { always: [{ guard: 'isLong', target: '#(machine).A' }, { target: 'Ready' }] },
        Calling: {
          entry: { type: 'note', params: { what: 'enter Calling' } },
          exit: { type: 'note', params: { what: 'leave Calling' } },
          invoke: [
            { src: 'calling', input: ({ context }) => ({ said: context.count }) },
            { src: 'calling', id: 'second', input: { said: 0 } },
          ],
          initial: { target: 'Ringing', actions: { type: 'note', params: { what: 'ring' } } },
          on: { NEXT: 'Ready', SELF: { target: 'Calling', reenter: true }, WAKE: 'Deciding' },
          states: { Ringing: { on: { DOWN: 'Talking' } }, Talking: {} },
        },
        Deciding: {
          always: [
            { guard: { type: 'isCounted', params: { by: 3 } }, target: 'Levels' },
            { guard: ({ context }) => context.count % 4 === 0, target: 'Calling' },
            { target: 'Passing', actions: { type: 'note', params: { what: 'pass' } } },
          ],
        },
        Passing: { always: { target: 'Calling', guard: not('isWoken') }, on: { NEXT: 'Ready' } },
        Rounds: {
          initial: 'First',
          always: { guard: { type: 'isCounted', params: { by: 7 } }, target: 'Ready' },
          on: { NEXT: 'Ready', NOTE: { actions: { type: 'note', params: { what: 'round' } } } },
          states: {
            First: {
              always: {
                guard: ({ context }) => context.count % 4 !== 0,
                target: 'Second',
                actions: { type: 'note', params: { what: 'one more' } },
              },
            },
            Second: { always: 'First' },
          },
        },
        Levels: {
          always: { guard: 'isOdd', target: 'Ready' },
          initial: 'Inner',
          states: {
            Inner: {
              always: { guard: 'isLong', target: '#(machine).A' },
              on: { NEXT: '#(machine).B.Ready' },
            },
          },
        },
        Printing: {
          always: [{ guard: 'isOdd', target: 'Ready', actions: 'print' }, { target: 'Calling' }],
        },
        Ended: { type: 'final' },
        Outer: {
          exit: { type: 'note', params: { what: 'leave Outer' } },
          initial: { target: 'Deep', actions: { type: 'note', params: { what: 'begin' } } },
          states: { Deep: { id: 'deep', on: { NEXT: '#(machine).B.Ready' } }, Other: {} },
        },
      },
      onDone: { target: 'A', actions: { type: 'note', params: { what: 'done' } } },
      on: { SHOUTED: '.Outer.Other', OUTER: '.Outer', OUT: '#(machine).A.Two' },
    },
  },
});

const types = [
  ...['ROOT', 'INNER', 'DEEP', 'WHOLE', 'NOTE', 'STAY', 'AGAIN', 'OUT', 'DOWN', 'NEVER'],
  ...['NEXT', 'SELF', 'UP', 'SHOUT', 'CHECK', 'CALL', 'END', 'SHOUTED', 'LATE', 'NOBODY'],
  ...['WATCH', 'WAKE', 'BOTH', 'TOP', 'OUTER', 'DECIDE', 'PRINT', 'ROUND'],
  ...['xstate.after.500.(machine).A.Two', 'xstate.after.soon.(machine).A.Two', 'xstate.stop'],
];

test('steps of every kind go where XState says, and ask the same of the world', async () => {
  await fc.assert(
    fc.property(fc.array(fc.constantFrom(...types), { minLength: 60, maxLength: 60 }), (events) => {
      const { begun, step } = takesAlike(everyKind, undefined);
      let snapshot = begun;
      for (const type of events) snapshot = step(snapshot, { type });
    }),
    { numRuns: 1000 },
  );
});

test('work that the whole system knows by a name, and watches, is begun as such', () => {
  const machine = setup({ actors: { calling: fromCallback(() => undefined) } }).createMachine({
    initial: 'Ready',
    states: {
      Ready: { on: { CALL: 'Calling' } },
      Calling: {
        invoke: [
          { src: 'calling', systemId: 'the call', onSnapshot: { actions: () => undefined } },
          { src: 'calling' },
        ],
      },
    },
  });
  const { begun, step } = takesAlike(machine, undefined);
  const calling = step(begun, { type: 'CALL' });
  expect(Object.values(calling.children)).toMatchObject([
    { systemId: 'the call', options: { syncSnapshot: true } },
    { systemId: undefined, options: { syncSnapshot: false } },
  ]);
});

test.each([
  ['in several states at a time', { type: 'parallel', states: { A: {}, B: {} } }],
  [
    'that remembers',
    { initial: 'A', states: { A: { initial: 'H', states: { H: { type: 'history' } } } } },
  ],
  ['with events by pattern', { initial: 'A', states: { A: { on: { 'SOME.*': {} } } } }],
  ['with any event', { on: { '*': {} } }],
] as const)('a chart %s is left to XState', (_, config) => {
  const machine: unknown = setup({}).createMachine(config as never);
  const { transition } = machine as AnyStateMachine;
  expect(plainSteps(machine as AnyStateMachine)).toBe(transition);
});

/** Any of the presses that lead on from a place, at times that go on. */
const way = fc.array(fc.tuple(fc.nat(), fc.constantFrom(0, 300, 2000, 86_400_000)), {
  minLength: 20,
  maxLength: 80,
});

test.each(modelNames)(
  'the chart of %s goes where XState says, by any keys or taps',
  async (name) => {
    const model: Model = modelNamed(name);
    const machine = model.chart();
    const memory = model.factoryMemory({ supervisorPin: '1234' });
    const begun = 1_767_603_600_000;
    await fc.assert(
      fc.property(way, (acts) => {
        const { begun: first, step } = takesAlike(machine, { memory, now: begun });
        let snapshot = first;
        let now = begun;
        for (const [any, later] of acts) {
          now += later;
          const moves = model.movesOf(snapshot, { supervisor: '1234' });
          const press = moves[any % moves.length];
          const event = press === undefined ? undefined : model.eventOf(press, snapshot, now);
          if (event) snapshot = step(snapshot, event);
        }
      }),
      { numRuns: 40 },
    );
  },
);
