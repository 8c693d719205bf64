import { describe, expect, test } from 'vitest';
import { oneDay } from '#core';
import { type CallNote, newCall } from '../data-centre/index.ts';
import { plain } from '../fact.ts';
import { coreRefusals } from '../security-core/index.ts';
import { type Context, powerOnContext } from './context.ts';
import { coreNotice } from './core-texts.ts';
import { type LinesName, linesOf } from './lines.ts';
import { factoryMemory } from './memory.ts';
import { profiles } from './profiles.ts';
import { is400Rules } from './rules.ts';
import { texts } from './texts.en-GB.ts';

const profile = plain(profiles['is-420']);
const sources = { profile, texts, rules: is400Rules };
const factory = factoryMemory({
  serial: '420000077',
  rates: 'factory',
  software: '1.0.0',
  supervisorPin: '2468',
  credit: 10_000,
});
const start = 20_000 * oneDay + 1;
const begun = is400Rules.inspect(factory.registers, start, profile.inspection);
const context: Context = powerOnContext({ ...factory, registers: begun }, start);

const shown = (name: LinesName, change: Partial<Context> = {}): readonly string[] =>
  linesOf(name, { ...context, ...change }, sources).map(({ text }) => text);

describe('Home', () => {
  const { warningDay, graceDays, lockOutDay } = profile.inspection;
  const home = (day: number) => shown('home', { now: start + day * oneDay }).slice(1);

  test.each([
    ['nothing before the warning', warningDay - 1, []],
    ['the days on the first day of it', warningDay, [`Inspection due in ${graceDays} days`]],
    ['one day on the last', lockOutDay - 1, ['Inspection due in 1 day']],
    ['that it is locked', lockOutDay, ['Locked: postal inspection required']],
    ['that it is locked a year on', lockOutDay + 365, ['Locked: postal inspection required']],
  ])('says %s', (_what, day, expected) => {
    expect(home(day)).toEqual(expected);
  });
});

test('each refusal of the security device has words of its own, and the lock its code', () => {
  const notices = coreRefusals.map((reason) => coreNotice(reason, profile.coreLimits));
  expect(new Set(notices.map(({ text }) => texts[text])).size).toBe(coreRefusals.length);
  expect(notices.flatMap(({ code }) => code ?? [])).toEqual(['PSD-03-023']);
  expect(coreNotice('past the watchdog', profile.coreLimits).code).toBe('PSD-03-023');
});

describe('what a call has done', () => {
  const label = { kind: 'software', id: '2', size: 1, sha256: '', pieces: 1 } as const;
  const notes: readonly CallNote[] = [
    { kind: 'funds added', amount: 12_000 },
    { kind: 'funds refused', reason: 'registers differ', most: 0 },
    { kind: 'core refused', reason: 'out of sequence' },
    { kind: 'withdrawn', amount: 500 },
    { kind: 'withdrawal refused', reason: 'not replaced' },
    { kind: 'inspected' },
    { kind: 'inspection refused' },
    { kind: 'installed', label },
    { kind: 'package refused', label, reason: 'digest' },
    { kind: 'diagnostics sent' },
  ];

  test('has a line for each note', () => {
    const call = { ...newCall({ kind: 'synchronisation' }), notes, end: 'ended' as const };
    expect(shown('callResult', { call })).toEqual([
      'Credit added: £120.00',
      'The registers differ from those at the server.',
      'The credit came out of sequence.',
      'Credit given back: £5.00',
      'The credit could not be given back.',
      'Postal inspection done.',
      'Postal inspection refused: the registers differ.',
      'Software 2 installed',
      'Software 2 refused: damaged',
      'Diagnostics sent',
    ]);
  });

  test('a refusal that is not for lack of funds names no amount that may be added', () => {
    const refused = (reason: 'withdrawn' | 'not enough funds') => ({
      ...newCall({ kind: 'refill', amount: 9000 }),
      notes: [{ kind: 'funds refused', reason, most: 4999 } as const],
    });
    expect(shown('creditRefused', { call: refused('withdrawn') })).toHaveLength(1);
    expect(shown('creditRefused', { call: refused('not enough funds') })).toEqual([
      'Not enough in the postal account.',
      'Amount that may be added: £40.00',
    ]);
  });

  test('a refusal of the security device is said, and who helps', () => {
    const call = {
      ...newCall({ kind: 'refill', amount: 9000 }),
      notes: [{ kind: 'core refused', reason: 'sum over its limit' } as const],
    };
    expect(shown('coreRefused', { call })).toEqual([
      'The control total is at its limit.',
      'Call the service.',
    ]);
  });
});
