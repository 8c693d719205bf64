import { oneDay } from '#core';
import { plain } from '../fact.ts';
import type { ChartSources } from './chart/setup.ts';
import { type Account, factoryMemory, type Memory, noUsage, type Operator } from './memory.ts';
import { profiles } from './profiles.ts';
import { is400Rules } from './rules.ts';
import { texts } from './texts.en-GB.ts';

/** A machine whose fields and lists are short, so that all of its places can be visited. */
export const small: ChartSources = {
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
/** As it left the factory. */
export const factory = factoryMemory({
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
export const memories: Readonly<Record<string, Memory>> = {
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

/** Every PIN in a memory. */
export const pinsOf = (memory: Memory): readonly string[] =>
  [
    memory.supervisorPin,
    memory.sharedPin,
    memory.creditPin,
    ...memory.accounts.map(({ pin }) => pin),
    ...memory.operators.map(({ pin }) => pin),
  ].filter((pin) => pin !== null);
