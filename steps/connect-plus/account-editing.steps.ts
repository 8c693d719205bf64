import { When } from '@cucumber/cucumber';
import type { FrankbenchWorld } from '../world.ts';

// Editing ----------------------------------------------------------------------------------------

When<FrankbenchWorld>('Edit account is opened', async function () {
  await this.connectPlus.accounts.open();
  await this.connectPlus.screen.tap('Edit account');
});

When<FrankbenchWorld>('account {string} is opened for editing', async function (name: string) {
  await this.connectPlus.accounts.edit(name);
});

When<FrankbenchWorld>(
  'account {string} is opened for editing with {password}',
  async function (name: string, password: string) {
    await this.connectPlus.accounts.edit(name, password);
  },
);

When<FrankbenchWorld>(
  'account {string} is renamed to {string}',
  async function (name: string, changed: string) {
    await this.connectPlus.accounts.change(name, { name: changed });
  },
);

When<FrankbenchWorld>(
  'account {string} gets the code {string}',
  async function (name: string, code: string) {
    await this.connectPlus.accounts.change(name, { code });
  },
);

When<FrankbenchWorld>(
  'account {string} gets the description {string}',
  async function (name: string, description: string) {
    await this.connectPlus.accounts.change(name, { description });
  },
);

When<FrankbenchWorld>(
  'account {string} is made {status}',
  async function (name: string, active: boolean) {
    await this.connectPlus.accounts.change(name, { active });
  },
);

When<FrankbenchWorld>(
  'account {string} with {password} is made {status}',
  async function (name: string, password: string, active: boolean) {
    await this.connectPlus.accounts.change(name, { active }, password);
  },
);

When<FrankbenchWorld>(
  'account {string} is made {status} and the question is answered with {string}',
  async function (name: string, active: boolean, answer: string) {
    await this.connectPlus.accounts.change(name, { active });
    await this.connectPlus.screen.tap(answer);
  },
);

When<FrankbenchWorld>(
  'the power is cut {int} bytes into making account {string} {status} with all below it',
  async function (bytes: number, name: string, active: boolean) {
    await this.connectPlus.accounts.change(name, { active });
    await this.connectPlus.screen.tapAndCut('Yes, apply to all', bytes);
    await this.bench.powerOn();
  },
);

// Passwords --------------------------------------------------------------------------------------

When<FrankbenchWorld>(
  'account {string} gets {password}',
  async function (name: string, password: string) {
    await this.connectPlus.accounts.change(name, { password });
  },
);

When<FrankbenchWorld>(
  'account {string} with {password} gets {password} instead',
  async function (name: string, old: string, password: string) {
    await this.connectPlus.accounts.change(name, { password }, old);
  },
);

When<FrankbenchWorld>(
  'account {string} gets {password} and then {password}',
  async function (name: string, password: string, again: string) {
    await this.connectPlus.accounts.change(name, { password, again });
  },
);

When<FrankbenchWorld>(
  'account {string} with {password} gets none',
  async function (name: string, old: string) {
    await this.connectPlus.accounts.change(name, { password: '' }, old);
  },
);

When<FrankbenchWorld>(
  'account {string} is selected for mail with {password}',
  async function (name: string, password: string) {
    await this.connectPlus.mail.selectAccount(name, password);
  },
);

// Deleting ---------------------------------------------------------------------------------------

When<FrankbenchWorld>('deleting account {string} is asked for', async function (name: string) {
  await this.connectPlus.accounts.askToDelete(name);
});

When<FrankbenchWorld>('account {string} is deleted', async function (name: string) {
  await this.connectPlus.accounts.delete(name);
});

When<FrankbenchWorld>(
  'account {string} is deleted and the question is answered with {string}',
  async function (name: string, answer: string) {
    await this.connectPlus.accounts.askToDelete(name);
    await this.connectPlus.screen.tap(answer);
  },
);

When<FrankbenchWorld>(
  'the power is cut {int} bytes into deleting account {string}',
  async function (bytes: number, name: string) {
    await this.connectPlus.accounts.askToDelete(name);
    await this.connectPlus.screen.tapAndCut('Yes, delete', bytes);
    await this.bench.powerOn();
  },
);
