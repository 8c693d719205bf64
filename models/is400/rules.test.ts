import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain } from '../fact.ts';
import { canAfford } from '../registers.ts';
import {
  type Account,
  type AccountMode,
  accountModes,
  factoryMemory,
  type Memory,
  noUsage,
  type Operator,
} from './memory.ts';
import { parseMemory } from './memory-schema.ts';
import { profiles } from './profiles.ts';
import { is400Rules as rules } from './rules.ts';

const profile = plain(profiles['is-440']);
const factory = factoryMemory({
  serial: '440000123',
  rates: 'factory',
  software: '1.0.0',
  supervisorPin: '2468',
  credit: 10_000,
});

const account = (number: string, more: Partial<Account> = {}): Account => ({
  number,
  name: `Account ${number}`,
  active: true,
  pin: null,
  usage: noUsage,
  ...more,
});
const operator = (name: string, pin: string, accounts: readonly string[] = []): Operator => ({
  name,
  pin,
  active: true,
  accounts,
});
const memoryWith = (more: Partial<Memory>): Memory => ({ ...factory, mode: 'accounts', ...more });

const numbers = ['1', '2', '3', '4'] as const;
const number = fc.constantFrom(...numbers);
const value = fc.integer({ min: 0, max: 400 });

/** Anything that can be done to the memory, as the chart would do it: asking first. */
const deed: fc.Arbitrary<(memory: Memory) => Memory> = fc.oneof(
  fc.tuple(number, fc.boolean()).map(
    ([one, active]) =>
      (memory: Memory) =>
        rules.numberTaken(memory, one) || rules.nameTaken(memory, `Account ${one}`)
          ? memory
          : rules.addAccount(memory, { number: one, name: `Account ${one}`, active, pin: null }),
  ),
  number.map(
    (one) => (memory: Memory) =>
      memory.accounts.length > 1 ? rules.deleteAccount(memory, one) : memory,
  ),
  fc.tuple(number, fc.boolean()).map(
    ([one, active]) =>
      (memory: Memory) =>
        rules.editAccount(memory, one, { name: `Account ${one}`, active, pin: '3141' }),
  ),
  fc.constantFrom(...accountModes).map((mode) => (memory: Memory) => {
    if (mode === 'remote' || rules.modeNeedsAccount(memory, mode)) return memory;
    const pin = rules.pinForMode(memory, mode) === null ? null : '1357';
    return rules.changeMode(memory, mode, pin, profile);
  }),
  fc.uniqueArray(number).map(
    (list) => (memory: Memory) =>
      rules.takeRemoteAccounts(
        memory,
        list.map((one) => ({ number: one, name: `Account ${one}`, active: true })),
      ),
  ),
  fc.tuple(fc.option(number), value).map(
    ([charged, postage]) =>
      (memory: Memory) =>
        canAfford(memory.registers, postage) ? rules.frank(memory, charged, postage) : memory,
  ),
);

test('whatever is done, the registers balance and all that was charged ties to them', async () => {
  await fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
      let memory: Memory = factory;
      for (const act of deeds) {
        memory = act(memory);
        expect(rules.registersBalance(memory.registers)).toBe(true);
        expect(rules.usageTiesToRegisters(memory)).toBe(true);
        expect(memory.registers.controlTotal).toBe(10_000);
        expect(memory.accounts).toEqual(
          memory.accounts.toSorted((a, b) => (a.number < b.number ? -1 : 1)),
        );
      }
      expect(parseMemory(JSON.stringify(memory))).toEqual(memory);
    }),
    { numRuns: 200 },
  );
});

describe('franking', () => {
  const memory = memoryWith({ accounts: [account('1'), account('2')] });

  test('moves the registers and charges the account, together', () => {
    const after = rules.frank(memory, '2', 145);
    expect(after.registers).toMatchObject({
      ascending: 145,
      descending: 9855,
      controlTotal: 10_000,
      items: 1,
      zeroItems: 0,
    });
    expect(after.accounts.map(({ usage }) => usage.postage)).toEqual([0, 145]);
    expect(rules.imprintBetween(memory, after)).toEqual({ value: 145, item: 1 });
  });

  test('with a value of zero counts an item of its own kind', () => {
    const after = rules.frank(rules.frank(memory, '1', 0), '1', 5);
    expect(after.registers).toMatchObject({ items: 1, zeroItems: 1, ascending: 5 });
    expect(after.accounts[0]?.usage).toEqual({ items: 1, zeroItems: 1, postage: 5 });
    expect(rules.imprintBetween(after, after)).toBeUndefined();
  });

  test('is for others where no account can be charged', () => {
    for (const [mode, charged] of [
      ['no-account', '1'],
      ['accounts', null],
      ['accounts', '9'],
    ] as const) {
      const after = rules.frank({ ...memory, mode }, charged, 7);
      expect(after.unassigned).toEqual({ items: 1, zeroItems: 0, postage: 7 });
      expect(after.accounts).toEqual(memory.accounts);
    }
  });
});

