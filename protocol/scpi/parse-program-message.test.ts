import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { LinkRefusal, type Operation } from '../operations.ts';
import { bytesOf } from './bytes.ts';
import { type ParsedUnit, parseProgramMessage, readOperation } from './index.ts';

/** What a line means: operations, and the numbers of what is refused. */
function meant(line: string): readonly (Operation | number)[] {
  return parseProgramMessage(bytesOf(line)).map((unit) => {
    if (unit.kind === 'fault') return unit.refusal.code;
    try {
      return readOperation(unit);
    } catch (error) {
      return error instanceof LinkRefusal ? error.code : Number.NaN;
    }
  });
}

const press = (seq: number, key: string): Operation => ({ op: 'press', seq, key });

describe('a header', () => {
  test.each([
    'PANel:KEY 5,OK',
    'PAN:KEY 5,OK',
    'PANEL:KEY 5,OK',
    'panel:key 5,ok',
    ':pAn:kEy 5,Ok',
    '  :PAN:KEY\t 5 ,\tOK  ',
    'PAN:KEY 5,OK;',
    ';;PAN:KEY 5,OK',
  ])('may be written %s', (line) => {
    expect(meant(line)).toEqual([press(5, 'OK')]);
  });

  test.each([
    'PANE:KEY 5,OK',
    'PA:KEY 5,OK',
    'KEY 5,OK',
    'PAN1:KEY 5,OK',
    'PAN:KEY? 5,OK',
    '*IDN',
    '*RST?',
    'HCOPy:FOO',
    ':*IDN?'.slice(1, 4),
  ])('that is %s is undefined', (line) => {
    expect(meant(line)).toEqual([-113]);
  });

  test('goes on at the level of the last one after a semicolon', () => {
    const sequence: Operation = { op: 'sequence' };
    expect(meant('PANel:KEY 5,OK;SEQuence?')).toEqual([press(5, 'OK'), sequence]);
    expect(meant('PANel:KEY 5,OK;*IDN?;SEQuence?')).toEqual([
      press(5, 'OK'),
      { op: 'identify' },
      sequence,
    ]);
    expect(meant('PANel:KEY 5,OK;:SYSTem:DATE?;TIME?')).toEqual([
      press(5, 'OK'),
      { op: 'date' },
      { op: 'time' },
    ]);
    expect(meant('SYSTem:TIME:ADVance 1;ADVance 2')).toEqual([
      { op: 'advance', seconds: 1 },
      { op: 'advance', seconds: 2 },
    ]);
    expect(meant('PANel:KEY 5,OK;PANel:SEQuence?')).toEqual([press(5, 'OK'), -113]);
    expect(meant('FOO:BAR 1;BAZ?;:PAN:SEQ?')).toEqual([-113, -113, sequence]);
  });
});

describe('a number', () => {
  test.each([
    ['5', 5],
    ['+5', 5],
    ['5.', 5],
    ['5.0', 5],
    ['.5E1', 5],
    ['5e0', 5],
    ['0.05E+2', 5],
    ['#H5', 5],
    ['#hff', 255],
    ['#Q17', 15],
    ['#B101', 5],
  ])('may be written %s', (written, seq) => {
    expect(meant(`PAN:KEY ${written},OK`)).toEqual([press(seq, 'OK')]);
  });

  test.each([
    ['1.5', -224],
    ['0', -222],
    ['-1', -222],
    ['2147483648', -222],
    ['1E400', -222],
    ['1E32001', -123],
    ['1'.repeat(256), -124],
    ['1.2.3', -121],
    ['5-', -121],
    ['#HG', -121],
    ['#B2', -121],
    ['5ms', -138],
    ['5 ms', -138],
    ['5 %', -138],
    ['FIVE', -104],
    ['"5"', -104],
    ['#15abcde', -104],
    ['(1)', -178],
    ['$', -101],
    ['a-b', -141],
    ['A'.repeat(33), -144],
  ])('that is %s is refused', (written, code) => {
    expect(meant(`PAN:KEY ${written},OK`).at(0)).toBe(code);
  });

  test('of pixels is rounded, one of seconds to the millisecond', () => {
    expect(meant('PAN:TOUC 1,10.4,10.5')).toEqual([{ op: 'touch', seq: 1, x: 10, y: 11 }]);
    expect(meant('SYST:TIME:ADV 0.0504')).toEqual([{ op: 'advance', seconds: 0.05 }]);
  });
});

test('a key is a word in any case, or digits as they are written', () => {
  expect(meant('PAN:KEY 1,7;KEY 1,00;KEY 1,home')).toEqual([
    press(1, '7'),
    press(1, '00'),
    press(1, 'HOME'),
  ]);
  expect(meant('PAN:KEY 1,+7;KEY 1,#H7;KEY 1,"OK"')).toEqual([-224, -224, -104]);
});

test('a switch is on or off', () => {
  const to = (on: boolean): Operation => ({ op: 'switchPower', on });
  expect(meant('OUTP:STAT ON;STAT off;STAT 1;STAT 0')).toEqual([true, false, true, false].map(to));
  expect(meant('OUTP:STAT 2;STAT AUTO;STAT "ON";STAT')).toEqual([-224, -224, -104, -109]);
});

test('the place of a stick is written in short or long form', () => {
  expect(meant('ROUT:STIC MET;STIC METER;STIC host;STIC OUT;STIC METE;STIC 1')).toEqual([
    { op: 'plugStick', place: 'meter' },
    { op: 'plugStick', place: 'meter' },
    { op: 'plugStick', place: 'host' },
    { op: 'plugStick', place: 'out' },
    -224,
    -104,
  ]);
});

