import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { instantOf } from '#core';
import type { MeterOptions } from '../emulate/open-meter.ts';
import { readScriptLine } from './command.ts';
import { openPanel } from './open.ts';
import { runScript } from './script.ts';

const start = instantOf({ year: 2026, month: 1, day: 5, hour: 9, minute: 0, second: 0 });

/** What a script prints, and how many of its lines were bad. */
async function script(lines: readonly string[], options: Partial<MeterOptions> = {}) {
  const session = await openPanel({ model: 'is-440', start, ...options });
  const printed: string[] = [];
  const bad = await runScript(session, lines, (text) => printed.push(text)).finally(() =>
    session.close(),
  );
  return { text: printed.join('\n'), bad };
}

const logIn = ['MENU 1 4', 'type 1234', 'OK'];
const accountsMode = ['5 1', 'DOWN DOWN OK', 'OK'];

test('keys move the cursor, and the display is printed after each', async () => {
  const { text, bad } = await script(['MENU', 'down']);
  expect(bad).toBe(0);
  expect(text).toBe(`Supervisor PIN: 1234
┌─ Home ───────────────────────────────┐
│   Credit: £100.00                    │
│   Postage: 0.00_               [123] │
│                                      │
└──────────────────────────────────────┘

MENU
┌─ Main Menu ──────────────────────────┐
│ > Reports                            │
│   My Credit                          │
│   Online Services                    │
│   End Session                        │
│   Supervisor                         │
└──────────────────────────────────────┘

DOWN
┌─ Main Menu ──────────────────────────┐
│   Reports                            │
│ > My Credit                          │
│   Online Services                    │
│   End Session                        │
│   Supervisor                         │
└──────────────────────────────────────┘`);
});

test('the same script gives the same text', async () => {
  const lines = [...logIn, ...accountsMode, 'wait 5', 'HOME', 'type 145', 'feed', 'feed'];
  expect(await script(lines)).toEqual(await script(lines));
});

test('an account is typed with letters, capitals and a letter twice', async () => {
  const { text, bad } = await script([
    ...logIn,
    ...accountsMode,
    'MENU 5 2 1 OK',
    'type 1201',
    'OK',
    'type Moon & Co 2b',
    'OK OK OK',
  ]);
  expect(bad).toBe(0);
  expect(text).toContain('Account name: Moon & Co 2b_');
  expect(text).toContain('  1201 Moon & Co 2b  ');
});

test('what no key of the field gives is said, and the script goes on', async () => {
  const { text, bad } = await script([
    'type 1A',
    'MENU',
    'type 1',
    ...logIn.slice(0, 1),
    'type 12x',
  ]);
  expect(bad).toBe(3);
  expect(text).toContain('Line 1: No key of the field "Postage" gives "A".');
  expect(text).toContain('Line 3: There is no field on "Main Menu" to type into.');
  expect(text).toContain('Line 5: A PIN has digits only.');
});

test('unknown words are said with what is known, and the script goes on', async () => {
  const { text, bad } = await script(['ENTER', '', '# a remark', 'stick in', 'wait soon', 'MENU']);
  expect(bad).toBe(3);
  expect(text).toContain('Line 1: "ENTER" is not understood. Known are keys');
  expect(text).toContain(
    'Line 4: "stick in" is not understood. It is "stick meter" or "stick out".',
  );
  expect(text).toContain('Line 5: "wait soon" is not understood.');
  expect(text).toContain('─ Main Menu ─');
});

test('a PIN is neither printed nor echoed', async () => {
  const { text } = await script(['MENU 1 4', 'type 7319', 'OK'], { supervisorPin: '7319' });
  expect(text).toContain('type ••••');
  expect(text).toContain('─ Supervisor Menu ─');
  expect(text).not.toContain('7319');
});

test('an envelope comes out as a specimen, and none is franked without power', async () => {
  const { text } = await script(['type 45', 'feed', 'power off', 'feed', 'power on'], {
    creditPence: 500,
  });
  expect(text).toContain('Envelope: SPECIMEN £0.45  2026-01-05  item 1');
  expect(text).toContain('─ (dark) ─');
  expect(text).toContain('Envelope: it came out blank');
  expect(text).toMatch(/power on\n┌─ Home ─+┐\n│ {3}Credit: £4\.55/);
});

