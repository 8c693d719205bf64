import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { accountLines } from '../file-text.ts';
import { faultsOf } from '../stick.ts';
import type { FrankbenchWorld } from '../world.ts';
import { forModel, plugIn } from './stick-work.ts';

// Export and import ------------------------------------------------------------------------------

Given<FrankbenchWorld>(
  /^the meter asks for the stick to (export to|import from)$/,
  async function (what: string) {
    const export_ = what === 'export to';
    await this.bench.goTo(export_ ? 'Export Account List' : 'Import Account List', 'Insert Key');
  },
);

When<FrankbenchWorld>('the stick is inserted and OK is pressed', async function () {
  await plugIn(this);
  await this.bench.press('OK');
});

When<FrankbenchWorld>('the stick is inserted and C is pressed instead', async function () {
  await plugIn(this);
  await this.bench.press('C');
});

When<FrankbenchWorld>('OK is pressed without a stick', async function () {
  await this.bench.plugStick('out');
  await this.bench.press('OK');
  await this.bench.awaitDone();
});

When<FrankbenchWorld>('the account list is exported', async function () {
  await plugIn(this);
  await this.is400.exportAccounts();
});

Given<FrankbenchWorld>('the account list was exported', async function () {
  await plugIn(this);
  await this.is400.exportAccounts();
  await this.bench.passTime(1000);
});

Given<FrankbenchWorld>('the account list could not be exported', async function () {
  await plugIn(this);
  await this.is400.exportAccounts();
  this.bench.expectRow('No account list was exported.');
});

When<FrankbenchWorld>('the stick is made writable and the export repeated', async function () {
  await faultsOf(this).writeProtect(false);
  await this.bench.press('OK');
  await this.bench.press('OK');
  await this.bench.awaitDone();
});

When<FrankbenchWorld>('the account list is exported again', async function () {
  await this.is400.exportAccounts();
});

When<FrankbenchWorld>(
  'the stick is pulled out {duration} into an export',
  async function (after: number) {
    await plugIn(this);
    await this.is400.beginExport();
    await this.bench.passTime(after);
    await this.bench.plugStick('out');
    await this.bench.awaitDone();
  },
);

When<FrankbenchWorld>('the supervisor looks for files to import', async function () {
  await plugIn(this);
  await this.is400.openImport();
});

When<FrankbenchWorld>(
  'the supervisor looks for files to import and leaves with C',
  async function () {
    await plugIn(this);
    await this.is400.openImport();
    await this.bench.press('C');
  },
);

Given<FrankbenchWorld>('{string} was imported', async function (name: string) {
  await plugIn(this);
  await this.is400.importAccounts(name);
  this.bench.expectTitle('Import Result');
});

Given<FrankbenchWorld>('every account but the first was deleted', async function () {
  for (const { number } of this.accounts.slice(1)) await this.is400.deleteAccount(number);
  const left = await this.is400.accountList();
  this.bench.expectSame('account list', this.accounts.slice(0, 1), left);
});

When<FrankbenchWorld>('{string} is imported', async function (name: string) {
  await plugIn(this);
  await this.is400.importAccounts(name);
});

When<FrankbenchWorld>(/^the (?:newest file|file just exported) is imported$/, async function () {
  await plugIn(this);
  await this.is400.importAccounts();
});

When<FrankbenchWorld>(
  'the stick is pulled out {duration} into the import of {string}',
  async function (after: number, name: string) {
    await plugIn(this);
    await this.is400.beginImport(name);
    await this.bench.passTime(after);
    await this.bench.plugStick('out');
    await this.bench.awaitDone();
  },
);

When<FrankbenchWorld>(
  'the stick is pulled out and put back {duration} into the import of {string}',
  async function (after: number, name: string) {
    await plugIn(this);
    await this.is400.beginImport(name);
    await this.bench.passTime(after);
    await this.bench.plugStick('out');
    await this.bench.plugStick('meter');
    await this.bench.awaitDone();
  },
);

// What the machine says --------------------------------------------------------------------------

Then<FrankbenchWorld>('the display does not show {string}', function (text: string) {
  const shown = this.bench.frame.rows.some((row) => row.text === text);
  this.bench.check('row', !shown, `no "${text}"`, shown ? `"${text}"` : 'none');
});

/** The failure and, below it, what came of the work. */
Then<FrankbenchWorld>(
  'the meter says that it failed: {string}, {string}',
  function (why: string, outcome: string) {
    this.bench.expectRefusal(why);
    this.bench.expectRow(outcome);
  },
);

Then<FrankbenchWorld>('the meter is busy with {string}', function (title: string) {
  this.bench.expectTitle(title);
  this.bench.expectSame('busy', true, this.bench.frame.busy);
});

