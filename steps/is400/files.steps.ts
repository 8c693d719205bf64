import { type DataTable, defineParameterType, Given, Then, When } from '@cucumber/cucumber';
import {
  accountLines,
  bytesOf,
  type Encoding,
  encodings,
  fileOf,
  instantOfText,
  type LineEnd,
  lineEnds,
  nameOfInstant,
  shownBytes,
} from '../file-text.ts';
import type { FrankbenchWorld } from '../world.ts';
import {
  faultsOf,
  forModel,
  newFiles,
  plugIn,
  putFile,
  stickContent,
  stickOf,
} from './stick-work.ts';

defineParameterType({
  name: 'lineEnd',
  regexp: new RegExp(Object.keys(lineEnds).join('|')),
  transformer: (text: string) => text as LineEnd,
});

defineParameterType({
  name: 'encoding',
  regexp: new RegExp(encodings.join('|')),
  transformer: (text: string) => text as Encoding,
});

/** Lines of a doc string; `⌷` stands for a space at an end, which tables and editors would lose. */
const linesOf = (text: string): readonly string[] => text.replaceAll('⌷', ' ').split('\n');

// What is on the stick ---------------------------------------------------------------------------

Given<FrankbenchWorld>(
  'the stick holds {string} with the lines',
  async function (name: string, text: string) {
    await putFile(this, name, fileOf(linesOf(text)));
  },
);

Given<FrankbenchWorld>(
  'the stick holds {string} with the lines in {encoding}',
  async function (name: string, encoding: Encoding, text: string) {
    await putFile(this, name, fileOf(linesOf(text), 'CR LF', encoding));
  },
);

Given<FrankbenchWorld>(
  'the stick holds {string} with {lineEnd} line ends',
  async function (name: string, end: LineEnd, text: string) {
    await putFile(this, name, fileOf(linesOf(text), end));
  },
);

Given<FrankbenchWorld>(
  'the stick holds {string} with exactly these bytes',
  async function (name: string, notation: string) {
    await putFile(this, name, bytesOf(notation));
  },
);

Given<FrankbenchWorld>('the stick holds an empty file {string}', async function (name: string) {
  await putFile(this, name, new Uint8Array());
});

Given<FrankbenchWorld>(
  'the stick holds {string} with {int} accounts from {int} on',
  async function (name: string, count: number, from: number) {
    await putFile(this, name, fileOf(accountLines(count, from)));
  },
);

Given<FrankbenchWorld>(
  'the stick holds {string} with the line for this model',
  async function (name: string, table: DataTable) {
    await putFile(this, name, fileOf([forModel(this, table)[0] ?? '']));
  },
);

Given<FrankbenchWorld>(
  'the stick holds {string} in the encoding of this model',
  async function (name: string, table: DataTable) {
    const [encoding, line] = forModel(this, table);
    await putFile(this, name, fileOf([line ?? ''], 'CR LF', encoding as Encoding));
  },
);

/** Files with one account each, numbered from 3001 in the order of the table. */
Given<FrankbenchWorld>(
  'the stick holds a list of one account in each of',
  async function (table: DataTable) {
    for (const [index, [path = '']] of table.raw().entries()) {
      await putFile(this, path, fileOf(accountLines(1, 3001 + index)));
    }
  },
);

Given<FrankbenchWorld>('the stick holds {int} older account files', async function (count: number) {
  const first = instantOfText('2025-01-01 00:00:00');
  for (let index = 0; index < count; index += 1) {
    await putFile(this, nameOfInstant(first + index * 60_000), fileOf(['9;Old;Active']));
  }
});

Given<FrankbenchWorld>(
  'the stick holds an account file of each of the next {int} seconds',
  async function (count: number) {
    const now = this.bench.meter.now();
    for (let second = 0; second < count; second += 1) {
      await putFile(this, nameOfInstant(now + second * 1000), fileOf(['9;Old;Active']));
    }
  },
);

/** A boot sector says how many entries its root folder has room for; on FAT32 that is 0: no limit. */
Given<FrankbenchWorld>('a stick whose root folder has room for 512 entries', function () {
  const boot = faultsOf(this).image().subarray(0, 512);
  const entries = new DataView(boot.buffer, boot.byteOffset).getUint16(17, true);
  return entries === 512 ? undefined : this.skip('the root folder of this stick has no limit');
});

