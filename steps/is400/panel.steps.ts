import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import type { is400 } from '#bench';
import { BenchError, isKey, type Key, type Millis } from '#core';
import type { FrankbenchWorld } from '../world.ts';

type Act = (world: FrankbenchWorld, text: string) => Promise<unknown>;

/** What a row of a key table may say, and what is done then. */
const acts: readonly (readonly [RegExp, Act])[] = [
  [/^select "(.+)"$/, (world, text) => world.bench.select(text)],
  [/^type (?:PIN )?"(.+)"$/, (world, text) => world.bench.type(text)],
  [
    /^type the supervisor PIN()$/,
    (world) => world.bench.type(world.bench.credentials.supervisor ?? ''),
  ],
  [/^press (.+)$/, (world, text) => world.bench.pressAll(text.split(' ').filter(isKey))],
];

async function follow(world: FrankbenchWorld, text: string): Promise<void> {
  for (const [pattern, act] of acts) {
    const found = pattern.exec(text);
    if (found) return void (await act(world, found[1] ?? ''));
  }
  throw new BenchError('FB_FEATURE_FILE', `No key table may say: ${text}.`, {
    hint: 'select "…", type "…", type PIN "…", type the supervisor PIN, press KEY KEY',
  });
}

Given<FrankbenchWorld>('a meter at its home screen', async function () {
  this.remember(await this.is400.standing());
  await this.is400.endSession();
});

Given<FrankbenchWorld>('the supervisor menu', async function () {
  await this.is400.logIn();
});

When<FrankbenchWorld>('the supervisor menu is opened', async function () {
  await this.is400.logIn();
});

When<FrankbenchWorld>('the user menu is opened', async function () {
  await this.is400.startSession({});
  await this.bench.goTo('User Menu', 'Main Menu');
});

Given<FrankbenchWorld>('the number field of a new account', async function () {
  await this.is400.setMode('accounts');
  await this.is400.openNumber();
});

Given<FrankbenchWorld>('the name field of a new account', async function () {
  await this.is400.setMode('accounts');
  await this.is400.openName('77');
});

When<FrankbenchWorld>('these keys are pressed', async function (table: DataTable) {
  for (const [act = '', key = ''] of table.raw()) {
    await follow(this, act);
    if (isKey(key)) await this.bench.press(key);
  }
});

When<FrankbenchWorld>('the key(s) {keys} is/are pressed', async function (keys: readonly Key[]) {
  await this.bench.pressAll(keys);
});

When<FrankbenchWorld>(
  'the key(s) {keys} is/are pressed, and {duration} later {keys}',
  async function (first: readonly Key[], pause: Millis, then: readonly Key[]) {
    await this.bench.pressAll(first);
    await this.bench.passTime(pause);
    await this.bench.pressAll(then);
  },
);

When<FrankbenchWorld>(
  '{duration} later the key(s) {keys} is/are pressed',
  async function (pause: Millis, keys: readonly Key[]) {
    await this.bench.passTime(pause);
    await this.bench.pressAll(keys);
  },
);

Then<FrankbenchWorld>(
  'after {duration} the screen {string} is shown',
  async function (duration: Millis, title: string) {
    await this.bench.passTime(duration);
    this.bench.expectTitle(title);
  },
);

Then<FrankbenchWorld>('after OK the screen {string} is shown', async function (title: string) {
  await this.bench.press('OK');
  this.bench.expectTitle(title);
});

Then<FrankbenchWorld>('the display shows these rows', function (table: DataTable) {
  const rows = this.bench.frame.rows.map((row) => row.text);
  this.bench.expectSame('rows', table.raw().flat(), rows);
});

Then<FrankbenchWorld>('the cursor is on {string}', function (text: string) {
  this.bench.expectSame('cursor', text, this.bench.selectedRow()?.text);
});

Then<FrankbenchWorld>('as many rows are visible as the display has', function () {
  this.bench.expectSame('rows', this.is400.profile.displayRows, this.bench.frame.rows.length);
});

Then<FrankbenchWorld>('the menu offers {string}', async function (entries: string) {
  const offered = await this.bench.readList();
  this.bench.expectSame('menu', entries, offered.join(', '));
});

Then<FrankbenchWorld>(
  'the Account Management menu offers {string}',
  async function (entries: string) {
    await this.bench.goTo('Supervisor', 'Account Management');
    const offered = await this.bench.readList();
    this.bench.expectSame('menu', entries, offered.join(', '));
  },
);

Then<FrankbenchWorld>('after OK the field reads {string}', async function (text: string) {
  await this.bench.press('OK');
  this.bench.expectSame('field', text, this.bench.frame.field?.value);
});

Then<FrankbenchWorld>('the field takes {string}', function (mode: string) {
  this.bench.expectSame('field', mode, this.bench.frame.field?.mode);
});

Then<FrankbenchWorld>('the field takes letters only where numbers may have them', function () {
  const letters = this.is400.profile.accountNumberAlphabet === 'alphanumeric';
  this.bench.expectSame('field', letters ? 'upper' : 'digits', this.bench.frame.field?.mode);
});

Then<FrankbenchWorld>('the meter asks for a PIN', function () {
  const { field } = this.bench.frame;
  this.bench.expectSame('PIN field', ['', true], [field?.value, field?.secret]);
});

Then<FrankbenchWorld>('the meter refuses because {reason}', function (reason: is400.RefusalReason) {
  this.is400.expectRefusal(reason);
});

Then<FrankbenchWorld>(
  'the meter refuses with {code} because {reason}',
  function (code: string, reason: is400.RefusalReason) {
    this.is400.expectRefusal(reason, code);
  },
);
