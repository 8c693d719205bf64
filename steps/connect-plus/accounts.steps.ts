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

/** "M-01 Marketing, S-01 Sales (inactive)": a list on one line, as its rows read. */
const onOneLine = (accounts: readonly connectPlus.AccountRow[]): string =>
  accounts
    .map(({ code, name, active }) => `${code} ${name}${active ? '' : ' (inactive)'}`)
    .join(', ') || 'none';

Given<FrankbenchWorld>('a Connect+ with these accounts', async function (table: DataTable) {
  for (const row of table.hashes()) await this.connectPlus.accounts.create(accountOf(row));
  await this.connectPlus.accounts.open();
});

Given<FrankbenchWorld>('a Connect+ with {int} accounts', async function (count: number) {
  await this.connectPlus.accounts.fillUpTo(count);
});

// Creating ---------------------------------------------------------------------------------------

When<FrankbenchWorld>('this account is created', async function (table: DataTable) {
  for (const row of table.hashes()) await this.connectPlus.accounts.create(accountOf(row));
});

Given<FrankbenchWorld>('this account is entered', async function (table: DataTable) {
  for (const row of table.hashes()) await this.connectPlus.accounts.draft(accountOf(row));
});

When<FrankbenchWorld>('Create new account is opened', async function () {
  await this.connectPlus.accounts.open();
  await this.connectPlus.screen.tap('Create new account');
});

When<FrankbenchWorld>('a new account gets the name {string}', async function (name: string) {
  await this.connectPlus.accounts.enterName(name);
});

When<FrankbenchWorld>(
  'a new account below {string} gets the name {string}',
  async function (under: string, name: string) {
    await this.connectPlus.accounts.enterName(name, under);
  },
);

When<FrankbenchWorld>(
  'a new account {string} gets the code {string}',
  async function (name: string, code: string) {
    await this.connectPlus.accounts.enterCode(name, code);
  },
);

When<FrankbenchWorld>(
  'a new account {string} below {string} gets the code {string}',
  async function (name: string, under: string, code: string) {
    await this.connectPlus.accounts.enterCode(name, code, under);
  },
);

When<FrankbenchWorld>('{password} is entered for a new account', async function (password: string) {
  await this.connectPlus.accounts.enterPasswordOnce(password);
});

When<FrankbenchWorld>(
  'account {string} is created with a description of {int} characters',
  async function (name: string, length: number) {
    const account = { name, code: name, description: 'a'.repeat(length) };
    await this.connectPlus.accounts.create(account);
  },
);

When<FrankbenchWorld>(
  'account {string} is created with {password}',
  async function (name: string, password: string) {
    await this.connectPlus.accounts.create({ name, code: name, password });
  },
);

When<FrankbenchWorld>(
  'the power is cut {int} bytes into creating account {string} with code {string}',
  async function (bytes: number, name: string, code: string) {
    await this.connectPlus.accounts.draft({ name, code });
    await this.connectPlus.screen.tapAndCut('OK', bytes);
    await this.bench.powerOn();
  },
);

// What there is afterwards -----------------------------------------------------------------------

Then<FrankbenchWorld>('the accounts are', async function (table: DataTable) {
  const expected = table.hashes().map(({ code = '', name = '', status }) => ({
    code,
    name,
    active: status !== 'inactive',
  }));
  this.bench.expectSame('accounts', expected, await this.connectPlus.accounts.list());
});

Then<FrankbenchWorld>('the only account is {string}', async function (account: string) {
  const seen = onOneLine(await this.connectPlus.accounts.list());
  this.bench.expectSame('accounts', account, seen);
});

Then<FrankbenchWorld>('there is no account', async function () {
  this.bench.expectSame('accounts', [], await this.connectPlus.accounts.list());
});

Then<FrankbenchWorld>('there are {int} accounts', async function (count: number) {
  this.bench.expectSame('accounts', count, (await this.connectPlus.accounts.list()).length);
});

/** Either list is legal after a power cut, and nothing in between. */
Then<FrankbenchWorld>(
  'the accounts are {string} or {string}',
  async function (one: string, other: string) {
    const seen = onOneLine(await this.connectPlus.accounts.list());
    this.bench.check('accounts', [one, other].includes(seen), `${one} or ${other}`, seen);
  },
);

Then<FrankbenchWorld>('sub accounts can be added to', async function (table: DataTable) {
  const expected = table.raw().map(([name]) => name);
  this.bench.expectSame('parents', expected, await this.connectPlus.accounts.parents());
});

Then<FrankbenchWorld>(
  'the {string} of account {string} is {string}',
  async function (label: string, name: string, value: string) {
    const seen = await this.connectPlus.accounts.valueOf(name, label);
    this.bench.expectSame(label, value, seen);
  },
);

Then<FrankbenchWorld>(
  'the description of account {string} has {int} characters',
  async function (name: string, length: number) {
    const seen = await this.connectPlus.accounts.valueOf(name, 'Description');
    this.bench.expectSame('description', length, seen?.length);
  },
);

Then<FrankbenchWorld>('the meter asks for a password', function () {
  const { field } = this.bench.frame;
  this.bench.expectSame('password field', ['', true], [field?.value, field?.secret]);
});

Then<FrankbenchWorld>('the meter asks for no password', function () {
  this.bench.expectSame('password field', undefined, this.bench.frame.field?.secret);
});

Then<FrankbenchWorld>('the display never showed {password}', function (password: string) {
  this.connectPlus.screen.expectNeverShown(password);
});

Then<FrankbenchWorld>(
  'the Connect+ has no room for more than {int} accounts',
  function (max: number) {
    this.connectPlus.screen.expectRefusal('there is no room for another account', { max });
  },
);