test('time passes with "wait" only: the export is busy until then', async () => {
  const { text } = await script([
    ...logIn,
    ...accountsMode,
    'MENU 5 2 4',
    'stick meter',
    'OK',
    'wait 1',
    'wait 5',
  ]);
  expect(text).toMatch(/wait 1\n┌─ Writing the account list/);
  expect(text).toMatch(/wait 5\n┌─ Export Complete/);
});

test('the PC answers while the network is plugged in', async () => {
  const remote = ['DOWN DOWN DOWN DOWN DOWN OK'];
  const off = await script([...logIn, '5 1', ...remote, 'network off', 'wait 10']);
  expect(off.text).toContain('The PC did not answer');
  const on = await script([...logIn, '5 1', ...remote, 'wait 10']);
  expect(on.text).toContain('Account mode: Remote Account Management');
});

test('memory and stick are kept in files', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-panel-'));
  const files = { memory: join(folder.path, 'memory'), stick: join(folder.path, 'stick.img') };
  const stickIn = ['stick meter'];
  const first = await script(
    [...logIn, ...accountsMode, 'MENU 5 2 4', ...stickIn, 'OK', 'wait 10', 'stick out'],
    files,
  );
  expect(first.text).toContain('Export Complete');
  const second = await script([...logIn, '5 2 3', ...stickIn, 'OK', 'wait 10'], files);
  expect(second.text).toContain('The memory was there before.');
  expect(second.text).toContain('ACS_20260105_090000.CSV');
});

test('a memory that holds something else is named', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-panel-'));
  const memory = join(folder.path, 'memory');
  const { FileMedium, NonVolatileMemory } = await import('#emulator');
  const other = new NonVolatileMemory(new FileMedium(memory));
  other.commit('{"version":99}');
  other.close();
  await expect(script([], { memory })).rejects.toThrow(/FB_MEMORY_FILE/);
  // The lock was let go of.
  new FileMedium(memory).close();
});

test.each([
  ['wait 0.5', { kind: 'wait', duration: 500 }],
  ['type  two blanks', { kind: 'type', text: ' two blanks' }],
  ['  FEED ', { kind: 'feed' }],
  ['power off', { kind: 'power', on: false }],
])('%j is understood', (line, command) => {
  expect(readScriptLine(line)).toEqual({ status: 'understood', commands: [command] });
});

const launcher = fileURLToPath(new URL('../frankbench.mjs', import.meta.url));

const frankbench = (args: readonly string[], input: string) =>
  new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(process.execPath, [launcher, ...args], (error, stdout, stderr) =>
      resolve({ code: error ? error.code : 0, stdout, stderr }),
    );
    child.stdin?.end(input);
  });

test('the command reads stdin to its end, and an unknown line is exit code 2', async () => {
  const [good, bad] = await Promise.all([
    frankbench(['emulate', 'is-420'], 'MENU\nDOWN\n'),
    frankbench(['emulate', 'is-440', '--supervisor-pin', '7319'], 'MENUE\nHOME'),
  ]);
  expect(good).toMatchObject({ code: 0, stderr: '' });
  expect(good.stdout).toContain('│ > My Credit');
  expect(bad.code).toBe(2);
  expect(bad.stderr).toContain('one line could not be carried out');
  expect(bad.stdout).toContain('\nHOME\n');
  expect(bad.stdout).not.toContain('7319');
});

test('a reader of the output that has seen enough ends it without an error', async () => {
  const child = spawn(process.execPath, [launcher, 'emulate', 'is-440'], { stdio: 'pipe' });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  child.stdin.on('error', () => undefined);
  child.stdout.once('data', () => {
    child.stdout.destroy();
    child.stdin.write('MENU\nHOME\n'.repeat(2000));
  });
  const [code] = await once(child, 'close');
  expect({ code, said }).toEqual({ code: 0, said: '' });
});

test.each([
  [['--supervisor-pin', '73190'], /four digits/],
  [['--credit', '1.5'], /whole number of pence/],
  [['--start', '2026-02-29T09:00:00'], /is not a time/],
])('%j is a usage error', async (options, hint) => {
  const { code, stderr } = await frankbench(['emulate', 'is-440', ...options], '');
  expect(code).toBe(2);
  expect(stderr).toMatch(hint);
  expect(stderr).not.toContain('73190');
});
