import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
} from 'xstate';
import { type Digit, keys, oneDay, type Screen } from '#core';
import { pathOf } from '../place.ts';
import { keepsAccounts } from './accounts.ts';
import type { ChartSources } from './chart/setup.ts';
import { is400Chart } from './chart.ts';
import { answersTo } from './chart-answers.test-data.ts';
import { factory, memories, pinsOf, small } from './chart-memories.test-data.ts';
import type { PanelEvent } from './context.ts';
import { type FieldName, fieldSpec } from './fields.ts';
import type { Memory } from './memory.ts';
import { is400Model } from './model.ts';
import { contextOf, specOf } from './place.ts';
import { registersBalance, usageTiesToRegisters } from './registers.ts';
import { renderScreen } from './screens.ts';
import type { Field } from './text-entry.ts';

const keyEvents = keys.filter((key) => !/\d/.test(key)).map((type) => ({ type }) as PanelEvent);
/** All that hands can do besides typing. */
const hands: readonly PanelEvent[] = [...keyEvents, { type: 'FEED' }];

const isByHand = (event: PanelEvent | undefined): boolean =>
  event?.type === 'DIGIT' || (event !== undefined && hands.includes(event));

const digit = (key: string): PanelEvent => ({ type: 'DIGIT', digit: key as Digit });

/** Digits worth typing: the numbers of a list, a text of one letter, whole PINs, right and wrong. */
function typingFor(snapshot: AnyMachineSnapshot): readonly string[] {
  const spec = specOf(snapshot);
  if (spec.kind === 'list') return ['1', '2', '3', '4', '5', '6'];
  if (spec.kind !== 'field' || spec.field === 'postage') return ['1'];
  const { field, memory } = contextOf(snapshot);
  const { secret, asks } = fieldSpec(spec.field);
  if (!secret)
    return spec.field === 'accountNumber' ? ['1', '3'] : field.mode === 'upper' ? ['1'] : [];
  if (field.value !== '') return ['0'];
  const known = pinsOf(memory).slice(0, asks ? 4 : 2);
  return ['00', '0000', '9999', ...known];
}

/** The chart's own timers that run in this state. */
const timersOf = (snapshot: AnyMachineSnapshot): readonly PanelEvent[] =>
  // xstate keeps the active nodes here; its public snapshot type leaves them out.
  (snapshot as unknown as { _nodes: { after: { eventType: string }[] }[] })._nodes.flatMap((node) =>
    node.after.map(({ eventType }) => ({ type: eventType }) as unknown as PanelEvent),
  );

const known = new WeakMap<Memory, string>();

/** What the memory holds besides figures, as text. */
function dataOf(memory: Memory): string {
  const { mode, accounts, operators, sharedPin, creditPin } = memory;
  const text =
    known.get(memory) ??
    JSON.stringify([
      mode,
      accounts.map(({ usage: _, ...rest }) => rest),
      operators,
      sharedPin,
      creditPin,
    ]);
  known.set(memory, text);
  return text;
}

const callPlaces = ['Credit', 'Postal Inspection', 'Account Balance', 'Online Services'];

/** What matters where a snapshot stands; counters and leftovers would make every place a new one. */
function placeOf(snapshot: AnyMachineSnapshot): string {
  const { memory, session, list, shortcut, field, draft, files, notice, call } =
    contextOf(snapshot);
  const spec = specOf(snapshot);
  const { kind } = spec;
  const path = pathOf(snapshot);
  const within = (...names: readonly string[]): boolean =>
    names.some((name) => path.includes(name));
  const { mode, file: chosen, pin, accounts, ...rest } = draft;
  const entry = kind === 'field' ? [rest.of] : [rest, pin === null, [...accounts].sort()];
  return JSON.stringify([
    path,
    session,
    dataOf(memory),
    kind === 'list' ? [list, shortcut] : [],
    spec.kind === 'field' ? typed(spec.field, field) : [],
    kind === 'notice' ? notice?.text : [],
    within('Account List', 'Operator List', 'Account PIN Code', 'Account Report') ? entry : [],
    within('Account Mode Selection') ? mode : [],
    within('Import Account List') ? [files, chosen] : [],
    within(...callPlaces)
      ? [call?.step?.kind, call?.end, call?.notes.map((note) => note.kind), memory.postal.funds]
      : [],
  ]);
}

/** PINs on their way are all alike, and so are texts in whatever way the keys are read. */
const typed = (name: FieldName, { value, mode }: Field): readonly string[] =>
  !fieldSpec(name).secret
    ? [value, value === '' ? mode : '']
    : [value.length > 0 && value.length < small.profile.pinLength ? 'some' : value];