test('a text stands in single or double quotes, with its own quotes doubled', () => {
  const remove = (path: string): Operation => ({ op: 'deleteFile', path });
  expect(meant(`MMEM:DEL "a;b,c";DEL 'it''s';DEL "say ""x""";DEL "it's";DEL 'é#19'`)).toEqual(
    ['a;b,c', "it's", 'say "x"', "it's", 'é#19'].map(remove),
  );
  expect(meant('MMEM:DEL "";:MMEM:CAT? ""')).toEqual([-257, { op: 'catalog', folder: '' }]);
  expect(meant('MMEM:DEL "a\tb"')).toEqual([-257]);
});

test('parameters are counted', () => {
  expect(meant('PAN:KEY')).toEqual([-109]);
  expect(meant('PAN:KEY 1')).toEqual([-109]);
  expect(meant('PAN:KEY 1,OK,2')).toEqual([-108]);
  expect(meant('*IDN? 1')).toEqual([-108]);
  expect(meant('FEED:ITEM;ITEM 20.5;ITEM 1,2')).toEqual([
    { op: 'feed' },
    { op: 'feed', grams: 20.5 },
    -108,
  ]);
});

describe('after what cannot be read the rest of the line is lost', () => {
  test.each([
    ['*IDN?;!;*RST', -101],
    ['*IDN?;a:;*RST', -102],
    ['*IDN?;a::b;*RST', -102],
    ['*IDN?;?;*RST', -102],
    ['*IDN?;PAN:KEY"x";*RST', -111],
    ['*IDN?;PAN:KEY,1;*RST', -111],
    ['*IDN?;ABCDEFGHIJKLM:KEY 1;*RST', -112],
    ['*IDN?;PAN:KEY 1 2;*RST', -103],
    ['*IDN?;MMEM:DEL "a"b;*RST', -103],
    ['*IDN?;PAN:KEY 1,;*RST', -102],
    ['*IDN?;PAN:KEY ,1;*RST', -102],
    ['*IDN?;MMEM:DEL "a;*RST', -151],
    ['*IDN?;EMUL:NEW #19a;*RST', -161],
    ['*IDN?;EMUL:NEW #15a;*RST', -103],
    ['*IDN?;EMUL:NEW #9;*RST', -161],
    ['*IDN?;\u00e9;*RST', -101],
    ['*IDN?\n*RST', -101],
  ])('%s', (line, code) => {
    const before = line.startsWith('*IDN?;') ? [{ op: 'identify' }] : [];
    expect(meant(line)).toEqual([...before, code]);
  });

  test('a text that is no UTF-8 is none', () => {
    const line = bytesOf('MMEM:DEL "a"');
    line[10] = 0xff;
    expect(parseProgramMessage(line)).toMatchObject([{ kind: 'fault', refusal: { code: -151 } }]);
  });
});

test('a meter as new is described in JSON, whatever that says', () => {
  const renew = (json: string) =>
    meant(`EMUL:NEW #3${String(bytesOf(json).length).padStart(3, '0')}${json}`);
  const renewal = { version: 1, model: 'is-440', start: '2026-01-05T09:00:00' };
  expect(renew(JSON.stringify(renewal))).toEqual([{ op: 'renew', renewal }]);
  expect(renew('{')).toEqual([-224]);
  expect(meant('EMUL:NEW #0{')).toEqual([-224]);
  expect(meant('EMUL:NEW "{}"')).toEqual([-104]);
});

test('whatever comes is read or refused, and nothing else is thrown', async () => {
  const pieces = fc.constantFrom(
    'PAN:KEY',
    '*IDN?',
    ' ',
    ',',
    ';',
    ':',
    '"',
    "'",
    '#',
    '#H',
    '#15',
    '1',
    '1E',
    '-',
    'OK',
    '(',
    '\r',
    '\u0000',
    'é',
    '?',
    'MMEM:DATA',
    'EMUL:NEW',
    '{}',
  );
  const line = fc.oneof(
    fc.array(pieces, { maxLength: 30 }).map((all) => bytesOf(all.join(''))),
    fc.uint8Array({ maxLength: 80 }),
  );
  await fc.assert(
    fc.property(line, (bytes) => {
      for (const unit of parseProgramMessage(bytes)) {
        if (unit.kind === 'fault') expect(unit.refusal.code).toBeLessThanOrEqual(-100);
        else expect(unit.header).toMatch(/^(\*|[A-Z])[\w:]*$/);
      }
    }),
    { numRuns: 2000 },
  );
});

test('what is remembered of earlier lines changes nothing in how a line is read', async () => {
  const unit = fc.constantFrom(
    ...[':DISP:FRAM?', 'FRAM?', '*OPC?', '*CLS', ':PAN:KEY 1,OK', 'KEY 2,C', 'SEQ?', ':PAN:SEQ?'],
    ...['SYST:ERR?', ' :SYST:DATE? ', 'TIME?', '', ' ', ':', '*OPC? 1', ':1X?', 'a b c', ':FRAM?'],
  );
  const known = (units: readonly ParsedUnit[]): unknown[] =>
    units.map((each) => (each.kind === 'fault' ? each.refusal.code : each));
  await fc.assert(
    fc.asyncProperty(fc.array(unit, { maxLength: 6 }), async (units) => {
      const line = units.join(';');
      vi.resetModules();
      const afresh = await import('./parse-program-message.ts');
      const expected = afresh.parseProgramMessage(bytesOf(line));
      expect(known(parseProgramMessage(bytesOf(line)))).toEqual(known(expected));
    }),
    { numRuns: 300 },
  );
});
