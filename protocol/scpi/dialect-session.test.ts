import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { OnceStore } from '../once-store.ts';
import { LinkRefusal } from '../operations.ts';
import type { PanelLock } from '../panel-lock.ts';
import { RecordingController } from '../recording-controller.ts';
import { bytesOf, textOf } from './bytes.ts';
import { DialectSession, guard, readGuarded } from './index.ts';

class OneHolder implements PanelLock {
  holder = '';

  owner(): string {
    return this.holder;
  }

  take(client: string): void {
    if (this.holder !== '' && this.holder !== client) throw new LinkRefusal(-203, this.holder);
    this.holder = client;
  }

  release(client: string): void {
    if (this.holder === client) this.holder = '';
  }
}

let once = new OnceStore();
let controller = new RecordingController(once);
let lock = new OneHolder();
const open = (client = 'here'): DialectSession =>
  new DialectSession({ controller, once, client, lock });
let session = open();

beforeEach(() => {
  once = new OnceStore();
  controller = new RecordingController(once);
  lock = new OneHolder();
  session = open();
});

const say = async (line: string, to = session): Promise<string> =>
  textOf(await to.message(bytesOf(line)));

const done = (): readonly string[] => controller.carriedOut.map(({ op }) => op);

describe('a response message', () => {
  test('comes at once where nothing has to be waited for', async () => {
    expect(session.message(bytesOf('*OPC?'))).toEqual(bytesOf('1\n'));
    expect(session.message(bytesOf('*OPC?;*IDN?'))).toBeInstanceOf(Promise);
  });

  test('to more lines than any stack holds comes in one piece', async () => {
    const lines = 30_000;
    expect((await say('*OPC?\n'.repeat(lines))).length).toBe(2 * lines);
    expect((await say('*IDN?;'.repeat(lines / 10))).split(';').length).toBe(lines / 10);
  });

  test.each([
    ['*IDN?', 'Quadient,IS-440,440000123,1.0.0-emu\n'],
    ['*IDN?\n', 'Quadient,IS-440,440000123,1.0.0-emu\n'],
    ['*OPC?;*TST?;:SYST:VERS?', '1;0;1999.0\n'],
    ['SYST:CAP?', 'KEYPad,STICk,ONCE\n'],
    ['ROUT:STIC?;:OUTP:STAT?', 'MET;1\n'],
    ['SYST:DATE?;TIME?', '2026,1,5;9,0,0.050\n'],
    ['MMEM:CAT?', '8192,1000000,"a,b ""c"".CSV,FILE,12","REPORTS,DIR,0"\n'],
    ['MMEM:DATA? "x"', '#14a\r\n;\n'],
    ['FEED:IMPR?', '#14null\n'],
    ['PAN:KEY 1,OK', ''],
    ['', ''],
    ['   ', ''],
    ['FOO?', ''],
    ['*IDN?\n*OPC?\n', 'Quadient,IS-440,440000123,1.0.0-emu\n1\n'],
  ])('to %j is %j', async (line, response) => {
    expect(await say(line)).toBe(response);
  });
});

describe('errors', () => {
  test('give no answer, are read oldest first, and the rest of the line goes on', async () => {
    expect(await say('FOO?;*OPC?;:PAN:KEY 1;KEY 5,OK;:SYST:ERR:COUN?')).toBe('1;3\n');
    expect(await say('SYST:ERR?;ERR:NEXT?;ERR?;ERR?')).toBe(
      '-113,"Undefined header;FOO?";-109,"Missing parameter;key"\n',
    );
    expect(await say('SYST:ERR?;:SYST:ERR?')).toBe(
      '-221,"Settings conflict;the next number is 1";-113,"Undefined header;SYST:ERR:ERR?"\n',
    );
    expect(controller.carriedOut).toEqual([]);
  });

  test('are sixteen at most, and the last says that there were more', async () => {
    for (let count = 0; count < 20; count++) await say('FOO');
    expect(await say('SYST:ERR:COUN?')).toBe('16\n');
    const all = await say(Array.from({ length: 17 }, () => ':SYST:ERR?').join(';'));
    expect(all.match(/-113/g)?.length).toBe(15);
    expect(all).toMatch(/;-350,"Queue overflow";0,"No error"\n$/);
  });

  test('set their bit in the event status register, which is emptied by reading', async () => {
    expect(await say('*ESR?;*ESR?')).toBe('128;0\n');
    await say('FOO');
    expect(await say('*ESR?')).toBe('32\n');
    await say('PAN:KEY 7,OK');
    expect(await say('*ESR?')).toBe('16\n');
    session.overrun();
    expect(await say('*ESR?')).toBe('8\n');
    session.note(-410);
    expect(await say('*OPC;*ESR?')).toBe('5\n');
  });

  test('are in the status byte, with what was asked to be told', async () => {
    await say('*CLS;*ESE 32;*SRE 36');
    expect(await say('*ESE?;*SRE?;*STB?')).toBe('32;36;16\n');
    await say('FOO');
    expect(await say('*STB?')).toBe('100\n');
    expect(session.statusByte()).toBe(0x64);
    expect(session.statusByte(true)).toBe(0x74);
    await say('*CLS');
    expect(session.statusByte()).toBe(0);
    expect(await say('*ESE?')).toBe('32\n');
    expect(await say('*SRE 255;*SRE?')).toBe('191\n');
    expect(await say('*ESE 256;*ESE;*ESE 1,2;*ESE ON;*CLS 1;:SYST:ERR:COUN?')).toBe('5\n');
  });

  test('of a controller that fails in another way are system errors', async () => {
    controller.before = () => {
      throw new Error('smoke\n"everywhere"');
    };
    expect(await say('OUTP:STAT?;:SYST:ERR?')).toBe('-310,"System error;smoke ""everywhere"""\n');
  });

  test('are each client’s own', async () => {
    const other = open('there');
    await say('FOO');
    expect(await say('SYST:ERR?', other)).toBe('0,"No error"\n');
  });
});

