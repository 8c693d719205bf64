import { expect, test } from 'vitest';
import { instantOf } from '#core';
import { drawPanel } from './draw-panel.ts';
import { Finger } from './finger.ts';
import { openPanel } from './open.ts';
import { runScript } from './script.ts';

const start = instantOf({ year: 2026, month: 1, day: 5, hour: 9, minute: 0, second: 0 });

const open = () => openPanel({ model: 'connect-plus', start });

/** What a script prints on a Connect+, and how many of its lines were bad. */
async function script(lines: readonly string[]) {
  const session = await open();
  const printed: string[] = [];
  const bad = await runScript(session, lines, (text) => printed.push(text)).finally(() =>
    session.close(),
  );
  return { text: printed.join('\n'), bad };
}

test('an account is created by touching what the screen says and typing on its keyboard', async () => {
  const { text, bad } = await script([
    'touch Manage Accounts',
    'touch Create',
    'type 日本? No: Sales & Co',
    'type Sales & Co',
    'touch OK',
    'type S-01',
    'touch OK',
    'touch OK',
    'touch OK',
  ]);
  expect(bad).toBe(1);
  expect(text).toContain('No key of the field "Account name" gives one of the characters');
  expect(text).toContain('The account Sales & Co has been created.');
});

test('what cannot be touched, and a key of another machine, are refused by name', async () => {
  const { text, bad } = await script(['touch Nothing', 'OK', 'type a', 'touch']);
  expect(bad).toBe(4);
  expect(text).toContain('Nothing to touch says "Nothing". There is "Run Mail", "Manage Accounts"');
  expect(text).toContain('This machine has no keys: touch what it shows.');
  expect(text).toContain('There is no field on "Home" to type into.');
  expect(text).toContain('It is "touch TEXT".');
});

test('a password is not printed', async () => {
  const { text } = await script([
    ...['touch Settings', 'touch System', 'touch Users', 'touch Enable', 'type sue', 'touch OK'],
    'type swordfish',
  ]);
  expect(text).toContain('type •••••••••');
  expect(text).not.toContain('swordfish');
});

test('the arrows move a finger that Enter taps with, and letters are typed into a field', async () => {
  await using session = await (async () => {
    const opened = await open();
    return Object.assign(opened, { [Symbol.asyncDispose]: () => opened.close() });
  })();
  const finger = new Finger();
  const send = async (input: string) => {
    for (const command of finger.push(input, await session.frame())) await session.do(command);
    return session.frame();
  };
  const pointed = async () => finger.pointedAt(await session.frame())?.text;
  expect(await pointed()).toBe('Run Mail');
  await send('\u001b');
  await send('[B');
  expect(await pointed()).toBe('Manage Accounts');
  expect((await send('\r')).title).toBe('Manage Accounts');
  expect((await send('\r')).title).toBe('Account name');
  expect((await send('Qf5')).field?.value).toBe('Qf5');
  expect((await send('\u007f')).field?.value).toBe('Qf');
  const frame = await session.frame();
  const surroundings = await session.surroundings();
  const view = { frame, surroundings, outcome: { status: 'done' } as const, notes: [] };
  const lines = drawPanel(
    { ...view, legend: finger.legend, pointed: finger.pointedAt(frame) },
    { columns: 64, rows: 20 },
  );
  expect(lines.join('\n')).toContain('> OK');
  expect(lines.join('\n')).toContain('Account name: Qf_');
  expect(lines.at(-1)).toBe('Ctrl-N network   Ctrl-Q quit');
});
