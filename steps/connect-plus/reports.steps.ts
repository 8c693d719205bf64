import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import type { connectPlus } from '#bench';
import type { FrankbenchWorld } from '../world.ts';

type Row = Readonly<Record<string, string>>;

const names = (list: string): readonly string[] => list.split(/, | and /);

/** One batch: the columns account, class, pieces, grams, job 1 and job 2, of which most may be left out. */
async function runBatch({ connectPlus: { mail } }: FrankbenchWorld, row: Row): Promise<void> {
  const { account, class: mailClass, pieces = '1', grams } = row;
  if (account) await mail.selectAccount(account);
  if (mailClass) await mail.selectClass(mailClass);
  if (row['job 1']) await mail.setJob(1, row['job 1']);
  if (row['job 2']) await mail.setJob(2, row['job 2']);
  await mail.run(Number(pieces), grams ? Number(grams) : undefined);
  await mail.endBatch();
}

/** Each line is a batch. */
Given<FrankbenchWorld>('this mail was run', async function (table: DataTable) {
  for (const row of table.hashes()) await runBatch(this, row);
});

const wishOf = ({ from, to, accounts }: Row): connectPlus.ReportWish => ({
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
  ...(accounts ? { accounts: names(accounts) } : {}),
});

// Settings and figures -----------------------------------------------------------------------------

When<FrankbenchWorld>('the report {string} is viewed', async function (name: string) {
  await this.connectPlus.reports.view(name);
});

/** The columns from, to and accounts. */
When<FrankbenchWorld>(
  'the report {string} is viewed with',
  async function (name: string, table: DataTable) {
    await this.connectPlus.reports.view(name, wishOf(table.hashes()[0] ?? {}));
  },
);

When<FrankbenchWorld>(
  'the report {string} is viewed for the period {string}',
  async function (name: string, period: string) {
    await this.connectPlus.reports.open(name);
    await this.connectPlus.reports.choosePeriod(period);
    await this.connectPlus.screen.tap('View report');
  },
);

When<FrankbenchWorld>('the settings of the report {string} are opened', async function (name) {
  await this.connectPlus.reports.open(name);
});

When<FrankbenchWorld>(
  'the report {string} is opened with',
  async function (name: string, table: DataTable) {
    await this.connectPlus.reports.open(name, wishOf(table.hashes()[0] ?? {}));
  },
);

/** Heading, rows and totals, as the display shows them from its first page to its last. */
Then<FrankbenchWorld>('the report reads', async function (table: DataTable) {
  const { columns, rows } = await this.connectPlus.reports.read();
  this.bench.expectSame('report', table.raw(), [columns, ...rows]);
});

/** The same in some of its columns. */
Then<FrankbenchWorld>('these columns of the report read', async function (table: DataTable) {
  const { columns, rows } = await this.connectPlus.reports.read();
  const [headings = [], ...expected] = table.raw();
  const places = headings.map((heading) => columns.indexOf(heading));
  const seen = rows.map((row) => places.map((place) => row[place] ?? '(no such column)'));
  this.bench.expectSame('report', [headings, ...expected], [headings, ...seen]);
});

Then<FrankbenchWorld>('the report has the columns', async function (table: DataTable) {
  const { columns } = await this.connectPlus.reports.read();
  this.bench.expectSame('columns', table.raw().flat(), columns);
});

Then<FrankbenchWorld>(
  'each of its {int} pages has the columns',
  async function (count: number, table: DataTable) {
    const expected = Array.from({ length: count }, () => table.raw().flat());
    this.bench.expectSame('columns', expected, await this.connectPlus.reports.headingsByPage());
  },
);

Then<FrankbenchWorld>('above its columns the report says', async function (table: DataTable) {
  const { title, notes } = await this.connectPlus.reports.read();
  this.bench.expectSame('title and notes', table.raw().flat(), [title, ...notes]);
});

Then<FrankbenchWorld>(
  'in the report {string} is {money} in all',
  async function (heading: string, value: number) {
    const { columns, rows } = await this.connectPlus.reports.read();
    const total = rows.at(-1)?.[columns.indexOf(heading)];
    this.bench.expectSame(
      heading,
      `${Math.floor(value / 100)}.${`${value % 100}`.padStart(2, '0')}`,
      total,
    );
  },
);

Then<FrankbenchWorld>('the report asks for', function (table: DataTable) {
  const asked = this.bench.frame.rows
    .filter(({ role }) => role === 'item')
    .map(({ text }) => [text.slice(0, text.indexOf(': ')), text.slice(text.indexOf(': ') + 2)]);
  this.bench.expectSame('settings', table.raw(), asked);
});

Then<FrankbenchWorld>('the report asks for nothing', function () {
  const asked = this.bench.frame.rows.filter(({ role }) => role === 'item');
  this.bench.expectSame(
    'settings',
    [],
    asked.map(({ text }) => text),
  );
});

// Saved reports ------------------------------------------------------------------------------------

When<FrankbenchWorld>('it is/was saved as {string}', async function (name: string) {
  await this.connectPlus.reports.save(name);
});

When<FrankbenchWorld>(
  'the report {string} is/was saved as {string}',
  async function (report: string, name: string) {
    await this.connectPlus.reports.open(report);
    await this.connectPlus.reports.save(name);
  },
);

When<FrankbenchWorld>('the deletion of the report {string} is asked for', async function (name) {
  await this.connectPlus.reports.open(name);
  await this.connectPlus.reports.act('deleteReport');
});

Then<FrankbenchWorld>('the reports are', async function (table: DataTable) {
  this.bench.expectSame('reports', table.raw().flat(), await this.connectPlus.reports.list());
});

Then<FrankbenchWorld>(
  'after the eleven standard reports the list has',
  async function (table: DataTable) {
    const listed = await this.connectPlus.reports.list();
    this.bench.expectSame('saved reports', table.raw().flat(), listed.slice(11));
  },
);

Then<FrankbenchWorld>('the list has the eleven standard reports alone', async function () {
  const listed = await this.connectPlus.reports.list();
  this.bench.expectSame('reports', 11, listed.length);
});

// Paper --------------------------------------------------------------------------------------------

Given<FrankbenchWorld>('a document printer is attached', async function () {
  await this.bench.need('printer', this.bench.meter.printer).attach(true);
});

When<FrankbenchWorld>('the report {string} is printed', async function (name: string) {
  await this.connectPlus.reports.open(name);
  await this.connectPlus.reports.print();
});

// The report period --------------------------------------------------------------------------------

When<FrankbenchWorld>('the fiscal year begins on {string}', async function (day: string) {
  await this.connectPlus.reports.setPeriod(day);
});

When<FrankbenchWorld>(
  'the fiscal year begins on {string} and is divided {string}',
  async function (day: string, division: string) {
    await this.connectPlus.reports.setPeriod(day, division);
  },
);

Then<FrankbenchWorld>('reports offer the periods', async function (table: DataTable) {
  this.bench.expectSame('periods', table.raw().flat(), await this.connectPlus.reports.periods());
});

Then<FrankbenchWorld>(
  'reports offer {int} period(s) up to {string}',
  async function (count: number, last: string) {
    const periods = await this.connectPlus.reports.periods();
    this.bench.expectSame('periods', [count, last], [periods.length, periods.at(-1)]);
  },
);

Then<FrankbenchWorld>('a report begins with the period {string}', async function (period: string) {
  await this.connectPlus.reports.open('Account Summary');
  this.bench.expectSame('period', period, this.connectPlus.screen.valueOf('Period'));
});
