import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf, concat, textOf } from './bytes.ts';
import { MessageSplitter, ResponseSplitter } from './index.ts';
import { messageLimits, type SplitMessage } from './splitters.ts';

const texts = (messages: readonly SplitMessage[]): string[] =>
  messages.map((each) => (each.kind === 'message' ? textOf(each.bytes) : 'overrun'));

const split = (...pieces: readonly string[]): string[] => {
  const splitter = new MessageSplitter();
  return pieces.flatMap((piece) => texts(splitter.push(bytesOf(piece))));
};

describe('program messages', () => {
  test.each([
    ['a line feed ends one', '*IDN?\n*OPC?\n', ['*IDN?', '*OPC?']],
    ['a CR before it is no part of it', '*IDN?\r\n', ['*IDN?']],
    ['another CR is', '*IDN?\r\r\n', ['*IDN?\r']],
    ['empty lines are none', '\n\r\n\n*IDN?\n', ['*IDN?']],
    ['a block holds line feeds', 'MMEM:DATA "a",#15\n;\r\n;x\n', ['MMEM:DATA "a",#15\n;\r\n;x']],
    ['a CR at the end of a block is the block’s', 'MMEM:DATA "a",#11\r\n', ['MMEM:DATA "a",#11\r']],
    ['an empty block is none', 'MMEM:DATA "a",#10\nx\n', ['MMEM:DATA "a",#10', 'x']],
    ['a block of an unknown length goes to the line end', 'E:N #0ab\ncd\n', ['E:N #0ab', 'cd']],
    ['a text in quotes holds no block', 'MMEM:DEL "#19"\nx\n', ['MMEM:DEL "#19"', 'x']],
    ['nor does one with doubled quotes', `M:D 'a'',#19'\nx\n`, [`M:D 'a'',#19'`, 'x']],
    ['a text without an end ends with the line', 'MMEM:DEL "a\nx\n', ['MMEM:DEL "a', 'x']],
    ['no block begins in a header', '#19\nFOO#19\nx\n', ['#19', 'FOO#19', 'x']],
    ['no block begins within a word', 'PAN:KEY 1,a#19\nx\n', ['PAN:KEY 1,a#19', 'x']],
    ['a number with a base is no block', 'PAN:ONCE 1,#H19;x\ny\n', ['PAN:ONCE 1,#H19;x', 'y']],
    ['a length that is none is no block', 'E:N #2x\ny\n', ['E:N #2x', 'y']],
  ])('%s', (_, sent, messages) => {
    expect(split(sent)).toEqual(messages);
    expect(split(...sent)).toEqual(messages);
  });

  test('one of 64 KiB is taken, one byte more is an overrun up to the next line feed', () => {
    const longest = 'A'.repeat(messageLimits.text);
    expect(split(`${longest}\n*IDN?\n`)).toEqual([longest, '*IDN?']);
    expect(split(`${longest}A`, 'AAAA', `A\n*IDN?\n`)).toEqual(['overrun', '*IDN?']);
  });

  test('a block of 16 MiB is taken', () => {
    const { blocks } = messageLimits;
    const splitter = new MessageSplitter();
    const head = bytesOf(`MMEM:DATA "a",#8${blocks}`);
    const messages = splitter.push(concat([head, new Uint8Array(blocks).fill(10), bytesOf('\n')]));
    expect(messages.map(({ kind }) => kind)).toEqual(['message']);
    expect(splitter.capacity).toBeLessThan(100_000);
  });

  test('a longer block is an overrun and passed over by its length, whatever it holds', () => {
    const splitter = new MessageSplitter();
    const over = messageLimits.blocks + 1;
    expect(texts(splitter.push(bytesOf(`MMEM:DATA "a",#8${over}`)))).toEqual(['overrun']);
    const lines = bytesOf('*RST\n'.repeat(100_000)).subarray(0, 499_999);
    let sent = 0;
    while (sent < over) {
      const piece = lines.subarray(0, over - sent);
      expect(splitter.push(piece)).toEqual([]);
      expect(splitter.capacity).toBeLessThan(100_000);
      sent += piece.length;
    }
    expect(texts(splitter.push(bytesOf('\n*IDN?\n')))).toEqual(['*IDN?']);
  });

  test('blocks of one message are counted together', () => {
    const half = messageLimits.blocks / 2;
    const block = concat([bytesOf(`E:N #7${half};`.replace(';', '')), new Uint8Array(half)]);
    const splitter = new MessageSplitter();
    const two = splitter.push(concat([block, bytesOf(';'), block, bytesOf('\n')]));
    expect(two.map(({ kind }) => kind)).toEqual(['message']);
    const three = concat([block, bytesOf(';'), block, bytesOf(';E:N #11x\n*IDN?\n')]);
    expect(texts(splitter.push(three))).toEqual(['overrun', '*IDN?']);
  });

  test('a clear forgets what has begun, also a block that never comes', () => {
    const splitter = new MessageSplitter();
    expect(splitter.push(bytesOf('MMEM:DATA "a",#41000*IDN?\n'))).toEqual([]);
    expect(splitter.pending).toBe(true);
    splitter.clear();
    expect(splitter.pending).toBe(false);
    expect(texts(splitter.push(bytesOf('*IDN?\n')))).toEqual(['*IDN?']);
  });
});