describe('accounts', () => {
  const used = account('2', { usage: { items: 0, zeroItems: 1, postage: 0 } });
  const memory = memoryWith({
    accounts: [account('1'), used],
    operators: [operator('A', '1357', ['1', '2'])],
  });

  test('are listed by number, in the order of its characters', () => {
    const after = rules.addAccount(memory, account('10'));
    expect(after.accounts.map((one) => one.number)).toEqual(['1', '10', '2']);
  });

  test('have numbers and names of their own; an account does not stand in its own way', () => {
    expect(rules.numberTaken(memory, '1')).toBe(true);
    expect(rules.numberTaken(memory, '01')).toBe(false);
    expect(rules.nameTaken(memory, 'Account 1')).toBe(true);
    expect(rules.nameTaken(memory, 'Account 1', '1')).toBe(false);
    expect(rules.nameTaken(memory, 'Account 1', '2')).toBe(true);
  });

  test('keep their number and what they were charged when they are edited', () => {
    const after = rules.editAccount(memory, '2', { name: 'Other', active: false, pin: '3141' });
    expect(after.accounts[1]).toEqual({ ...used, name: 'Other', active: false, pin: '3141' });
    expect(after.accounts[0]).toBe(memory.accounts[0]);
  });

  test('stay on record when they were charged and are deleted, and operators lose them', () => {
    const after = rules.deleteAccount(rules.deleteAccount(memory, '2'), '1');
    expect(after.accounts).toEqual([]);
    expect(after.removed).toEqual([used]);
    expect(after.operators[0]?.accounts).toEqual([]);
    expect(rules.deleteAccount(memory, '9')).toBe(memory);
  });

  test('fit up to the capacity of the machine', () => {
    expect(rules.isFull(memory, { ...profile, accountCapacity: 3 })).toBe(false);
    expect(rules.isFull(memory, { ...profile, accountCapacity: 2 })).toBe(true);
  });

  test('can be chosen while they are active, by an operator only among their own', () => {
    const some = memoryWith({
      accounts: [account('1'), account('2', { active: false }), account('3')],
      operators: [operator('A', '1357', ['2', '3'])],
    });
    const chosen = (mode: AccountMode, name: string | null): readonly string[] =>
      rules.selectableAccounts({ ...some, mode }, name).map((one) => one.number);
    expect(chosen('accounts', null)).toEqual(['1', '3']);
    expect(chosen('accounts', 'A')).toEqual(['1', '3']);
    expect(chosen('accounts-access', 'A')).toEqual(['3']);
    expect(chosen('accounts-access', 'B')).toEqual([]);
    expect(chosen('accounts-access', null)).toEqual([]);
  });
});

