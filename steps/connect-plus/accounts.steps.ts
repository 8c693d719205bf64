import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import type { connectPlus } from '#bench';
import type { FrankbenchWorld } from '../world.ts';

type Row = Readonly<Record<string, string>>;

/** A line of a table as an account: the columns name, code, description, under, status, password. */
function accountOf({ name = '', code = '', description, under, status, password }: Row) {
  return {
    name,
    code,
    ...(description ? { description } : {}),
    ...(under ? { under } : {}),
    ...(status ? { active: status === 'active' } : {}),
    ...(password ? { password } : {}),
  } satisfies connectPlus.NewAccount;
}

Given<FrankbenchWorld>('a Connect+ with these accounts', async function (table: DataTable) {
  for (const row of table.hashes()) await this.connectPlus.accounts.create(accountOf(row));
  await this.connectPlus.accounts.open();
});

When<FrankbenchWorld>('this account is created', async function (table: DataTable) {
  for (const row of table.hashes()) await this.connectPlus.accounts.create(accountOf(row));
});

Then<FrankbenchWorld>('the accounts are', async function (table: DataTable) {
  const expected = table.hashes().map(({ code = '', name = '', status }) => ({
    code,
    name,
    active: status !== 'inactive',
  }));
  this.bench.expectSame('accounts', expected, await this.connectPlus.accounts.list());
});