/** What must hold of the memory at any moment. */
function memoryProblems(memory: Memory): readonly string[] {
  const { mode, accounts, operators } = memory;
  const twice = (values: readonly string[]): boolean => new Set(values).size < values.length;
  const known = new Set(accounts.map(({ number }) => number));
  const checks: Readonly<Record<string, boolean>> = {
    'an account number twice': twice(accounts.map(({ number }) => number)),
    'an account name twice': twice(accounts.map(({ name }) => name)),
    'an operator name twice': twice(operators.map(({ name }) => name)),
    'an operator PIN twice': twice(operators.map(({ pin }) => pin)),
    'no account': keepsAccounts(mode) && mode !== 'remote' && accounts.length === 0,
    'no operator': mode === 'accounts-access' && operators.length === 0,
    'registers out of balance': !registersBalance(memory.registers),
    'a control total apart from the refills':
      memory.registers.controlTotal !== memory.registers.refilled,
    'usage apart from the registers': !usageTiesToRegisters(memory),
    'a PIN that is not four digits': pinsOf(memory).some((pin) => !/^\d{4}$/.test(pin)),
    'no shared PIN': mode === 'no-account-access' && memory.sharedPin === null,
    'a right to an account that is not there': operators.some((one) =>
      one.accounts.some((number) => !known.has(number)),
    ),
  };
  return Object.keys(checks).filter((name) => checks[name]);
}

/** What must hold of any display. */
function screenProblems(screen: Screen, snapshot: AnyMachineSnapshot): readonly string[] {
  const spec = specOf(snapshot);
  const { memory } = contextOf(snapshot);
  const shown = [screen.title, ...screen.rows.map(({ text }) => text), screen.field?.value ?? ''];
  const cursors = screen.rows.filter((row) => row.selected).length;
  const isChoice = spec.kind === 'list' && screen.rows.some(({ role }) => role === 'item');
  const checks: Readonly<Record<string, boolean>> = {
    'no title': screen.title === '',
    'a PIN in clear': pinsOf(memory).some((pin) => shown.some((text) => text.includes(pin))),
    'a place of a text that was not filled': shown.some((text) => text.includes('{')),
    'no cursor, or several': isChoice && cursors !== 1,
    'lines that nothing scrolls to': spec.kind === 'lines' && screen.more.below,
    'a refusal without words': spec.kind === 'notice' && screen.rows.length === 0,
  };
  return Object.keys(checks).filter((name) => checks[name]);
}

/**
 * A chart at power on, and what an event makes of a snapshot: one actor that is never started stands
 * behind every step, where `transition` of xstate would make a new one each time.
 */
function runOf(machine: AnyStateMachine, memory: Memory) {
  const self = createActor(machine, { input: { memory, now: 100 * oneDay } });
  const nothing = (): void => undefined;
  const scope: AnyActorScope = {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor: nothing,
  };
  const step = (snapshot: AnyMachineSnapshot, event: PanelEvent): AnyMachineSnapshot =>
    machine.transition(snapshot, event, scope);
  return { start: self.getSnapshot(), step };
}

interface Found {
  readonly path: readonly string[];
  readonly trail: string;
  /** Where some event leads, by place. */
  readonly next: Set<string>;
  readonly expanded: boolean;
}

interface Exploration {
  readonly places: ReadonlyMap<string, Found>;
  readonly problems: readonly string[];
}

const spoken = (event: PanelEvent): string => (event.type === 'DIGIT' ? event.digit : event.type);

/**
 * Breadth first from power on, with every key, envelope, timer and answer. What is reached by a
 * change of the data is looked at, and gone on from only as far as `changes` allows.
 */
function explore(memory: Memory, sources: ChartSources, changes = 0): Exploration {
  const machine: AnyStateMachine = is400Chart(sources);
  const problems = new Set<string>();
  const places = new Map<string, Found>();
  const { start, step } = runOf(machine, memory);
  let level: { snapshot: AnyMachineSnapshot; place: string; trail: string; changed: number }[] = [];
  const reach = (snapshot: AnyMachineSnapshot, trail: string, changed: number): string => {
    const place = placeOf(snapshot);
    if (places.has(place)) return place;
    const expanded = changed <= changes;
    const path = pathOf(snapshot);
    places.set(place, { path, trail, next: new Set(), expanded });
    const said = (problem: string): void =>
      void problems.add(`${path.join(' > ')}: ${problem} (${trail})`);
    try {
      const screen = renderScreen(specOf(snapshot), contextOf(snapshot), sources);
      screenProblems(screen, snapshot).forEach(said);
    } catch (error) {
      said(String(error));
    }
    memoryProblems(contextOf(snapshot).memory).forEach(said);
    sessionProblems(snapshot).forEach(said);
    if (expanded) level.push({ snapshot, place, trail, changed });
    return place;
  };
  reach(start, 'power on', 0);
  while (level.length > 0 && places.size < 6000) {
    const now = level;
    level = [];
    for (const { snapshot, place, trail, changed } of now) {
      const busy = specOf(snapshot).kind === 'busy';
      const press = (events: readonly PanelEvent[]): void => {
        let after = snapshot;
        for (const event of events) after = step(after, event);
        if (after === snapshot) return;
        const before = contextOf(snapshot).memory;
        const { memory: kept, session } = contextOf(after);
        const way = `${trail} ${events.map(spoken).join('')}`;
        if (busy && isByHand(events[0]) && placeOf(after) !== place)
          problems.add(`${pathOf(snapshot).join(' > ')} takes a key (${way})`);
        if (kept.registers.ascending !== before.registers.ascending && session.role !== 'user')
          problems.add(`franked without a user (${way})`);
        if (kept !== before)
          for (const one of memoryProblems(kept)) problems.add(`${one} (${way})`);
        const to = reach(after, way, changed + (dataOf(kept) === dataOf(before) ? 0 : 1));
        if (to !== place) places.get(place)?.next.add(to);
      };
      for (const event of [...hands, ...timersOf(snapshot), ...answersTo(snapshot)]) press([event]);
      for (const text of typingFor(snapshot)) press([...text].map(digit));
    }
  }
  return { places, problems: [...problems] };
}