Given<FrankbenchWorld>('the stick is write-protected', function () {
  faultsOf(this).writeProtect(true);
});

Given<FrankbenchWorld>('the stick has room for {int} more bytes', async function (bytes: number) {
  await this.bench.plugStick('host');
  await faultsOf(this).fill(bytes);
});

Given<FrankbenchWorld>('no file data can be written to the stick any more', async function () {
  await faultsOf(this).killFreeSectors();
});

Given<FrankbenchWorld>('the sectors of {string} cannot be read', async function (path: string) {
  await faultsOf(this).killSectorsOf(path);
});

Given<FrankbenchWorld>("the meter's clock stands at {string}", async function (text: string) {
  await this.bench.passTime(instantOfText(text) - this.bench.meter.now());
});

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
  faultsOf(this).writeProtect(false);
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

// What was exported ------------------------------------------------------------------------------

Then<FrankbenchWorld>('one new file is on the stick', async function () {
  const names = await newFiles(this);
  this.bench.expectSame('new files', 1, names.length);
  const name = names[0] ?? '';
  this.file = { name, bytes: await stickOf(this).read(name) };
});

Then<FrankbenchWorld>('{int} new files are on the stick', async function (count: number) {
  this.bench.expectSame('new files', count, (await newFiles(this)).length);
});

/** In local time by the meter's clock, within the three seconds that the export may have taken. */
Then<FrankbenchWorld>('its name is the time of the export', function () {
  const now = this.bench.meter.now();
  const names = [0, 1, 2, 3].map((second) => nameOfInstant(now - second * 1000));
  const name = this.file?.name ?? '';
  this.bench.check('file name', names.includes(name), `one of ${names.join(', ')}`, name);
});

Then<FrankbenchWorld>('its name is one of', function (table: DataTable) {
  const name = this.file?.name ?? '';
  const names = table.raw().flat();
  this.bench.check('file name', names.includes(name), `one of ${names.join(', ')}`, name);
});

Then<FrankbenchWorld>('it holds exactly these bytes', function (notation: string) {
  this.bench.expectSame(
    'bytes',
    shownBytes(bytesOf(notation)),
    shownBytes(this.file?.bytes ?? new Uint8Array()),
  );
});

Then<FrankbenchWorld>('it holds exactly these bytes by model', function (table: DataTable) {
  const expected = shownBytes(bytesOf(forModel(this, table).join('\\r\\n').concat('\\r\\n')));
  this.bench.expectSame('bytes', expected, shownBytes(this.file?.bytes ?? new Uint8Array()));
});

Then<FrankbenchWorld>(
  'it holds {int} lines with {lineEnd} line ends',
  function (count: number, end: LineEnd) {
    const text = new TextDecoder().decode(this.file?.bytes);
    const lines = text.split(lineEnds[end]);
    this.bench.expectSame('lines', count, lines.length - 1);
    this.bench.expectSame('last line ended', '', lines.at(-1));
    const stray = lines.filter((line) => /[\r\n]/.test(line));
    this.bench.expectSame('other line ends', [], stray);
  },
);

Then<FrankbenchWorld>('its last line is {string}', function (text: string) {
  const lines = new TextDecoder().decode(this.file?.bytes).split('\r\n');
  this.bench.expectSame('last line', [text, ''], lines.slice(-2));
});

Then<FrankbenchWorld>('nothing on the stick has changed', async function () {
  await this.bench.plugStick('host');
  this.bench.expectSame('stick', [...this.stick], [...(await stickContent(this))]);
});

/** Without anybody having touched the stick since: the newest file on it is whole. */
Then<FrankbenchWorld>('an export to the stick that stayed in is whole', async function () {
  await this.bench.passTime(2000);
  await this.is400.exportAccounts();
  this.bench.expectTitle('Export Complete');
  const name = (await newFiles(this)).toSorted().at(-1) ?? '';
  const text = new TextDecoder().decode(await stickOf(this).read(name));
  this.bench.expectSame('lines', this.accounts.length, text.split('\r\n').length - 1);
});

Then<FrankbenchWorld>('an export to the same stick succeeds', async function () {
  await this.bench.plugStick('host');
  await plugIn(this);
  await this.bench.passTime(2000);
  await this.is400.exportAccounts();
  this.bench.expectTitle('Export Complete');
  this.bench.expectSame('new files', 1, (await newFiles(this)).length);
});