Then<FrankbenchWorld>('no key changes what it shows', async function () {
  const before = this.bench.frame.frame;
  await this.bench.pressAll(['C', 'MENU', 'HOME', 'OK', '5', 'UP', 'DOWN']);
  this.bench.expectSame('frame', before, this.bench.frame.frame);
});

Then<FrankbenchWorld>('when it is done the display shows {string}', async function (text: string) {
  await this.bench.awaitDone();
  this.bench.expectRow(text);
});

Then<FrankbenchWorld>('after OK the meter is busy with {string}', async function (title: string) {
  await this.bench.press('OK');
  this.bench.expectTitle(title);
  this.bench.expectSame('busy', true, this.bench.frame.busy);
});

Then<FrankbenchWorld>('OK leads back to {string}', async function (title: string) {
  await this.bench.press('OK');
  this.bench.expectTitle(title);
});

Then<FrankbenchWorld>('these files are offered in this order', async function (table: DataTable) {
  this.bench.expectTitle('Select File');
  this.bench.expectSame('files', table.raw().flat(), await this.bench.readList());
});

Then<FrankbenchWorld>(
  '{int} files are offered, from {string} to {string}',
  async function (count: number, first: string, last: string) {
    const files = await this.bench.readList();
    this.bench.expectSame('files', [count, first, last], [files.length, files[0], files.at(-1)]);
  },
);

Then<FrankbenchWorld>(
  'the import result is {int} added and {int} refused',
  function (added: number, refused: number) {
    this.bench.expectTitle('Import Result');
    this.bench.expectRow(`Accounts added: ${added}`);
    this.bench.expectRow(`Lines refused: ${refused}`);
    this.bench.expectRow('You may now remove the USB key.');
    if (refused === 0) {
      const errors = this.bench.frame.rows.filter((row) => row.role === 'error');
      this.bench.expectSame('refusals', [], errors);
    }
  },
);

Then<FrankbenchWorld>('the import result by model is', function (table: DataTable) {
  const [added, refused] = forModel(this, table);
  this.bench.expectTitle('Import Result');
  this.bench.expectRow(`Accounts added: ${added}`);
  this.bench.expectRow(`Lines refused: ${refused}`);
});

Then<FrankbenchWorld>(
  'the first refused line is {int}: {string}',
  function (line: number, why: string) {
    this.bench.expectRefusal(`First refused: line ${line}`);
    this.bench.expectRefusal(why);
  },
);

Then<FrankbenchWorld>('the first refused line by model is', function (table: DataTable) {
  const [line, why = ''] = forModel(this, table);
  this.bench.expectRefusal(`First refused: line ${line}`);
  this.bench.expectRefusal(why);
});

// What the account list holds --------------------------------------------------------------------

const rowOf = ([number = '', name = '', status]: readonly string[]) => ({
  number,
  name,
  active: status === 'active',
});

type AccountRow = ReturnType<typeof rowOf>;

/** By number, in the order of their characters. */
const byNumber = (rows: readonly AccountRow[]): readonly AccountRow[] =>
  rows.toSorted((a, b) => (a.number < b.number ? -1 : 1));

Then<FrankbenchWorld>('the account list has gained', async function (table: DataTable) {
  const expected = byNumber([...this.accounts, ...table.raw().map(rowOf)]);
  this.bench.expectSame('account list', expected, await this.is400.accountList());
});

/** In each cell an account: "1301 Despatch active". */
Then<FrankbenchWorld>('the account list by model has gained', async function (table: DataTable) {
  const gained = forModel(this, table).flatMap((cell) => {
    const [, number, name, status] = /^(\S+) (.+) (active|inactive)$/.exec(cell) ?? [];
    return number && name && status ? [rowOf([number, name, status])] : [];
  });
  const expected = byNumber([...this.accounts, ...gained]);
  this.bench.expectSame('account list', expected, await this.is400.accountList());
});

Then<FrankbenchWorld>(
  'the account list has gained the accounts {int} to {int}',
  async function (from: number, to: number) {
    await expectGainedRange(this, from, to);
  },
);

Then<FrankbenchWorld>(
  'the account list by model has gained the accounts',
  async function (table: DataTable) {
    const [from, to] = forModel(this, table);
    await expectGainedRange(this, Number(from), Number(to));
  },
);

async function expectGainedRange(world: FrankbenchWorld, from: number, to: number): Promise<void> {
  const gained = accountLines(to - from + 1, from).map((line) => {
    const [number, name] = line.split(';');
    return rowOf([number ?? '', name ?? '', 'active']);
  });
  const expected = byNumber([...world.accounts, ...gained]);
  world.bench.expectSame('account list', expected, await world.is400.accountList());
}

Then<FrankbenchWorld>(
  'the supervisor finds {account} {string} inactive',
  async function (number: string, name: string) {
    const found = (await this.is400.accountList()).find((account) => account.number === number);
    this.bench.expectSame('account', { number, name, active: false }, found);
  },
);
