import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { loadFiles } from '#bench/any-machine';
import type * as connectPlus from '#bench/connect-plus';
import { faultsOf, stickOf } from '../stick.ts';
import type { FrankbenchWorld } from '../world.ts';
import { driveFiles, insertDrive, newOnDrive } from './usb-drive.ts';

/** `Reports/2026/june.pdf` taken apart: folder, name and type. */
function orderOf(path: string): connectPlus.ExportOrder {
  const [, folder = '', fileName = '', type = 'csv'] =
    /^(?:(.*)\/)?(.+)\.(csv|xls|pdf)$/.exec(path) ?? [];
  return { folder, fileName, type: type as connectPlus.ExportOrder['type'] };
}

// The drive ----------------------------------------------------------------------------------------

Given<FrankbenchWorld>('a USB drive with the folder(s)', async function (table: DataTable) {
  const drive = stickOf(this);
  if (drive.place() !== 'host') await this.bench.plugStick('host');
  for (const [folder = ''] of table.raw()) {
    // A folder comes into being with a file in it.
    await drive.write(`${folder}/.keep`, new Uint8Array());
    await drive.remove(`${folder}/.keep`);
  }
});

Given<FrankbenchWorld>(
  'a USB drive with the file {string} that says {string}',
  async function (path: string, text: string) {
    await this.bench.plugStick('host');
    await stickOf(this).write(path, new TextEncoder().encode(text));
  },
);

When<FrankbenchWorld>('the USB drive is/was inserted', async function () {
  await insertDrive(this);
});

When<FrankbenchWorld>('the USB drive is/was taken out', async function () {
  await this.bench.plugStick('out');
});

Given<FrankbenchWorld>('the folder {string} is removed from the USB drive', async function (path) {
  await this.bench.plugStick('host');
  await stickOf(this).remove(path);
  await this.bench.plugStick('meter');
});

Given<FrankbenchWorld>('the file {string} is removed from the USB drive', async function (path) {
  await this.bench.plugStick('host');
  await stickOf(this).remove(path);
  await this.bench.plugStick('meter');
});

Given<FrankbenchWorld>('the USB drive is made writable', async function () {
  await faultsOf(this).writeProtect(false);
});

// Exporting ----------------------------------------------------------------------------------------

/** From the settings or the figures of a report: to a path such as Reports/june.pdf. */
When<FrankbenchWorld>('it is/was exported to {string}', async function (path: string) {
  await insertDrive(this);
  await this.connectPlus.exports.run(orderOf(path));
});

When<FrankbenchWorld>('it is to be exported to {string}', async function (path: string) {
  await insertDrive(this);
  await this.connectPlus.exports.open();
  await this.connectPlus.exports.fill(orderOf(path));
});

When<FrankbenchWorld>(
  'the USB drive is taken out {duration} into its export to {string}',
  async function (after: number, path: string) {
    await insertDrive(this);
    await this.connectPlus.exports.begin(orderOf(path));
    await this.bench.passTime(after);
    await this.bench.plugStick('out');
    await this.bench.awaitDone();
  },
);

When<FrankbenchWorld>(
  'the power is cut {duration} into its export to {string}',
  async function (after: number, path: string) {
    await insertDrive(this);
    await this.connectPlus.exports.begin(orderOf(path));
    await this.bench.passTime(after);
    await this.bench.powerOff();
    await this.bench.powerOn();
  },
);

When<FrankbenchWorld>('the name {string} is given to the file', async function (name: string) {
  await this.connectPlus.exports.open();
  await this.connectPlus.exports.name(name);
});

When<FrankbenchWorld>('the folder {string} is to be opened', async function (folder: string) {
  await insertDrive(this);
  await this.connectPlus.exports.open();
  await this.connectPlus.exports.place(folder);
});

When<FrankbenchWorld>('the export is tried again', async function () {
  await this.connectPlus.exports.again();
});

When<FrankbenchWorld>('the export is tried again as {string}', async function (path: string) {
  await insertDrive(this);
  await this.connectPlus.screen.dismiss();
  await this.connectPlus.exports.fill(orderOf(path));
  await this.connectPlus.screen.tap('OK');
  await this.bench.awaitDone();
});

When<FrankbenchWorld>('{string} is touched and the machine has done it', async function (text) {
  await this.connectPlus.screen.tap(text);
  await this.bench.awaitDone();
});

Then<FrankbenchWorld>('the Connect+ refuses because {string} exists', function (file: string) {
  this.connectPlus.screen.expectRefusal('the file exists', { file });
});

// What came of it ----------------------------------------------------------------------------------

Then<FrankbenchWorld>('the export of {string} is complete', function (file: string) {
  this.bench.expectRow(`The export of ${file} is complete.`);
});

/** What the display shows of the report, kept for the file that is made of it. */
When<FrankbenchWorld>('it is/was read from the display', async function () {
  this.report = await this.connectPlus.reports.table();
});

Then<FrankbenchWorld>(
  /^"(.+)" on the USB drive is an? (CSV|XLS|PDF|csv|xls|pdf) file that holds what the display showed$/,
  async function (path: string, kind: string) {
    const held = await driveFiles(this);
    this.bench.expectSame('file', true, held.has(path));
    const bytes = await stickOf(this).read(path);
    const { compareFile, problemText } = await loadFiles();
    const compared = await compareFile(this.shownReport, bytes, {
      formulaMarks: this.connectPlus.screen.profile.csv.formulas === 'marked',
    });
    this.bench.expectSame('kind of file', kind.toLowerCase(), compared.identity.kind);
    const wrong =
      compared.status === 'refused'
        ? [problemText(compared)]
        : compared.differences.map(({ text }) => text);
    this.bench.check('file', wrong.length === 0, 'the report of the display', wrong.join('; '));
  },
);

Then<FrankbenchWorld>('{string} is the only new file on the USB drive', async function (path) {
  this.bench.expectSame('new files', [path], await newOnDrive(this));
});

Then<FrankbenchWorld>('there is no new file on the USB drive', async function () {
  this.bench.expectSame('new files', [], await newOnDrive(this));
});

/** No file is there that anybody would take for the report. */
Then<FrankbenchWorld>('no new file on the USB drive looks whole', async function () {
  const paths = await newOnDrive(this);
  const { identifyFile } = await loadFiles();
  for (const path of paths) {
    const { kind } = await identifyFile(await stickOf(this).read(path));
    this.bench.check(path, ['empty', 'damaged'].includes(kind), 'empty or damaged', kind);
  }
});

Then<FrankbenchWorld>('what was on the USB drive before is unchanged', async function () {
  const now = await driveFiles(this);
  const kept = [...this.stick].map(([path]) => [path, now.get(path)]);
  this.bench.expectSame('USB drive', [...this.stick], kept);
});