/** Who franks is charged rightly. */
function sessionProblems(snapshot: AnyMachineSnapshot): readonly string[] {
  const { memory, session } = contextOf(snapshot);
  if (pathOf(snapshot)[0] !== 'Home') return [];
  const charged = memory.accounts.find(({ number }) => number === session.account);
  return keepsAccounts(memory.mode) && !charged?.active
    ? ['ready to frank without an active account']
    : [];
}

/** Places from which no key and no answer leads to where a session begins. */
function deadEnds({ places }: Exploration): readonly string[] {
  const back = new Map<string, string[]>();
  for (const [place, { next }] of places)
    for (const to of next) back.set(to, [...(back.get(to) ?? []), place]);
  const isStart = ({ path, expanded }: Found): boolean =>
    !expanded || path[0] === 'Home' || path[0] === 'Session Start';
  const alive = [...places].filter(([, found]) => isStart(found)).map(([place]) => place);
  const seen = new Set(alive);
  for (let place = alive.pop(); place !== undefined; place = alive.pop()) {
    for (const from of back.get(place) ?? []) {
      if (seen.has(from)) continue;
      seen.add(from);
      alive.push(from);
    }
  }
  const stuck = [...places.values()].filter(({ next, expanded }) => expanded && next.size === 0);
  return [...places]
    .filter(([place]) => !seen.has(place))
    .map(([, found]) => found)
    .concat(stuck)
    .map(({ path, trail }) => `${path.join(' > ')} (${trail})`);
}

/** The states that say what they show, as their paths. */
function screenStates(
  node: AnyStateMachine['root'],
  path: readonly string[] = [],
): readonly string[] {
  const inner = Object.entries(node.states).flatMap(([name, child]) =>
    screenStates(child, [...path, name]),
  );
  return node.meta?.screen ? [path.join(' > '), ...inner] : inner;
}

describe('from every memory', () => {
  const reached = new Set<string>();

  test.each(Object.keys(memories))(
    '%s: every place keeps the rules and leads on',
    (name) => {
      const exploration = explore(memories[name] ?? factory, small);
      for (const { path } of exploration.places.values())
        for (const index of path.keys()) reached.add(path.slice(0, index + 1).join(' > '));
      expect(exploration.problems.slice(0, 5)).toEqual([]);
      expect(deadEnds(exploration).slice(0, 5)).toEqual([]);
    },
    30_000,
  );

  test('every screen of the chart is reached from one of them', () => {
    const { root } = is400Chart(small) as AnyStateMachine;
    expect(screenStates(root).filter((path) => !reached.has(path))).toEqual([]);
  });
});

/** A machine as it is, for walks that nobody planned. */
const whole = is400Model('is-440').sources;

test('after any keys, envelopes and answers the memory and the display keep the rules', async () => {
  const machine: AnyStateMachine = is400Chart(whole);
  const anyMemory = fc.constantFrom(...Object.values(memories));
  const walk = fc.array(fc.nat(), { minLength: 150, maxLength: 150, size: 'max' });
  await fc.assert(
    fc.property(anyMemory, walk, (memory, choices) => {
      const { start, step } = runOf(machine, memory);
      let snapshot = start;
      for (const choice of choices) {
        const ways = [...hands, ...timersOf(snapshot), ...answersTo(snapshot)].map((one) => [one]);
        const texts = ['5', ...typingFor(snapshot)].map((text) => [...text].map(digit));
        const events = [...ways, ...texts][choice % (ways.length + texts.length)] ?? [];
        for (const event of events) snapshot = step(snapshot, event);
        const screen = renderScreen(specOf(snapshot), contextOf(snapshot), whole);
        expect(screenProblems(screen, snapshot)).not.toContain('no title');
        expect(memoryProblems(contextOf(snapshot).memory)).toEqual([]);
        expect(sessionProblems(snapshot)).toEqual([]);
      }
    }),
    { numRuns: 12 },
  );
}, 30_000);
