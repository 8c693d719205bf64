import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import type { is400 } from '#bench';
import { cyclePower } from '../power.ts';
import type { FrankbenchWorld } from '../world.ts';
import { plugIn } from './stick-work.ts';

type Row = is400.AccountRow;

/** Saves with this key, and the power goes after so many bytes of it; then it comes back. */
async function cutSaving({ bench }: FrankbenchWorld, bytes: number): Promise<void> {
  await bench.pressAndCut('OK', bytes);
  await bench.powerOn();
}

const account = (number: string, name: string, active = true): Row => ({ number, name, active });

// Cuts -------------------------------------------------------------------------------------------

Given<FrankbenchWorld>(
  'a new account 1301 "Despatch" is entered up to {string}',
  async function (title: string) {
    if (title === 'Account Creation Summary') {
      await this.is400.draftAccount(account('1301', 'Despatch'));
    } else {
      await this.bench.goTo('Add Account', 'Account Number');
      await this.bench.type('1301');
      if (title !== 'Add Account') await this.bench.press('OK');
      if (title === 'Account Status') await this.bench.enter('Despatch');
    }
    this.bench.expectTitle(title);
  },
);

When<FrankbenchWorld>(
  'the power is cut {int} bytes into saving the new account {account} {string}',
  async function (bytes: number, number: string, name: string) {
    await this.is400.draftAccount(account(number, name));
    await cutSaving(this, bytes);
  },
);

When<FrankbenchWorld>(
  'the power is cut {int} bytes into saving account {account} as {string}, {status}',
  async function (bytes: number, number: string, name: string, active: boolean) {
    await this.is400.draftEdit(number, { name, active });
    await cutSaving(this, bytes);
  },
);

When<FrankbenchWorld>(
  'the power is cut {int} bytes into deleting account {account}',
  async function (bytes: number, number: string) {
    await this.is400.askToDelete(number);
    await cutSaving(this, bytes);
  },
);

When<FrankbenchWorld>(
  'the power is cut {int} bytes into saving the import of {string}',
  async function (bytes: number, file: string) {
    await plugIn(this);
    await this.is400.beginImport(file);
    await this.bench.awaitDoneAndCut(bytes);
    await this.bench.powerOn();
  },
);

When<FrankbenchWorld>(
  'the power is cut {int} bytes into saving the mode Accounts',
  async function (bytes: number) {
    await this.bench.goTo('Account Mode Selection', 'Mode List');
    await this.bench.select('Accounts');
    await cutSaving(this, bytes);
  },
);

When<FrankbenchWorld>(
  'the power is cut {int} bytes into saving an envelope of {money}',
  async function (bytes: number, value: number) {
    await this.bench.goTo('Home');
    await this.bench.type(String(value));
    await this.bench.feedAndCut(bytes);
    await this.bench.powerOn();
  },
);

When<FrankbenchWorld>(
  'the power is cut {duration} into the import of {string}',
  async function (after: number, file: string) {
    await plugIn(this);
    await this.is400.beginImport(file);
    await this.bench.passTime(after);
    await cyclePower(this);
  },
);

When<FrankbenchWorld>('the power is cut {duration} into an export', async function (after: number) {
  await plugIn(this);
  await this.is400.beginExport();
  await this.bench.passTime(after);
  await cyclePower(this);
});

When<FrankbenchWorld>(
  'the power is cut {duration} into calling the PC',
  async function (after: number) {
    await this.is400.chooseMode('remote');
    if (this.bench.frame.title === 'Account Mode Warning') await this.bench.press('OK');
    this.bench.expectTitle('Calling the PC');
    await this.bench.passTime(after);
    await cyclePower(this);
  },
);

// What is left -----------------------------------------------------------------------------------

Then<FrankbenchWorld>('no key lights it', async function () {
  await this.bench.pressAll(['OK', 'MENU', 'HOME', '1']);
  this.bench.expectSame('display', 'off', this.bench.frame.display);
});

/** Either list is legal, and nothing in between. */
async function expectEither(world: FrankbenchWorld, changed: readonly Row[]): Promise<void> {
  const seen = JSON.stringify(await world.is400.accountList());
  const [before, after] = [JSON.stringify(world.accounts), JSON.stringify(changed)];
  world.bench.check(
    'account list after a cut',
    seen === before || seen === after,
    `${before} or ${after}`,
    seen,
  );
}

const byNumber = (rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((a, b) => (a.number < b.number ? -1 : 1));

Then<FrankbenchWorld>(
  'the account list is as before or has gained {account} {string}',
  async function (number: string, name: string) {
    await expectEither(this, byNumber([...this.accounts, account(number, name)]));
  },
);

Then<FrankbenchWorld>(
  'the account list is as before or has gained all of',
  async function (table: DataTable) {
    const gained = table.raw().map(([number = '', name = '']) => account(number, name));
    await expectEither(this, byNumber([...this.accounts, ...gained]));
  },
);

Then<FrankbenchWorld>(
  'the account list is as before or has {account} as {string}, {status}',
  async function (number: string, name: string, active: boolean) {
    const changed = this.accounts.map((row) =>
      row.number === number ? account(number, name, active) : row,
    );
    await expectEither(this, changed);
  },
);

Then<FrankbenchWorld>(
  'the account list is as before or without {account}',
  async function (number: string) {
    await expectEither(
      this,
      this.accounts.filter((row) => row.number !== number),
    );
  },
);

Then<FrankbenchWorld>(
  'the registers moved by nothing or by {money} and an item',
  async function (value: number) {
    const before = this.registers ?? (await this.is400.funds());
    const after = await this.is400.funds();
    const moved = after.totalItems - before.totalItems;
    const share = moved * value;
    this.bench.check('items', moved === 0 || moved === 1, '0 or 1 more', `${moved} more`);
    this.bench.expectSame(
      'registers',
      {
        ...before,
        ascending: before.ascending + share,
        descending: before.descending - share,
        nonZeroItems: before.nonZeroItems + moved,
        totalItems: before.totalItems + moved,
      },
      after,
    );
  },
);

/** Every account is charged what the registers say was used; none was deleted before. */
Then<FrankbenchWorld>('what the accounts were charged is what was used', async function () {
  const { ascending } = await this.is400.funds();
  let charged = 0;
  for (const { number } of await this.is400.accountList()) {
    charged += (await this.is400.accountReport(number)).postage;
  }
  this.bench.expectSame('charged to accounts', ascending, charged);
});

Then<FrankbenchWorld>(
  'the current mode is {string} or {string}',
  async function (one: string, other: string) {
    const mode = await this.is400.currentMode();
    this.bench.check('current mode', [one, other].includes(mode), `${one} or ${other}`, mode);
  },
);

Then<FrankbenchWorld>('a new account starts with an empty number and name', async function () {
  await this.bench.goTo('Add Account', 'Account Number');
  this.bench.expectSame('number', '', this.bench.frame.field?.value);
  await this.bench.enter('9876');
  this.bench.expectSame('name', '', this.bench.frame.field?.value);
});

Then<FrankbenchWorld>(
  'the supervisor can still add account {account} {string}',
  async function (number: string, name: string) {
    const before = await this.is400.accountList();
    await this.is400.addAccount(account(number, name));
    const expected = byNumber([...before, account(number, name)]);
    this.bench.expectSame('account list', expected, await this.is400.accountList());
  },
);
