import { type DataTable, defineParameterType, Given, Then } from '@cucumber/cucumber';
import {
  accountLines,
  bytesOf,
  type Encoding,
  fileOf,
  instantOfText,
  type LineEnd,
  lineEnds,
  nameOfInstant,
  shownBytes,
} from '../file-text.ts';
import { faultsOf, stickOf } from '../stick.ts';
import type { FrankbenchWorld } from '../world.ts';
import { forModel, newFiles, plugIn, putFile, shownContent, stickContent } from './stick-work.ts';

defineParameterType({
  name: 'lineEnd',
  regexp: new RegExp(Object.keys(lineEnds).join('|')),
  transformer: (text: string) => text as LineEnd,
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

Given<FrankbenchWorld>('the sectors of {string} cannot be read', async function (path: string) {
  await faultsOf(this).killSectorsOf(path);
});

// What was left on it ---------------------------------------------------------------------------------

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
  this.bench.expectSame('stick', shownContent(this.stick), shownContent(await stickContent(this)));
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
