import { type DataTable, Then, When } from '@cucumber/cucumber';
import { formatPence } from '#core';
import type { FrankbenchWorld } from '../world.ts';

/** A table of two columns as labels and what stands after them. */
const labelled = (table: DataTable): Readonly<Record<string, string>> =>
  Object.fromEntries(table.raw().map(([label = '', value = '']) => [label, value]));

/** Those of the shown labels that a scenario speaks of. */
const spokenOf = (
  shown: Readonly<Record<string, string>>,
  expected: Readonly<Record<string, string>>,
): Readonly<Record<string, string | null>> =>
  Object.fromEntries(Object.keys(expected).map((label) => [label, shown[label] ?? null]));

// Refilling --------------------------------------------------------------------------------------

When<FrankbenchWorld>('a refill of {money} is confirmed', async function (amount: number) {
  await this.connectPlus.funds.beginRefill(amount);
  await this.connectPlus.funds.awaitResult();
});

When<FrankbenchWorld>('{money} is chosen as the amount', async function (amount: number) {
  await this.connectPlus.funds.chooseAmount(amount);
});

When<FrankbenchWorld>('{money} is entered as other amount', async function (amount: number) {
  await this.connectPlus.funds.enterAmount(amount);
});

When<FrankbenchWorld>(
  'a refill of {money} is confirmed, and the call goes on',
  async function (amount: number) {
    await this.connectPlus.funds.beginRefill(amount);
  },
);

/** Touches a button or entry that begins a call, and waits for what comes of it. */
When<FrankbenchWorld>('{string} is touched and answered', async function (text: string) {
  await this.connectPlus.screen.tap(text);
  await this.connectPlus.funds.awaitResult();
});

/** Its message stays to be read. */
When<FrankbenchWorld>('the call is over', async function () {
  await this.connectPlus.funds.awaitResult();
});

Then<FrankbenchWorld>('Refill offers', async function (table: DataTable) {
  const expected = table.raw().map(([row]) => row);
  this.bench.expectSame('choices', expected, await this.connectPlus.funds.choices());
});

Then<FrankbenchWorld>('the call shows', async function (table: DataTable) {
  const expected = table.raw().map(([row]) => row);
  this.bench.expectSame('screens of the call', expected, await this.connectPlus.funds.progress());
});

/** Also rows that stand on later pages. */
Then<FrankbenchWorld>('the message has the row(s)', async function (table: DataTable) {
  const rows = (await this.connectPlus.screen.readRows()).map(({ text }) => text);
  const expected = table.raw().map(([row]) => row ?? '');
  const missing = expected.filter((row) => !rows.includes(row));
  this.bench.check('message', missing.length === 0, missing.join(' | '), rows.join(' | '));
});

// Settings and warnings --------------------------------------------------------------------------

When<FrankbenchWorld>('the warning is set to below {money}', async function (below: number) {
  await this.connectPlus.funds.setWarning(below);
});

When<FrankbenchWorld>(
  'the default refill amount is set to {money}',
  async function (amount: number) {
    await this.connectPlus.funds.setUsualAmount(amount);
  },
);

Then<FrankbenchWorld>(
  'Refill settings have a warning below {money} and a default of {money}',
  async function (warnBelow: number, usual: number) {
    const settings = await this.connectPlus.funds.settings();
    this.bench.expectSame('refill settings', { warnBelow, usual }, settings);
  },
);

When<FrankbenchWorld>('Run Mail is touched on the Home screen', async function () {
  await this.bench.goTo('Home');
  await this.connectPlus.screen.tap('Run Mail');
});

Then<FrankbenchWorld>(
  'the Connect+ warns that {money} is below {money}',
  function (postage: number, limit: number) {
    const text = `Postage in meter is low: ${formatPence(postage)} is below ${formatPence(limit)}.`;
    this.bench.expectRow(text);
  },
);

// Reports ----------------------------------------------------------------------------------------

Then<FrankbenchWorld>('the refill receipt reads', async function (table: DataTable) {
  const expected = labelled(table);
  const shown = spokenOf(await this.connectPlus.funds.receipt(), expected);
  this.bench.expectSame('receipt', expected, shown);
});

Then<FrankbenchWorld>(
  /^the refill receipt is of (\d\d\/\d\d\/\d{4})$/,
  async function (day: string) {
    const { Date: date = '' } = await this.connectPlus.funds.receipt();
    this.bench.expectSame('day of the receipt', day, date.slice(0, day.length));
  },
);

Then<FrankbenchWorld>('the funds report reads', async function (table: DataTable) {
  const expected = labelled(table);
  const shown = spokenOf(await this.connectPlus.funds.report(), expected);
  this.bench.expectSame('funds report', expected, shown);
});

/** Any of the columns day, amount, before, after and performed by. Newest first. */
Then<FrankbenchWorld>('the refill summary reads', async function (table: DataTable) {
  const columns = table.raw()[0] ?? [];
  const shown = (await this.connectPlus.funds.summary()).map((one) => {
    const cells: Readonly<Record<string, string>> = {
      day: one.date.slice(0, 'DD/MM/YYYY'.length),
      amount: formatPence(one.amount),
      before: formatPence(one.before),
      after: formatPence(one.after),
      'performed by': one.performedBy,
    };
    return columns.map((column) => cells[column] ?? '');
  });
  this.bench.expectSame('refill summary', table.rows(), shown);
});

Then<FrankbenchWorld>('Meter Information says', async function (table: DataTable) {
  const rows = await this.connectPlus.funds.information();
  const missing = table.raw().filter(([row = '']) => !rows.includes(row));
  this.bench.check(
    'Meter Information',
    missing.length === 0,
    missing.map(([row]) => row).join(' | '),
    rows.join(' | '),
  );
});

Then<FrankbenchWorld>(
  'Meter Information does not speak of {string}',
  async function (text: string) {
    const rows = await this.connectPlus.funds.information();
    const spoken = rows.filter((row) => row.includes(text));
    this.bench.check('Meter Information', spoken.length === 0, `no "${text}"`, spoken.join(' | '));
  },
);