describe('presses', () => {
  test('with the last number are answered and not carried out, and a gap is refused', async () => {
    await say('PAN:KEY 1,OK;KEY 1,OK;KEY 2,C;KEY 2,C;KEY 4,C;SEQ?');
    expect(controller.carriedOut.slice(0, 2)).toEqual([
      { op: 'press', seq: 1, key: 'OK' },
      { op: 'press', seq: 2, key: 'C' },
    ]);
    expect(await say('PAN:SEQ?;:SYST:ERR?;:PAN:SEQ:RES;:PAN:SEQ?')).toBe(
      '2;-221,"Settings conflict;the next number is 3";0\n',
    );
  });
});

const guarded = (seq: number, rest: string): string => textOf(guard(seq, bytesOf(rest)));

/** The rest of a guarded answer, which must be sound. */
async function once1(seq: number, rest: string, to = session): Promise<string> {
  const answer = (await to.message(guard(seq, bytesOf(rest)))).subarray(0, -1);
  const read = readGuarded(answer);
  expect(read).toMatchObject({ kind: 'answer', seq, check: 'sound' });
  return textOf(answer.subarray(read?.from));
}

describe('a guarded message', () => {
  test('is carried out once, however often and over whichever connection it arrives', async () => {
    const message = 'FEED:ITEM 20;:FOO;:FEED:IMPR?;:SYST:ERR?';
    const first = await once1(1, message);
    expect(first).toBe('#14null;-113,"Undefined header;FOO"');
    expect(await once1(1, message)).toBe(first);
    expect(await once1(1, message, open('there'))).toBe(first);
    expect(done()).toEqual(['feed', 'imprint']);
    expect(await once1(2, 'FEED:ITEM;:SYST:ERR?')).toBe('0,"No error"');
    expect(await once1(1, message)).toMatch(/^-221,/);
    expect(await once1(4, message)).toMatch(/^-221,/);
    expect(done()).toEqual(['feed', 'imprint', 'feed']);
  });

  test('is the same where its number is written in another way', async () => {
    const first = await once1(1, 'FEED:ITEM;*OPC?');
    expect(await say('PAN:ONCE 1;FEED:ITEM;*OPC?')).toMatch(new RegExp(`^1,#H.{8};${first}\n$`));
    expect(done()).toEqual(['feed']);
  });

  test('that arrives again while it is carried out waits for its answer', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    controller.before = () => promise;
    const both = [once1(1, 'FEED:ITEM;*OPC?'), once1(1, 'FEED:ITEM;*OPC?', open('there'))];
    resolve();
    expect(await Promise.all(both)).toEqual(['1', '1']);
    expect(done()).toEqual(['feed']);
  });

  test('is not answered with what another one with its number did', async () => {
    await once1(1, 'FEED:ITEM;*OPC?');
    expect(await once1(1, '*RST;*OPC?')).toBe(
      '-221,"Settings conflict;number 1 was used for something else"',
    );
    expect(done()).toEqual(['feed']);
  });

  test('holds presses with its own number', async () => {
    expect(await once1(1, 'PAN:KEY 1,OK;SEQ?;:SYST:ERR?')).toBe('1;0,"No error"');
    expect(await once1(2, 'PAN:KEY 3,OK;SEQ?;:SYST:ERR?')).toMatch(/^1;-221,/);
    expect(await once1(3, 'PAN:KEY 3,OK;SEQ?;:SYST:ERR?')).toBe('3;0,"No error"');
    expect(await say('PAN:SEQ?')).toBe('3\n');
  });

  test('that was spoilt is refused, and its answer says so itself', async () => {
    const spoilt = guarded(1, 'FEED:ITEM;:SYST:ERR?').replace('ITEM', 'ITEN');
    expect(await say(spoilt)).toMatch(/^1,#H[0-9A-F]{8};-360,"Communication error"\n$/);
    expect(await say('SYST:ERR?;:PAN:SEQ?')).toBe('0,"No error";0\n');
    expect(done()).toEqual(['sequence']);
  });

  test('without a checksum is guarded all the same', async () => {
    const message = 'pan:once 1;FEED:ITEM;*OPC?';
    expect(await say(message)).toMatch(/^1,#H[0-9A-F]{8};1\n$/);
    expect(await say(message)).toMatch(/^1,#H[0-9A-F]{8};1\n$/);
    expect(done()).toEqual(['feed']);
  });

  test('does not find the errors of lines before it', async () => {
    await say('FOO;BAR');
    expect(await once1(1, '*OPC?;:SYST:ERR?')).toBe('1;0,"No error"');
  });

  test('is for who holds the panel, and takes it when nobody does', async () => {
    const there = open('there');
    await once1(1, '*OPC?');
    expect(lock.owner()).toBe('here');
    expect(await once1(2, '*OPC?', there)).toBe('-203,"Command protected;here"');
    expect(await say('SYST:LOCK:OWN?;:SYST:LOCK:REL', there)).toBe('"here"\n');
    expect(await say('SYST:LOCK:REL;OWN?')).toBe('""\n');
    expect(await once1(2, '*OPC?', there)).toBe('1');
  });

  test('begins a line', async () => {
    expect(await say('*OPC?;:PAN:ONCE 1,#H0;*RST;:SYST:ERR?')).toMatch(/^1;-221,/);
    expect(await once1(1, 'PAN:SEQ:RES;:SYST:ERR?')).toMatch(/^-221,/);
  });

  test('makes the client change nothing without a guard until it counts anew', async () => {
    await once1(1, '*OPC?');
    expect(await say('FEED:ITEM;:DISP:WAIT? 0,10;:SYST:ERR?;ERR?')).toMatch(/^-221,.*;-221,/s);
    expect(done()).toEqual([]);
    expect(await say('DISP:FRAM?')).toBe('42\n');
    await say('PAN:SEQ:RES;:FEED:ITEM');
    expect(done()).toEqual(['frameNumber', 'resetSequence', 'feed']);
  });

  test('never happens in part or twice when its bytes are spoilt or parted', async () => {
    await once1(1, '*OPC?');
    const message = guard(2, bytesOf('FEED:ITEM;*RST;:SYST:ERR?'));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(message.length - 1),
        fc.nat(255),
        fc.constantFrom('change', 'insert', 'remove'),
        async (at, value, how) => {
          const after = message.subarray(how === 'insert' ? at : at + 1);
          const middle = how === 'remove' ? [] : [value];
          const spoilt = Uint8Array.from([...message.subarray(0, at), ...middle, ...after]);
          if (textOf(spoilt).toUpperCase() === textOf(message).toUpperCase()) return;
          await session.message(spoilt);
          expect(done()).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
    expect(await once1(2, 'FEED:ITEM;*RST;:SYST:ERR?')).toBe('0,"No error"');
  });
});

describe('messages', () => {
  test('are worked off one after another', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const begun: string[] = [];
    controller.before = ({ op }) => {
      begun.push(op);
      return promise;
    };
    const all = Promise.all([say('OUTP:STAT?'), say('PAN:SEQ?'), say('*OPC?')]);
    await Promise.resolve();
    resolve();
    expect(await all).toEqual(['1\n', '0\n', '1\n']);
    expect(begun).toEqual(['powered', 'sequence']);
  });

  test('wait in a queue of 64; those beyond it are dropped with -363', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    controller.before = () => promise;
    const all = Promise.all(Array.from({ length: 70 }, () => say('OUTP:STAT?')));
    resolve();
    expect((await all).filter((answer) => answer === '1\n').length).toBe(64);
    expect(await say('SYST:ERR:COUN?;:SYST:ERR?')).toBe('6;-363,"Input buffer overrun"\n');
  });

  test('that wait are dropped by a device clear, with the answer under way', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    controller.before = () => promise;
    const all = Promise.all([say('OUTP:STAT?'), say('FEED:ITEM;*OPC?')]);
    await Promise.resolve();
    session.clear();
    resolve();
    expect(await all).toEqual(['', '']);
    expect(done()).toEqual(['powered']);
    expect(await say('*OPC?')).toBe('1\n');
  });

  test('that are noise change nothing, and the next one is answered', async () => {
    const pieces = fc.constantFrom(
      ...[
        'FEED:ITE',
        '*RS',
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
        'OK',
        '\n',
      ],
    );
    const line = fc.oneof(
      fc.array(pieces, { maxLength: 30 }).map((all) => bytesOf(all.join(''))),
      fc.uint8Array({ maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(line, async (bytes) => {
        await session.message(bytes);
        expect(done().filter((op) => op !== 'identify')).toEqual([]);
        expect(await say('*CLS;*OPC?')).toBe('1\n');
      }),
      { numRuns: 1000 },
    );
  });
});