describe('operators', () => {
  const memory = memoryWith({ operators: [operator('B', '1357'), operator('C', '8642')] });

  test('have names and PINs of their own, and never the PIN of the supervisor', () => {
    expect(rules.operatorNameTaken(memory, 'B')).toBe(true);
    expect(rules.operatorNameTaken(memory, 'B', 'B')).toBe(false);
    expect(rules.operatorPinTaken(memory, '1357')).toBe(true);
    expect(rules.operatorPinTaken(memory, '1357', 'B')).toBe(false);
    expect(rules.operatorPinTaken(memory, '1357', 'C')).toBe(true);
    expect(rules.operatorPinTaken(memory, '2468', 'B')).toBe(true);
    expect(rules.operatorPinTaken(memory, '9999')).toBe(false);
  });

  test('log in while they are active', () => {
    expect(rules.operatorWithPin(memory, '8642')?.name).toBe('C');
    const after = rules.editOperator(memory, 'C', { ...operator('C', '8642'), active: false });
    expect(rules.operatorWithPin(after, '8642')).toBeUndefined();
  });

  test('are listed by name, also when a name changes', () => {
    const added = rules.addOperator(memory, operator('A', '9999'));
    expect(added.operators.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    const renamed = rules.editOperator(added, 'A', operator('D', '9999'));
    expect(renamed.operators.map(({ name }) => name)).toEqual(['B', 'C', 'D']);
    expect(rules.deleteOperator(renamed, 'C').operators.map(({ name }) => name)).toEqual([
      'B',
      'D',
    ]);
  });

  test('fit up to the capacity of the machine', () => {
    expect(rules.operatorsFull(memory, profile)).toBe(false);
    expect(rules.operatorsFull(memory, { ...profile, operatorCapacity: 2 })).toBe(true);
  });
});

describe('account modes', () => {
  test('with accounts make a default account where there is none, and keep those that are', () => {
    const made = rules.changeMode(factory, 'accounts', null, profile);
    expect(made.accounts).toEqual([account('1', { name: 'Default' })]);
    const kept = memoryWith({ mode: 'no-account', accounts: [account('7')] });
    expect(rules.changeMode(kept, 'accounts', null, profile).accounts).toBe(kept.accounts);
  });

  test('with operators make one with the PIN that was asked for and the right to every account', () => {
    expect(rules.pinForMode(factory, 'accounts-access')).toBe('operator');
    const made = rules.changeMode(factory, 'accounts-access', '1357', profile);
    expect(made.operators).toEqual([operator('Operator 1', '1357', ['1'])]);
    const kept = memoryWith({ accounts: [account('7')], operators: [operator('B', '8642')] });
    expect(rules.pinForMode(kept, 'accounts-access')).toBeNull();
    expect(rules.changeMode(kept, 'accounts-access', null, profile).operators).toBe(kept.operators);
  });

  test('with account PINs need an account, and give the PIN to those that have none', () => {
    expect(rules.modeNeedsAccount(factory, 'account-pin')).toBe(true);
    const memory = memoryWith({ accounts: [account('1', { pin: '3141' }), account('2')] });
    expect(rules.modeNeedsAccount(memory, 'account-pin')).toBe(false);
    expect(rules.pinForMode(memory, 'account-pin')).toBe('account');
    const after = rules.changeMode(memory, 'account-pin', '1357', profile);
    expect(after.accounts.map(({ pin }) => pin)).toEqual(['3141', '1357']);
    expect(rules.pinForMode(after, 'account-pin')).toBeNull();
  });

  test('with a shared PIN ask for it each time', () => {
    const memory: Memory = { ...factory, sharedPin: '1111' };
    expect(rules.pinForMode(memory, 'no-account-access')).toBe('shared');
    expect(rules.changeMode(memory, 'no-account-access', '1357', profile).sharedPin).toBe('1357');
  });

  test('warn before accounts are left, not before they begin', () => {
    const warned = accountModes.filter((mode) => rules.warnsBefore(memoryWith({}), mode));
    expect(warned).toEqual(accountModes.filter((mode) => mode !== 'accounts'));
    expect(accountModes.filter((mode) => rules.warnsBefore(factory, mode))).toEqual([]);
  });

  test('with the PC take its list; what others were charged stays on record', () => {
    const usage = { items: 2, zeroItems: 0, postage: 90 };
    const memory = memoryWith({
      accounts: [account('1', { usage }), account('2', { usage, pin: '3141' }), account('3')],
      operators: [operator('A', '1357', ['1', '2'])],
    });
    const list = [
      { number: '9', name: 'New', active: false },
      { number: '2', name: 'Renamed', active: true },
      { number: '9', name: 'Twice', active: true },
    ];
    const after = rules.takeRemoteAccounts(memory, list);
    expect(after.mode).toBe('remote');
    expect(after.accounts).toEqual([
      account('2', { name: 'Renamed', usage }),
      account('9', { name: 'New', active: false }),
    ]);
    expect(after.removed).toEqual([account('1', { usage })]);
    expect(after.operators[0]?.accounts).toEqual(['2']);
  });
});

describe('wrong PINs', () => {
  test('are counted apart for each kind until a right one', () => {
    const once = rules.countWrongPin(factory, 'operator');
    const twice = rules.countWrongPin(rules.countWrongPin(once, 'operator'), 'supervisor');
    expect(twice.wrongPins).toEqual({
      supervisor: 1,
      shared: 0,
      operator: 2,
      account: 0,
      credit: 0,
    });
    expect(rules.forgetWrongPins(twice, 'operator').wrongPins.operator).toBe(0);
    expect(rules.forgetWrongPins(twice, 'operator').wrongPins.supervisor).toBe(1);
  });

  test('are forgotten without a change where there were none', () => {
    expect(rules.forgetWrongPins(factory, 'shared')).toBe(factory);
  });
});

describe('stored memory', () => {
  const text = JSON.stringify(memoryWith({ accounts: [account('1', { pin: '3141' })] }));

  test('comes back as it was', () => {
    expect(JSON.stringify(parseMemory(text))).toBe(text);
  });

  test.each([
    ['not JSON', '{'],
    ['nothing', 'null'],
    ['another version', text.replace('"version":2', '"version":1')],
    ['an unknown mode', text.replace('"accounts"', '"budgets"')],
    ['half a penny', text.replace('"ascending":0', '"ascending":0.5')],
    ['less than nothing', text.replace('"descending":10000', '"descending":-1')],
    ['an entry that is not known', text.replace('{"version"', '{"budget":1,"version"')],
    ['an entry that is missing', text.replace('"removed":[],', '')],
  ])('is refused when it is %s', (_what, damaged) => {
    expect(damaged).not.toBe(text);
    expect(() => parseMemory(damaged)).toThrow();
  });
});
