import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import type { is400 } from '#bench';
import type { FrankbenchWorld } from '../world.ts';

type Rows = readonly is400.AccountRow[];

const sorted = (rows: Rows): Rows => [...rows].sort((a, b) => (a.number < b.number ? -1 : 1));

async function expectList(world: FrankbenchWorld, expected: Rows): Promise<void> {
  world.bench.expectSame('account list', sorted(expected), await world.is400.accountList());
}

Given<FrankbenchWorld>('a meter in Accounts mode', async function () {
  this.remember(await this.is400.setUp('accounts'));
});

Given<FrankbenchWorld>(
  'a meter in Accounts mode with account {account} {string}',
  async function (number: string, name: string) {
    const accounts = [{ number, name, active: true }];
    this.remember(await this.is400.setUp('accounts', { accounts }));
  },
);

Given<FrankbenchWorld>('an account list that is full', async function () {
  await this.is400.fillAccountList();
  this.accounts = await this.is400.accountList();
  this.bench.expectSame('accounts', this.is400.profile.accountCapacity, this.accounts.length);
});

When<FrankbenchWorld>(
  'the supervisor adds account {account} {string} as {status}',
  async function (number: string, name: string, active: boolean) {
    await this.is400.addAccount({ number, name, active });
  },
);

When<FrankbenchWorld>(
  'the supervisor adds account {account} {string} with {pin}',
  async function (number: string, name: string, pin: string) {
    await this.is400.addAccount({ number, name, active: true, pin });
  },
);

When<FrankbenchWorld>(
  'the supervisor adds account {account} {string} with the supervisor PIN',
  async function (number: string, name: string) {
    const pin = this.bench.credentials.supervisor ?? '';
    await this.is400.addAccount({ number, name, active: true, pin });
  },
);

When<FrankbenchWorld>(
  'the supervisor fills in account {account} {string} as {status}',
  async function (number: string, name: string, active: boolean) {
    await this.is400.draftAccount({ number, name, active });
  },
);

When<FrankbenchWorld>('the supervisor adds an account without a number', async function () {
  await this.is400.openNumber();
  await this.bench.press('OK');
});

When<FrankbenchWorld>(
  'the supervisor adds account {account} without a name',
  async function (number: string) {
    await this.is400.openName(number);
    await this.bench.press('OK');
  },
);

When<FrankbenchWorld>('an account number of one character too many is typed', async function () {
  await this.is400.openNumber();
  await this.bench.type('9'.repeat(this.is400.profile.accountNumberLength + 1));
});

When<FrankbenchWorld>('an account name of one character too many is typed', async function () {
  await this.is400.openName('77');
  await this.bench.type('A'.repeat(this.is400.profile.accountNameLength + 1));
});

When<FrankbenchWorld>(
  'the supervisor adds an account with the longest number and name',
  async function () {
    await this.is400.addAccount({ ...this.is400.longestAccount(), active: true });
  },
);

When<FrankbenchWorld>('the supervisor opens account {account}', async function (number: string) {
  await this.is400.openAccount(number);
});

When<FrankbenchWorld>(
  'the supervisor opens {string} of account {account}',
  async function (entry: string, number: string) {
    await this.is400.openAccount(number);
    await this.bench.choose(entry);
  },
);

When<FrankbenchWorld>(
  'the supervisor renames account {account} to {string}',
  async function (number: string, name: string) {
    await this.is400.editAccount(number, { name });
  },
);

When<FrankbenchWorld>(
  'the supervisor makes account {account} {status}',
  async function (number: string, active: boolean) {
    await this.is400.editAccount(number, { active });
  },
);

When<FrankbenchWorld>(
  'the supervisor makes account {account} with {pin} {status}',
  async function (number: string, pin: string, active: boolean) {
    await this.is400.editAccount(number, { pin, active });
  },
);

When<FrankbenchWorld>(
  'the supervisor gives account {account} {pin}',
  async function (number: string, pin: string) {
    await this.is400.editAccount(number, { pin });
  },
);

When<FrankbenchWorld>(
  'the supervisor gives account {account} the supervisor PIN',
  async function (number: string) {
    await this.is400.editAccount(number, { pin: this.bench.credentials.supervisor ?? '' });
  },
);

When<FrankbenchWorld>('the supervisor deletes account {account}', async function (number: string) {
  await this.is400.deleteAccount(number);
});

When<FrankbenchWorld>(
  'the supervisor deletes account {account} and adds account {account} {string}',
  async function (old: string, number: string, name: string) {
    await this.is400.deleteAccount(old);
    await this.is400.addAccount({ number, name, active: true });
  },
);

When<FrankbenchWorld>('{string} is chosen in the account list', async function (text: string) {
  await this.bench.goTo('Account List', 'Accounts');
  await this.bench.choose(text);
});

When<FrankbenchWorld>(
  'the keys {keys} are pressed in the account list',
  async function (keys: Parameters<typeof this.bench.pressAll>[0]) {
    await this.bench.goTo('Account List', 'Accounts');
    await this.bench.pressAll(keys);
  },
);

Then<FrankbenchWorld>('the account list is unchanged', async function () {
  await expectList(this, this.accounts);
});

Then<FrankbenchWorld>('the account list is', async function (table: DataTable) {
  const rows = table.hashes().map(({ number = '', name = '', status }) => ({
    number,
    name,
    active: status === 'active',
  }));
  this.bench.expectSame('account list', rows, await this.is400.accountList());
});

Then<FrankbenchWorld>(
  'the account list gains account {account} {string}, {status}',
  async function (number: string, name: string, active: boolean) {
    await expectList(this, [...this.accounts, { number, name, active }]);
  },
);

Then<FrankbenchWorld>(
  'the account list gains the account with the longest number and name',
  async function () {
    await expectList(this, [...this.accounts, { ...this.is400.longestAccount(), active: true }]);
  },
);

Then<FrankbenchWorld>(
  'the account list shows account {account} as {string}, {status}',
  async function (number: string, name: string, active: boolean) {
    const others = this.accounts.filter((row) => row.number !== number);
    await expectList(this, [...others, { number, name, active }]);
  },
);

Then<FrankbenchWorld>('the account list loses account {account}', async function (number: string) {
  await expectList(
    this,
    this.accounts.filter((row) => row.number !== number),
  );
});

Then<FrankbenchWorld>(
  'the summary {string} shows account {account} {string}, {string}',
  async function (title: string, number: string, name: string, status: string) {
    this.bench.expectTitle(title);
    this.bench.expectSame(
      'summary',
      [`Number: ${number}`, `Name: ${name}`, `Status: ${status}`],
      this.bench.frame.rows.map((row) => row.text),
    );
  },
);

Then<FrankbenchWorld>(
  'after OK the account list contains {account} {string}',
  async function (number: string, name: string) {
    await this.bench.press('OK');
    await expectList(this, [...this.accounts, { number, name, active: true }]);
  },
);