const spicy = fc.constantFrom(...'\n\r \t;,"\'#0123AHé?:*\u0000\u00ff');
const noise = fc.oneof(
  fc.array(spicy, { maxLength: 200 }).map((all) => bytesOf(all.join(''))),
  fc.uint8Array({ maxLength: 200 }),
);
const cuts = fc.array(fc.nat(200), { maxLength: 12 });

/** The same bytes in pieces. */
function pieces(bytes: Uint8Array, at: readonly number[]): Uint8Array[] {
  const ends = [...at, bytes.length].sort((a, b) => a - b);
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

describe.each([
  ['program messages', () => new MessageSplitter()],
  ['response messages', () => new ResponseSplitter()],
])('%s are the same', (_, create) => {
  test('however the bytes are split and merged', async () => {
    await fc.assert(
      fc.property(noise, cuts, (bytes, at) => {
        const [whole, cut] = [create(), create()];
        const found = pieces(bytes, at).flatMap((piece): readonly unknown[] => cut.push(piece));
        expect(found).toEqual(whole.push(bytes));
        expect(cut.pending).toBe(whole.pending);
      }),
      { numRuns: 500 },
    );
  });

  test('after any noise that was cleared', async () => {
    await fc.assert(
      fc.property(noise, (bytes) => {
        const splitter = create();
        splitter.push(bytes);
        splitter.clear();
        expect(splitter.push(bytesOf('*IDN?\n'))).toEqual(create().push(bytesOf('*IDN?\n')));
      }),
    );
  });
});

test('a splitter holds on to no more than a line in the longest of streams', () => {
  const splitter = new MessageSplitter();
  const endless = bytesOf('A,"#'.repeat(25_000));
  for (let sent = 0; sent < 100; sent++) {
    splitter.push(endless);
    expect(splitter.capacity).toBeLessThanOrEqual(2 * messageLimits.text + endless.length);
  }
  expect(texts(splitter.push(bytesOf('\n*IDN?\n')))).toEqual(['*IDN?']);
});

test('an answer is one line, whatever its blocks and texts hold', () => {
  const splitter = new ResponseSplitter();
  const sent = bytesOf('#15a\nb;c;"x;#15",2;0,"No error"\r\n1;0,"No error"\n');
  expect(splitter.push(sent).map(textOf)).toEqual([
    '#15a\nb;c;"x;#15",2;0,"No error"',
    '1;0,"No error"',
  ]);
});

test('a block within a text in single quotes is none', () => {
  expect(new ResponseSplitter().push(bytesOf("',#15';0\n1\n")).map(textOf)).toEqual([
    "',#15';0",
    '1',
  ]);
});

test('an answer that is too long is passed over', () => {
  const splitter = new ResponseSplitter({ text: 10, blocks: 10 });
  expect(splitter.push(bytesOf('12345678901\n1\n')).map(textOf)).toEqual(['1']);
  expect(splitter.push(bytesOf('#211AAAAA\nAAAAA\n1\n')).map(textOf)).toEqual(['1']);
});
