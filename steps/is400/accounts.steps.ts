import { Given, Then, When } from '@cucumber/cucumber';
import type { FrankbenchWorld } from '../world.ts';

Given<FrankbenchWorld>('a meter in Accounts mode', async function () {
  await this.is400.setMode('accounts');
  this.accounts = await this.is400.accountList();
});

Given<FrankbenchWorld>(
  'a meter in Accounts mode with account {account} {string}',
  async function (number: string, name: string) {
    await this.is400.setMode('accounts');
    await this.is400.addAccount({ number, name, active: true });
    this.accounts = await this.is400.accountList();
  },
);

When<FrankbenchWorld>(
  'the supervisor adds account {account} {string} as {status}',
  async function (number: string, name: string, active: boolean) {
    await this.is400.addAccount({ number, name, active });
  },
);

Then<FrankbenchWorld>('the account list is unchanged', async function () {
  this.bench.expectSame('account list', this.accounts, await this.is400.accountList());
});
