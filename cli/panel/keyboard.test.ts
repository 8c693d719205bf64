import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Keyboard } from './keyboard.ts';

const read = (input: string): readonly unknown[] =>
  new Keyboard()
    .push(input)
    .map((command) => (command.kind === 'key' ? command.key : command.kind));

test.each([
  ['0159', ['0', '1', '5', '9']],
  ['\r\n', ['OK', 'OK']],
  ['\u007f\bcC', ['C', 'C', 'C', 'C']],
  ['mMhH', ['MENU', 'MENU', 'HOME', 'HOME']],
  ['\u001b[A\u001b[B\u001b[C\u001b[D', ['UP', 'DOWN', 'RIGHT', 'LEFT']],
  ['\u001bOA\u001bOB\u001bOC\u001bOD', ['UP', 'DOWN', 'RIGHT', 'LEFT']],
  ['fupn', ['feed', 'stick', 'power', 'network']],
  ['q\u0003', ['quit', 'quit']],
  ['xyz\u001b[5~\u001b[1;5A\u001b[200~é', []],
])('%j is %j', (input, wanted) => {
  expect(read(input)).toEqual(wanted);
});

const sequence = fc.constantFrom('\u001b[A', '\u001bOB', '\u001b[15~', '1', 'c', '\r', 'é', '😀');

test('a key that arrives in parts is the same key', async () => {
  await fc.assert(
    fc.property(
      fc.array(sequence),
      fc.infiniteStream(fc.integer({ min: 1, max: 4 })),
      (keys, sizes) => {
        const input = keys.join('');
        const keyboard = new Keyboard();
        const commands: unknown[] = [];
        for (let at = 0; at < input.length; ) {
          const size = sizes.next().value as number; // the stream never ends
          commands.push(...keyboard.push(input.slice(at, at + size)));
          at += size;
        }
        expect(commands).toEqual(new Keyboard().push(input));
      },
    ),
  );
});

test('any bytes of a terminal are read without an error', async () => {
  await fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      new Keyboard().push(String.fromCharCode(...bytes));
    }),
  );
});
