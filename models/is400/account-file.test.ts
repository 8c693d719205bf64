import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilTime, instantOf } from '#core';
import { plain } from '../fact.ts';
import {
  accountFileName,
  encodeText,
  formatAccounts,
  importAccounts,
  isAccountFileName,
  type LineFault,
} from './account-file.ts';
import { sorted } from './accounts.ts';
import { type Account, factoryMemory, type Memory, noUsage } from './memory.ts';
import type { Profile } from './profile.ts';
import { profiles } from './profiles.ts';

const is420 = plain(profiles['is-420']);
const is440 = plain(profiles['is-440']);
const empty: Memory = {
  ...factoryMemory({
    serial: '440000123',
    rates: 'factory',
    software: '1.0.0',
    supervisorPin: '2468',
    credit: 0,
  }),
  mode: 'accounts',
};
const account = (number: string, name: string, more: Partial<Account> = {}): Account => ({
  number,
  name,
  active: true,
  pin: null,
  usage: noUsage,
  ...more,
});
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const imported = (text: string, memory: Memory = empty, profile: Profile = is440) =>
  importAccounts(memory, bytes(text), profile);

const nameCharacters = [..." .,&'/()+-0123456789ABCXYZabcxyzÄÖÜßéçñ"];
const numbersOf = (profile: Profile) =>
  fc.string({
    unit: fc.constantFrom(
      ...(profile.accountNumberAlphabet === 'digits' ? '0123456789' : "0123456789ABCxyzÉ.&'/-"),
    ),
    minLength: 1,
    maxLength: profile.accountNumberLength,
  });
const listOf = (profile: Profile) => {
  const extra = profile.csv.encoding === 'utf-8' ? ['Ω', '中', '𝒳'] : ['œ', 'Ž', 'Ÿ'];
  const name = fc.string({
    unit: fc.constantFrom(...nameCharacters, ...extra),
    minLength: 1,
    maxLength: profile.accountNameLength,
  });
  return fc
    .uniqueArray(fc.record({ number: numbersOf(profile), name, active: fc.boolean() }), {
      maxLength: 40,
      selector: ({ number }) => number,
    })
    .map((entries) => {
      const names = new Set<string>();
      const unique = entries.filter(({ name }) => !names.has(name) && names.add(name));
      return sorted(
        unique.map((entry) => account(entry.number, entry.name, { active: entry.active })),
      );
    });
};

describe.each([
  ['is-420', is420],
  ['is-440', is440],
] as const)('on the %s', (_name, profile) => {
  test('a list that was exported comes back the same from an import', async () => {
    await fc.assert(
      fc.property(listOf(profile), (accounts) => {
        const file = encodeText(formatAccounts(accounts, profile.csv), profile.csv.encoding);
        const { accounts: back, result } = importAccounts(empty, file, profile);
        expect(back).toEqual(accounts);
        expect(result).toEqual({ added: accounts.length, refused: 0, firstFault: null });
      }),
    );
  });

  test('another reader of CSV finds the same fields in an export', async () => {
    await fc.assert(
      fc.property(listOf(profile), (accounts) => {
        const file = encodeText(formatAccounts(accounts, profile.csv), profile.csv.encoding);
        const text = new TextDecoder(profile.csv.encoding).decode(file);
        const records = parse(text, { delimiter: profile.csv.delimiter, quote: false });
        expect(records).toEqual(
          accounts.map(({ number, name, active }) => [
            number,
            name,
            active ? 'Active' : 'Inactive',
          ]),
        );
        expect(text.endsWith('\r\n')).toBe(accounts.length > 0);
      }),
    );
  });

  test('whatever a file holds, the accounts that were there stay as they were', async () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .constantFrom(';', '\r\n', '\n', '\r', 'Active', 'Inactive', '1;A;Active', '\ufeff')
        .map(bytes),
    );
    const file = fc
      .array(piece, { maxLength: 30 })
      .map((pieces) => Uint8Array.from(pieces.flatMap((one) => [...one])));
    await fc.assert(
      fc.property(listOf(profile), file, (accounts, content) => {
        const memory = { ...empty, accounts };
        const { accounts: after, result } = importAccounts(memory, content, profile);
        for (const one of accounts) expect(after).toContain(one);
        expect(after).toHaveLength(accounts.length + result.added);
        expect(new Set(after.map(({ number }) => number)).size).toBe(after.length);
        expect(new Set(after.map(({ name }) => name)).size).toBe(after.length);
        expect(after).toEqual(sorted(after));
        expect(result.firstFault === null).toBe(result.refused === 0);
        if (result.added === 0) expect(after).toBe(memory.accounts);
      }),
      { numRuns: 300 },
    );
  });
});

const taken: Memory = { ...empty, accounts: [account('10', 'Sales')] };

