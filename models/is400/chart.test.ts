import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
} from 'xstate';
import { type Digit, keys, oneDay, type PeerAnswer, type Screen } from '#core';
import { plain } from '../fact.ts';
import { pathOf, pendingOf } from '../place.ts';
import { keepsAccounts } from './accounts.ts';
import type { ChartSources } from './chart/setup.ts';
import { is400Chart } from './chart.ts';
import type { PanelEvent, StickFailure } from './context.ts';
import { type FieldName, fieldSpec } from './fields.ts';
import { type Account, factoryMemory, type Memory, noUsage, type Operator } from './memory.ts';
import { is400Model } from './model.ts';
import { contextOf, specOf } from './place.ts';
import { profiles } from './profiles.ts';
import { registersBalance, usageTiesToRegisters } from './registers.ts';
import { is400Rules } from './rules.ts';
import { renderScreen } from './screens.ts';
import type { Field } from './text-entry.ts';
import { texts } from './texts.en-GB.ts';

/** A machine whose fields and lists are short, so that all of its places can be visited. */
const small: ChartSources = {
  profile: {
    ...plain(profiles['is-420']),
    accountNumberLength: 1,
    accountNameLength: 1,
    operatorNameLength: 1,
    accountCapacity: 3,
    operatorCapacity: 2,
    maxPostage: 9,
    refill: { least: 1, most: 9, step: 1, usual: 2 },
    keyCharacters: { '1': 'AD' },
  },
  texts,
  rules: is400Rules,
};

const account = (number: string, name: string, more: Partial<Account> = {}): Account => ({
  number,
  name,
  active: true,
  pin: null,
  usage: noUsage,
  ...more,
});
const operator = (name: string, pin: string, more: Partial<Operator> = {}): Operator => ({
  name,
  pin,
  active: true,
  accounts: ['3'],
  ...more,
});

const supervisorPin = '2468';
const factory = factoryMemory({
  serial: '440000123',
  rates: 'factory',
  software: '1.0.0',
  supervisorPin,
  credit: 12,
});
const three = [account('3', 'A'), account('4', 'Q'), account('5', 'R', { active: false })];
const used = account('3', 'A', { usage: { items: 1, zeroItems: 0, postage: 7 } });
const registers = {
  ...factory.registers,
  ascending: 7,
  descending: 5,
  controlTotal: 12,
  items: 1,
  zeroItems: 0,
};
const pair = [account('3', 'A'), account('5', 'R', { active: false })];
const two = [operator('A', '1357'), operator('Y', '8642', { accounts: [] })];
const withPins = three.map((one) => ({ ...one, pin: one.number === '4' ? null : '3141' }));

/** Memories from which together every screen can be reached. */
const memories: Readonly<Record<string, Memory>> = {
  'no account': factory,
  'no account, access control': { ...factory, mode: 'no-account-access', sharedPin: '2718' },
  accounts: { ...factory, mode: 'accounts', accounts: [used, ...three.slice(1)], registers },
  'accounts, one left': { ...factory, mode: 'accounts', accounts: three.slice(0, 1) },
  'accounts, none active': { ...factory, mode: 'accounts', accounts: three.slice(2) },
  'access control': { ...factory, mode: 'accounts-access', accounts: pair, operators: two },
  'access control, one operator': {
    ...factory,
    mode: 'accounts-access',
    accounts: pair,
    operators: two.slice(0, 1),
  },
  'account PINs': { ...factory, mode: 'account-pin', accounts: withPins.slice(0, 2) },
  'account PINs, one account': { ...factory, mode: 'account-pin', accounts: withPins.slice(0, 1) },
  'account PINs, one without': { ...factory, mode: 'account-pin', accounts: withPins.slice(1, 2) },
  remote: { ...factory, mode: 'remote', accounts: three, operators: two },
  'remote, no account': { ...factory, mode: 'remote' },
  'a PIN for credit': { ...factory, creditPin: '2718' },
  'credit that was asked for': {
    ...factory,
    postal: {
      ...factory.postal,
      funds: { key: 'k', source: 'account', amount: 3, ascending: 0, controlTotal: 12 },
    },
  },
  locked: { ...factory, registers: { ...factory.registers, inspected: 0, watchdog: oneDay } },
};

