import { expect, test } from 'vitest';
import { type AnyMachineSnapshot, createActor } from 'xstate';
import type { Press } from '#core';
import { type is400, modelNamed } from '#models';
import { type Goal, Planner, type PlanStore } from './planner.ts';
import { specificationOf } from './shadow-model.ts';

const model = modelNamed('is-440');
const { machine, step } = specificationOf(model);
const credentials = { supervisor: '2468', operator: '1357' };

const factory = model.factoryMemory({ supervisorPin: '2468' }) as is400.Memory;
const account = (number: string): is400.Memory['accounts'][number] => ({
  number,
  name: `Account ${number}`,
  active: true,
  pin: null,
  usage: { items: 0, zeroItems: 0, postage: 0 },
});
const accounts: is400.Memory = {
  ...factory,
  mode: 'accounts',
  accounts: ['10', '20', '30'].map(account),
};

const startOf = (memory: is400.Memory): AnyMachineSnapshot =>
  createActor(machine, { input: { memory } }).getSnapshot();

const after = (press: Press, snapshot: AnyMachineSnapshot): AnyMachineSnapshot => {
  const event = model.eventOf(press, snapshot, 0);
  return event ? step(snapshot, event) : snapshot;
};

const pressed = (start: AnyMachineSnapshot, keys: readonly Press[]): AnyMachineSnapshot =>
  keys.reduce((snapshot, key) => after(key, snapshot), start);

const within = (...names: readonly string[]): Goal => ({
  name: names.join(' > '),
  reached: (snapshot) => names.every((name) => model.pathOf(snapshot).includes(name)),
});

const planner = (plans?: PlanStore): Planner => new Planner(model, step, plans);

/** The shortest length by trying every sequence of useful keys, one length after the other. */
function shortestByTrial(start: AnyMachineSnapshot, goal: Goal, most: number): number | undefined {
  let level = [start];
  for (let length = 0; length <= most; length += 1) {
    const found = level.some((one) => goal.reached(one));
    if (found) return length;
    level = level.flatMap((one) =>
      model
        .movesOf(one, credentials)
        .map((key) => after(key, one))
        .filter((next) => model.sameData(start, next)),
    );
  }
  return undefined;
}

test('where the meter already is, no key is needed', () => {
  expect(planner().plan(startOf(factory), within('Home'), { credentials, now: 0 })).toEqual([]);
});

test.each([
  ['the user menu', factory, within('User Menu')],
  ['a report', factory, within('Funds Summary')],
  ['the supervisor log-in', factory, within('Supervisor Log-in')],
  [
    'another account',
    accounts,
    {
      name: 'second row',
      reached: (snapshot: AnyMachineSnapshot) =>
        model
          .screenOf(snapshot)
          .rows.some((row) => row.selected === true && row.text.startsWith('20 ')),
    },
  ],
] as const)('a plan to %s is as short as any', (_what, memory, goal) => {
  const start = startOf(memory);
  const plan = planner().plan(start, goal, { credentials, now: 0 });
  expect(plan?.length).toBe(shortestByTrial(start, goal, 5));
  expect(goal.reached(pressed(start, plan ?? []))).toBe(true);
});

test('a plan types the PINs that are known', () => {
  const start = startOf(factory);
  const plan = planner().plan(start, within('Account Mode Selection'), { credentials, now: 0 });
  // MENU, entry 14, the PIN with OK, then two first entries; by numbers it is no shorter.
  expect(plan).toHaveLength(10);
  expect(plan?.slice(0, 8)).toEqual(['MENU', '1', '4', '2', '4', '6', '8', 'OK']);
});

test('without the PIN there is no way', () => {
  const goal = within('Account Management');
  expect(planner().plan(startOf(factory), goal, { credentials: {}, now: 0 })).toBeUndefined();
});

test('a plan never leads through a change of what the machine remembers', () => {
  const changed: Goal = {
    name: 'another mode',
    reached: (snapshot) => (model.memoryOf(snapshot) as is400.Memory).mode === 'accounts',
  };
  expect(planner().plan(startOf(factory), changed, { credentials, now: 0 })).toBeUndefined();
  // The screen that only a change of the mode opens:
  const told = within('Account Mode Changed');
  expect(planner().plan(startOf(factory), told, { credentials, now: 0 })).toBeUndefined();
});

test('a plan never ends at work that is not answered', () => {
  const busy = within('Export Account List', 'Writing');
  expect(planner().plan(startOf(accounts), busy, { credentials, now: 0 })).toBeUndefined();
});

test('a search gives up where it is told to', () => {
  const goal = within('Account Management');
  expect(planner().plan(startOf(factory), goal, { credentials, now: 0, limit: 3 })).toBeUndefined();
});

test('a plan is kept and used again, also on another memory, while it leads there', () => {
  const plans: PlanStore = new Map();
  const goal = within('Account List');
  const first = planner(plans).plan(startOf(accounts), goal, { credentials, now: 0 });
  expect(plans.size).toBe(1);
  const more = { ...accounts, accounts: [...accounts.accounts, account('40')] };
  expect(planner(plans).plan(startOf(more), goal, { credentials, now: 0 })).toBe(first);
});

test('a plan that no longer leads there is not used', () => {
  const plans: PlanStore = new Map();
  const goal: Goal = {
    name: 'the account 30',
    reached: (snapshot) =>
      model
        .screenOf(snapshot)
        .rows.some((row) => row.selected === true && row.text.startsWith('30 ')),
  };
  const start = startOf(accounts);
  const first = planner(plans).plan(start, goal, { credentials, now: 0 }) ?? [];
  const moved = startOf({ ...accounts, accounts: ['05', '10', '30'].map(account).toReversed() });
  const again = planner(plans).plan(moved, goal, { credentials, now: 0 }) ?? [];
  expect(again).not.toEqual(first);
  const screen = model.screenOf(pressed(moved, again));
  expect(screen.rows.find((row) => row.selected)?.text).toMatch(/^30 /);
});

test('a plan that leads there with a key in vain is not used', () => {
  const plans: PlanStore = new Map();
  const goal: Goal = {
    name: 'the account 30',
    reached: (snapshot) =>
      model
        .screenOf(snapshot)
        .rows.some((row) => row.selected === true && row.text.startsWith('30 ')),
  };
  const first = planner(plans).plan(startOf(accounts), goal, { credentials, now: 0 });
  const fewer = startOf({ ...accounts, accounts: ['10', '30'].map(account) });
  // In both lists the keys of the first plan end on the last account.
  expect(goal.reached(pressed(fewer, first ?? []))).toBe(true);
  expect(planner(plans).plan(fewer, goal, { credentials, now: 0 })).toHaveLength(
    (first?.length ?? 0) - 1,
  );
});
