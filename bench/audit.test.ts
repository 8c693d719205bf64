import { describe, expect, test } from 'vitest';
import type { LedgerFigures, MeterAtDataCentre, RegisterReading } from '#core';
import { audit } from './audit.ts';

const registers = (change: Partial<RegisterReading> = {}): RegisterReading => ({
  ascending: 300,
  descending: 700,
  controlTotal: 1_000,
  items: 3,
  zeroItems: 0,
  ...change,
});

const ledger = (change: Partial<LedgerFigures> = {}): LedgerFigures => ({
  serial: 'A1',
  registers: registers(),
  sequence: 2,
  refilled: 1_000,
  status: 'in service',
  leaving: 0,
  waiting: false,
  ...change,
});

const server = (change: Partial<MeterAtDataCentre> = {}): MeterAtDataCentre => ({
  serial: 'A1',
  status: 'in service',
  sequence: 2,
  controlTotal: 1_000,
  registers: null,
  installed: null,
  account: { number: '0001', prepaid: 0, credit: 0 },
  transfer: null,
  sessions: 0,
  inspections: 0,
  diagnostics: 0,
  ...change,
});

/** A Data Centre that knows these meters, and has 500 more in accounts. */
const knowing = (meters: readonly MeterAtDataCentre[], paidIn: number) => ({
  meter: (serial?: string): MeterAtDataCentre => {
    const found = meters.find((one) => one.serial === serial);
    if (!found) throw new Error(`nobody knows ${serial}`);
    return found;
  },
  money: () => ({ held: 500, paidIn }),
});

const gone = registers({ descending: 0, controlTotal: 300 });
const withdrawn = ledger({
  registers: gone,
  refilled: 300,
  sequence: 3,
  status: 'withdrawn',
  leaving: 700,
});
const empty = registers({ ascending: 1_000, descending: 0 });

describe('the books are in order', () => {
  test('of a meter by itself', () => {
    expect(audit([ledger()])).toBeUndefined();
    expect(audit([])).toBeUndefined();
  });

  test.each<[string, LedgerFigures, MeterAtDataCentre]>([
    ['while both sides agree', ledger(), server()],
    ['while postage is asked for', ledger({ waiting: true }), server()],
    [
      'while postage is on its way',
      ledger({ waiting: true }),
      server({ sequence: 3, controlTotal: 1_600 }),
    ],
    ['while postage is given back', withdrawn, server()],
    [
      'once it has arrived',
      { ...withdrawn, leaving: 0 },
      server({ sequence: 3, controlTotal: 300 }),
    ],
    [
      'once it has arrived, and the meter does not know',
      withdrawn,
      server({ sequence: 3, controlTotal: 300 }),
    ],
    [
      'while nothing is given back',
      ledger({ status: 'withdrawn', registers: empty, sequence: 3 }),
      server(),
    ],
    [
      'when pieces were franked since',
      ledger(),
      server({ registers: registers({ ascending: 0 }) }),
    ],
  ])('%s', (_when, meter, known) => {
    expect(audit([meter], knowing([known], 500 + known.controlTotal))).toBeUndefined();
  });
});

test('books that were in order by themselves are held against the Data Centre again', () => {
  const books = [ledger()];
  expect(audit(books, knowing([server()], 1_500))).toBeUndefined();
  expect(audit(books, knowing([server({ controlTotal: 900 })], 1_500))?.what).toMatch(
    /control total .* at the Data Centre/,
  );
});

describe('it is seen', () => {
  test.each<[string, Partial<LedgerFigures>, string, string]>([
    [
      'that the registers do not add up',
      { registers: registers({ descending: 701 }) },
      'control total of meter A1',
      '1000',
    ],
    ['that postage came from nowhere', { refilled: 999 }, 'control total of meter A1', '1000'],
    [
      'that a register is negative',
      { registers: registers({ ascending: -1, descending: 1_001 }) },
      'ascending of meter A1',
      '-1',
    ],
    [
      'that a figure is no whole number',
      { registers: registers({ items: 0.5 }) },
      'items of meter A1',
      '0.5',
    ],
    [
      'that a figure is none',
      { registers: registers({ zeroItems: Number.NaN }) },
      'zeroItems of meter A1',
      'NaN',
    ],
    [
      'that a sum is beyond counting',
      { refilled: 2 ** 53 },
      'refilled of meter A1',
      '9007199254740992',
    ],
    [
      'that a withdrawn meter has postage',
      { status: 'withdrawn' },
      'descending of meter A1, which is withdrawn',
      '700',
    ],
  ])('%s', (_what, change, what, seen) => {
    expect(audit([ledger(change)])).toMatchObject({ what, seen });
  });

  test.each<[string, LedgerFigures, Partial<MeterAtDataCentre>, string]>([
    [
      'that a refill never reached the meter',
      ledger(),
      { sequence: 3, controlTotal: 1_600 },
      'fund messages',
    ],
    ['that the meter took what was not given', ledger({ sequence: 3 }), {}, 'fund messages'],
    [
      'that two refills are on their way',
      ledger({ waiting: true }),
      { sequence: 4 },
      'fund messages',
    ],
    ['that another amount arrived', ledger(), { controlTotal: 999 }, 'control total'],
    [
      'that less than nothing is on its way',
      ledger({ waiting: true }),
      { sequence: 3, controlTotal: 999 },
      'control total',
    ],
    ['that more was given back than left', withdrawn, { controlTotal: 999 }, 'fund messages'],
    [
      'that a withdrawn meter stands two messages ahead',
      { ...withdrawn, sequence: 4 },
      {},
      'fund messages',
    ],
    [
      'that franked pieces were forgotten',
      ledger(),
      { registers: registers({ ascending: 301 }) },
      'ascending',
    ],
  ])('%s', (_what, meter, change, what) => {
    const known = server(change);
    const violation = audit([meter], knowing([known], 500 + known.controlTotal));
    expect(violation?.what).toBe(`${what} of meter A1 at the Data Centre`);
  });

  test('that a penny is in two places, or in none', () => {
    for (const paidIn of [1_499, 1_501]) {
      expect(audit([ledger()], knowing([server()], paidIn))).toEqual({
        what: 'postage in accounts and loaded into meters',
        expected: `${paidIn} that were paid in`,
        seen: '1500',
      });
    }
    expect(audit([ledger({ waiting: true })], knowing([server()], 1_501))).toBeDefined();
  });

  test('in which meter', () => {
    const other = { serial: 'B2' };
    const meters = knowing([server(), server(other)], 2_500);
    expect(audit([ledger(), ledger(other)], meters)).toBeUndefined();
    const wrong = audit([ledger(), ledger({ ...other, sequence: 1 })], meters);
    expect(wrong?.what).toBe('fund messages of meter B2 at the Data Centre');
  });
});