const pinsOf = (memory: Memory): readonly string[] =>
  [
    memory.supervisorPin,
    memory.sharedPin,
    memory.creditPin,
    ...memory.accounts.map(({ pin }) => pin),
    ...memory.operators.map(({ pin }) => pin),
  ].filter((pin) => pin !== null);

const keyEvents = keys.filter((key) => !/\d/.test(key)).map((type) => ({ type }) as PanelEvent);
/** All that hands can do besides typing. */
const hands: readonly PanelEvent[] = [...keyEvents, { type: 'FEED' }];

const isByHand = (event: PanelEvent | undefined): boolean =>
  event?.type === 'DIGIT' || (event !== undefined && hands.includes(event));

const digit = (key: string): PanelEvent => ({ type: 'DIGIT', digit: key as Digit });

const file = 'ACS_20260105_090000.CSV';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const failures: readonly StickFailure[] = [
  'absent',
  'write-protected',
  'full',
  'unreadable',
  'exists',
  'pulled',
];
const stickFailures = failures.map((reason): PanelEvent => ({ type: 'STICK.FAILED', reason }));

/** Every kind of answer to each kind of work. */
const answers: Readonly<Record<string, readonly PanelEvent[]>> = {
  listAccountFiles: [
    { type: 'STICK.FILES', names: [] },
    { type: 'STICK.FILES', names: ['NOTES.TXT', file, 'ACS_20260106_090000.CSV'] },
    ...stickFailures,
  ],
  readAccountFile: [
    { type: 'STICK.CONTENT', bytes: bytes('') },
    { type: 'STICK.CONTENT', bytes: bytes('1;A;Active\r\n3;B;Active\n2;D\n') },
    ...stickFailures,
  ],
  writeAccountFile: [{ type: 'STICK.WRITTEN' }, ...stickFailures],
  askPc: [
    { type: 'PC.ACCOUNTS', accounts: [] },
    { type: 'PC.ACCOUNTS', accounts: [{ number: '4', name: 'N', active: true }] },
    { type: 'PC.FAILED' },
  ],
};

/** What the server may make of the message under way, and ways to lose it. */
function serverAnswers(snapshot: AnyMachineSnapshot): readonly PanelEvent[] {
  const { call, memory, now } = contextOf(snapshot);
  const { registers, postal } = memory;
  const account = { number: '1', prepaid: 5, credit: 3 };
  const { ascending, controlTotal } = postal.funds ?? registers;
  const amount = postal.funds?.amount ?? 0;
  const version = 1;
  const sequence = registers.sequence + 1;
  const granted = {
    version,
    status: 'granted',
    sequence,
    amount,
    ascending,
    controlTotal,
    account,
  };
  const registersDiffer = { version, status: 'refused', reason: 'registers differ' };
  const bodies: Readonly<Record<string, readonly object[]>> = {
    session: [
      {
        version,
        nonce: registers.challenge?.nonce,
        session: 's',
        account,
        transfer: null,
        packages: [],
        diagnosticsWanted: true,
      },
    ],
    funds: [
      granted,
      { ...granted, sequence: sequence + 1 },
      { ...registersDiffer, most: 0, account },
      { ...registersDiffer, reason: 'not enough funds', most: 4, account },
    ],
    inspection: [{ version, status: 'passed' }, registersDiffer],
    diagnostics: [{ version, received: true }],
    end: [{ version, ended: true }],
  };
  const said = (bodies[call?.step?.kind ?? ''] ?? []).map(
    (body): PeerAnswer => ({ status: 'answered', code: 200, body: JSON.stringify(body) }),
  );
  const lost: readonly PeerAnswer[] = [
    { status: 'unreachable' },
    { status: 'answered', code: 503, body: '' },
  ];
  return [...said, ...lost].map((answer) => ({ type: 'DATA_CENTRE.ANSWER', answer, at: now }));
}

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

const answersTo = (snapshot: AnyMachineSnapshot): readonly PanelEvent[] =>
  pendingOf(snapshot).flatMap((work) =>
    work === 'sendToDataCentre' ? serverAnswers(snapshot) : (answers[work] ?? []),
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
