import { Command } from 'commander';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { register } from '../commands/emulate.ts';
import { createShell } from '../shell.ts';
import { linkFlags } from './link-flags.ts';
import { meterFlags } from './meter-flags.ts';
import { plainLine } from './plain-line.ts';

/** What commander makes of a line; `undefined` where it has something to say. */
function commanderLine(args: readonly string[]): unknown {
  const program = new Command()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
  register(
    program,
    createShell(() => undefined),
  );
  const [command] = program.commands;
  let line: unknown;
  command?.exitOverride().action((model: string, flags: object) => {
    line = { model, flags };
  });
  try {
    program.parse(['emulate', ...args], { from: 'user' });
  } catch {
    return undefined;
  }
  return line;
}

const names = [...meterFlags, ...linkFlags].map(({ flags }) => flags.split(' ')[0] ?? '');
const value = fc.constantFrom(
  '127.0.0.1:0',
  'virtual',
  'host',
  'soon',
  'a b',
  '',
  '-',
  '-1',
  '--',
  'is-420',
);
const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...names) },
  { weight: 4, arbitrary: value },
  fc.constantFrom(
    '--help',
    '-h',
    '--debug',
    '--log-level',
    '--scpi=127.0.0.1:0',
    '--no-such',
    '--scp',
  ),
);
const args = fc
  .tuple(fc.constantFrom('is-440', 'no-such', ''), fc.array(word, { maxLength: 6 }))
  .map(([model, rest]) => [model, ...rest]);

test('a line that is read without commander is read as commander reads it', async () => {
  let read = 0;
  await fc.assert(
    fc.property(args, (line) => {
      const plain = plainLine(line);
      if (!plain) return;
      read += 1;
      expect(plain).toEqual(commanderLine(line));
    }),
    { numRuns: 3000 },
  );
  expect(read).toBeGreaterThan(300);
});

test('a usual line is read, with each flag but the one that takes several', () => {
  const said = [...meterFlags, ...linkFlags]
    .filter(({ flags }) => !flags.includes('...'))
    .flatMap(({ flags, choices }) => {
      const [name = '', takes] = flags.split(' ');
      return takes ? [name, choices?.[0] ?? 'x'] : [name];
    });
  expect(Object.keys(plainLine(['is-440', ...said])?.flags ?? {})).toHaveLength(names.length - 1);
});

test.each([
  ['no model', []],
  ['help', ['is-440', '--help']],
  ['a flag that is not known', ['is-440', '--scpy']],
  ['a flag twice', ['is-440', '--pty', '--pty']],
  ['a value that is not there', ['is-440', '--memory']],
  ['a value that is none of those', ['is-440', '--clock', 'soon']],
  ['a word too many', ['is-440', '--pty', 'x']],
])('%s is left to commander', (_what, line) => {
  expect(plainLine(line)).toBeUndefined();
});
