import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, dayStart, isoDay, oneDay, type Table } from '#core';
import { plain } from '../fact.ts';
import { piecesOf } from '../registers.ts';
import { factoryMemory, type Memory, type ReportSettings } from './memory.ts';
import { profiles } from './profiles.ts';
import { hasTotals, type ReportName, reportAsks, reportNames } from './report-columns.ts';
import { reportTable } from './reports.ts';
import { connectPlusRules as rules } from './rules.ts';

const profile = plain(profiles['connect-plus']);
const start = dayStart('2026-01-05') ?? 0;
/** Days that the work is spread over. */
const days = 40;
const whole = { from: '2026-01-05', to: isoDay(start + (days + 1) * oneDay), accounts: null };

interface Piece {
  readonly account: number | null;
  readonly class: number;
  readonly grams: number;
  readonly job: string;
  readonly day: number;
  readonly surcharge: number;
}

/** Sales, Marketing, and Marketing > Events: the lowest are 1 and 3. */
const installed = (): Memory =>
  [
    { parent: null, name: 'Sales', code: '1' },
    { parent: null, name: 'Marketing', code: '2' },
    { parent: 2, name: 'Events', code: '3' },
  ].reduce<Memory>(
    (memory, entry) =>
      rules.addAccount(memory, { description: '', active: true, password: null, ...entry }),
    factoryMemory({
      serial: '1047823',
      credit: 10_000_000,
      rates: 'factory',
      software: '1.0.0',
      warnBelow: 0,
      usualRefill: 0,
      accountCapacity: 100,
      businessManager: false,
      period: { month: 1, day: 1, division: 'monthly' },
    }),
  );

const anyPiece: fc.Arbitrary<Piece> = fc.record({
  account: fc.constantFrom(1, 3, null),
  class: fc.integer({ min: 0, max: profile.classes.length - 1 }),
  grams: fc.integer({ min: 1, max: 750 }),
  job: fc.constantFrom('', 'Spring'),
  day: fc.integer({ min: 0, max: days }),
  surcharge: fc.integer({ min: 0, max: 99 }),
});

/** What a meter remembers once these pieces were franked, day by day. */
function worked(pieces: readonly Piece[]): Memory {
  let memory = installed();
  for (const [index, piece] of pieces.toSorted((a, b) => a.day - b.day).entries()) {
    const mailClass = profile.classes[piece.class];
    const price = mailClass && rules.priceOf(mailClass, piece.grams, profile);
    if (!mailClass || !price) throw new Error('no price');
    const { carrier, name } = mailClass;
    const job = { account: piece.account, user: null, carrier, class: name };
    memory = rules.frank(
      { ...memory, surcharge: piece.surcharge },
      { ...job, jobId1: piece.job, jobId2: '' },
      price,
      start + piece.day * oneDay + index * 1000,
    );
  }
  return rules.closeBatch(memory);
}

const anyWork = fc.array(anyPiece, { maxLength: 60 }).map(worked);

const made = (name: ReportName, memory: Memory, settings: ReportSettings = whole): Table =>
  reportTable(name, { memory, settings, now: start + days * oneDay, profile, title: name });

const summed = ['count', 'money', 'weight', 'duration'];

/** The column of a table by its heading, added up over its rows. */
const columnSum = ({ columns, rows }: Table, heading: string): number => {
  const place = columns.findIndex((column) => column.heading === heading);
  expect(place, heading).toBeGreaterThanOrEqual(0);
  return rows.reduce((sum, row) => sum + Number(row[place]), 0);
};

/** What the pieces of a report cost the meter: postage, and fees where they are apart. */
function costOf(table: Table): number {
  const apart = table.columns.some(({ heading }) => heading === 'Fees');
  return columnSum(table, 'Postage') + (apart ? columnSum(table, 'Fees') : 0);
}

const withPieces = reportNames.filter((name) => name !== 'accountList');
const ofAllDays = withPieces.filter((name) => name !== 'dailySnapshot');
const byAccount = reportNames.filter((name) => reportAsks[name].includes('accounts'));
const piecesIn = (name: ReportName, table: Table): number =>
  columnSum(table, name === 'transactionLogDetail' ? 'Total pieces' : 'Pieces');

describe.each(reportNames)('the report %s', (name) => {
  test('has a cell for each of its columns, in every row', () => {
    fc.assert(
      fc.property(anyWork, (memory) => {
        const { columns, rows, totals } = made(name, memory);
        for (const row of rows) expect(row).toHaveLength(columns.length);
        expect(totals?.length).toBe(hasTotals(name) ? columns.length : undefined);
      }),
      { numRuns: 30 },
    );
  });

  test('has whole numbers, and totals that are the sums of its rows', () => {
    fc.assert(
      fc.property(anyWork, (memory) => {
        const { columns, rows, totals } = made(name, memory);
        const numbers = rows.flat().filter((cell): cell is number => typeof cell === 'number');
        expect(numbers.every(Number.isInteger)).toBe(true);
        for (const [place, { kind, heading }] of columns.entries()) {
          const total: Cell = totals?.[place] ?? null;
          if (typeof total !== 'number' || !summed.includes(kind)) continue;
          const sum = rows.reduce((all, row) => all + Number(row[place]), 0);
          expect(total, heading).toBe(sum);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe.each(ofAllDays)('the report %s of all days', (name) => {
  test('has the pieces and the postage of the registers', () => {
    fc.assert(
      fc.property(anyWork, (memory) => {
        const table = made(name, memory);
        expect(piecesIn(name, table)).toBe(piecesOf(memory.registers));
        expect(costOf(table)).toBe(memory.registers.ascending);
      }),
      { numRuns: 60 },
    );
  });

  test('is what any two spans of days that follow one another have together', () => {
    fc.assert(
      fc.property(anyWork, fc.integer({ min: 0, max: days }), (memory, last) => {
        const to = isoDay(start + last * oneDay);
        const from = isoDay(start + (last + 1) * oneDay);
        const [first, second] = [
          made(name, memory, { ...whole, to }),
          made(name, memory, { ...whole, from }),
        ];
        expect(piecesIn(name, first) + piecesIn(name, second)).toBe(piecesOf(memory.registers));
        expect(costOf(first) + costOf(second)).toBe(memory.registers.ascending);
      }),
      { numRuns: 60 },
    );
  });
});

describe.each(byAccount)('the report %s of single accounts', (name) => {
  test('is with mail without an account what all accounts have', () => {
    fc.assert(
      fc.property(anyWork, (memory) => {
        // Marketing stands for Events, which is below it.
        const single = [1, 2].map((id) => made(name, memory, { ...whole, accounts: [id] }));
        const without = memory.transactions.filter(({ reported }) => reported === null);
        const cost = without.reduce((sum, { postage, fees }) => sum + postage + fees, 0);
        const sum = single.reduce((all, table) => all + costOf(table), 0);
        expect(sum + cost).toBe(memory.registers.ascending);
      }),
      { numRuns: 60 },
    );
  });
});

test('a Daily Snapshot has the work of the day on which it is made', () => {
  fc.assert(
    fc.property(anyWork, (memory) => {
      const ofToday = memory.transactions.filter(({ started }) => started >= start + days * oneDay);
      const pieces = ofToday.reduce((sum, one) => sum + one.pieces, 0);
      expect(columnSum(made('dailySnapshot', memory), 'Pieces')).toBe(pieces);
    }),
    { numRuns: 60 },
  );
});