describe('a line is refused for', () => {
  test.each<[LineFault, string]>([
    ['columns', '11;Press'],
    ['columns', '11;Press;Active;7'],
    ['columns', '11,Press,Active'],
    ['number-missing', ';Press;Active'],
    ['number-length', `${'1'.repeat(31)};Press;Active`],
    ['number-characters', '1 1;Press;Active'],
    ['number-characters', '"11";Press;Active'],
    ['number-taken', '10;Press;Active'],
    ['name-missing', '11;;Active'],
    ['name-missing', '11;  ;Active'],
    ['name-length', `11;${'N'.repeat(33)};Active`],
    ['name-characters', '11;Press\t1;Active'],
    ['name-characters', '11;"Press";Active'],
    ['name-taken', '11;Sales;Active'],
    ['status', '11;Press;active'],
    ['status', '11;Press;'],
    ['status', '11;Press;Active '],
  ])('%s: %j', (fault, line) => {
    const { accounts, result } = imported(`${line}\r\n12;Post;Inactive\r\n`, taken);
    expect(result).toEqual({ added: 1, refused: 1, firstFault: { line: 1, fault } });
    expect(accounts.map(({ number }) => number)).toEqual(['10', '12']);
  });

  test('encoding: bytes that are not UTF-8', () => {
    const file = Uint8Array.from([...bytes('11;Pre'), 0xe9, ...bytes(';Active\n')]);
    expect(importAccounts(taken, file, is440).result.firstFault).toEqual({
      line: 1,
      fault: 'encoding',
    });
  });

  test('full: as soon as the list has all that fit', () => {
    const few: Profile = { ...is440, accountCapacity: 2 };
    const { result } = imported('11;A;Active\n12;B;Active\n13;C;Active\n', taken, few);
    expect(result).toEqual({ added: 1, refused: 2, firstFault: { line: 2, fault: 'full' } });
  });

  test('number-characters: letters, where numbers are digits', () => {
    expect(imported('A1;Press;Active', taken, is420).result.firstFault?.fault).toBe(
      'number-characters',
    );
    expect(imported('A1;Press;Active', taken, is440).result.refused).toBe(0);
  });
});

test('of two lines with the same number or the same name the first is taken', () => {
  const { accounts, result } = imported('1;A;Active\n1;B;Active\n2;A;Active\n');
  expect(accounts).toEqual([account('1', 'A')]);
  expect(result).toEqual({ added: 1, refused: 2, firstFault: { line: 2, fault: 'number-taken' } });
});

test('records end with any line break, empty lines are none, and the last needs no end', () => {
  const { accounts, result } = imported('1;A;Active\r\n\r\n2;B;Active\n3;C;Active\r4;D;Active');
  expect(result).toEqual({ added: 4, refused: 0, firstFault: null });
  expect(accounts).toHaveLength(4);
});

test('a byte order mark at the beginning is no part of the first number', () => {
  expect(imported('\ufeff1;A;Active\n').accounts).toEqual([account('1', 'A')]);
});

test('a header is left out where the machine writes one, and is a bad line where it does not', () => {
  const header = ['Number', 'Name', 'Status'];
  const titled: Profile = { ...is440, csv: { ...is440.csv, header } };
  const file = formatAccounts([account('1', 'A')], titled.csv);
  expect(file).toBe('Number;Name;Status\r\n1;A;Active\r\n');
  expect(imported(file, empty, titled).result).toEqual({ added: 1, refused: 0, firstFault: null });
  expect(imported(file).result.firstFault).toEqual({ line: 1, fault: 'status' });
});

test('70,000 lines are read at once, and what does not fit is counted', () => {
  const file = Array.from({ length: 70_000 }, (_, index) => `${index};Name ${index};Active`);
  const { result } = imported(file.join('\r\n'));
  expect(result).toEqual({ added: 300, refused: 69_700, firstFault: { line: 301, fault: 'full' } });
}, 2000);

test('once the list is full each line is refused and counted, and the first fault stays the one told', () => {
  const small: Profile = { ...is440, accountCapacity: 2 };
  const after = '1;A;Active\n2;B;Active\n\n3;C;Active\nbad\n2;B;Active\n';
  expect(imported(`bad\n${after}`, empty, small).result).toEqual({
    added: 2,
    refused: 4,
    firstFault: { line: 1, fault: 'columns' },
  });
  const full = '1;A;Active\n2;B;Active\n3;C;nobody knows\n4;D;Active\n';
  expect(imported(full, empty, small).result).toEqual({
    added: 2,
    refused: 2,
    firstFault: { line: 3, fault: 'status' },
  });
});

test('a character that the encoding lacks becomes a question mark', () => {
  expect([...encodeText('aé€中', 'windows-1252')]).toEqual([0x61, 0xe9, 0x80, 0x3f]);
});

test('a file is named after the moment, and its name is known again', async () => {
  const start = instantOf({ year: 1980, month: 1, day: 1, hour: 0, minute: 0, second: 0 });
  await fc.assert(
    fc.property(fc.nat(3_000_000_000), (seconds) => {
      const name = accountFileName(civilTime(start + seconds * 1000));
      expect(name).toMatch(/^ACS_\d{8}_\d{6}\.CSV$/);
      expect(isAccountFileName(name)).toBe(true);
    }),
  );
  expect(accountFileName({ year: 2009, month: 10, day: 7, hour: 3, minute: 57, second: 11 })).toBe(
    'ACS_20091007_035711.CSV', // the example of the seed
  );
});

test.each([
  ['acs_20091007_035711.csv', true],
  ['ACS_20091307_035711.CSV', false],
  ['ACS_20090229_035711.CSV', false],
  ['ACS_20091007_245711.CSV', false],
  ['ACS_20091007_035711.TXT', false],
  ['ACS_20091007_035711.CSV.BAK', false],
  ['XACS_20091007_035711.CSV', false],
  ['ACS_2009107_035711.CSV', false],
])('%s is the name of an account file: %s', (name, is) => {
  expect(isAccountFileName(name)).toBe(is);
});
