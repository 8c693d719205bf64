import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import type { FrankbenchWorld } from '../world.ts';

type Row = Readonly<Record<string, string>>;

/** The cells of a table beside those that the display has under the same headings. */
function expectRows(
  { bench }: FrankbenchWorld,
  what: string,
  expected: readonly Row[],
  seen: readonly Readonly<Record<string, string | number>>[],
): void {
  const [first = {}] = expected;
  const names = Object.keys(first);
  const told = seen.map((row) =>
    Object.fromEntries(names.map((name) => [name, String(row[name] ?? '')])),
  );
  bench.expectSame(what, expected, told);
}

const shown = (rows: readonly { readonly total: number }[]) =>
  rows.map((row) => ({ ...row, total: (row.total / 100).toFixed(2) }));

When<FrankbenchWorld>(
  'transaction {int} is moved to account {string}',
  async function (id: number, account: string) {
    await this.connectPlus.transactions.move(id, account);
  },
);

When<FrankbenchWorld>('transaction {int} is opened for editing', async function (id: number) {
  await this.connectPlus.transactions.viewAll();
  await this.connectPlus.transactions.edit(id);
});

When<FrankbenchWorld>('account {string} is picked for it', async function (account: string) {
  await this.connectPlus.transactions.choose(account);
});

When<FrankbenchWorld>('transaction {int} is selected', async function (id: number) {
  await this.connectPlus.transactions.select(id);
});

When<FrankbenchWorld>('account {string} is picked', async function (account: string) {
  await this.connectPlus.accounts.pick(account);
});

When<FrankbenchWorld>('the list of all transactions is viewed', async function () {
  await this.connectPlus.transactions.viewAll();
});

Then<FrankbenchWorld>('the transactions are', async function (table: DataTable) {
  const rows = await this.connectPlus.transactions.all();
  expectRows(this, 'transactions', table.hashes(), shown(rows));
});

Then<FrankbenchWorld>('there is no transaction', async function () {
  this.bench.expectSame('transactions', [], await this.connectPlus.transactions.all());
});

Then<FrankbenchWorld>('the transactions on the display are', async function (table: DataTable) {
  const rows = await this.connectPlus.transactions.listed();
  expectRows(this, 'transactions', table.hashes(), shown(rows));
});

/** The rows of the form on the display that can be touched. */
Then<FrankbenchWorld>('the form asks for', function (table: DataTable) {
  const rows = this.bench.frame.rows.filter(({ role }) => role === 'item');
  this.bench.expectSame(
    'form',
    table.raw().flat(),
    rows.map(({ text }) => text),
  );
});

Then<FrankbenchWorld>('the accounts to pick from are', async function (table: DataTable) {
  const entries = await this.connectPlus.screen.entries();
  this.bench.expectSame('accounts', table.raw().flat(), entries);
});

// Filters ----------------------------------------------------------------------------------------

When<FrankbenchWorld>('the transaction filter is opened', async function () {
  await this.connectPlus.transactions.openFilter();
});

When<FrankbenchWorld>(
  'the date criterion {string} to {string} is added',
  async function (from: string, to: string) {
    await this.connectPlus.transactions.addCriteria({ from, to });
  },
);

When<FrankbenchWorld>(
  'the date criterion is begun with {string} and cancelled',
  async function (from: string) {
    await this.connectPlus.transactions.addCriteria({ from });
    await this.connectPlus.screen.tap('Cancel');
  },
);

/** "Marketing" or "Marketing, Sales". */
When<FrankbenchWorld>('the account criterion {string} is added', async function (accounts: string) {
  await this.connectPlus.transactions.addCriteria({ accounts: accounts.split(', ') });
});

When<FrankbenchWorld>('the filter is saved as {string}', async function (name: string) {
  await this.connectPlus.transactions.save(name);
});

When<FrankbenchWorld>('the saved filter {string} is used', async function (name: string) {
  await this.connectPlus.transactions.load(name);
});

Given<FrankbenchWorld>('its transactions were viewed', async function () {
  await this.connectPlus.transactions.view();
});

Then<FrankbenchWorld>('the filter has the criteria', function (table: DataTable) {
  const expected = table.raw().map(([row]) => row);
  this.bench.expectSame('criteria', expected, this.connectPlus.transactions.criteria());
});

Then<FrankbenchWorld>('the filter has no criteria', function () {
  this.bench.expectSame('criteria', [], this.connectPlus.transactions.criteria());
});
