import { Given, Then, When } from '@cucumber/cucumber';
import type { FrankbenchWorld } from '../world.ts';

// Logging in and out -----------------------------------------------------------------------------

Given<FrankbenchWorld>('{string} is chosen at the log-in', async function (name: string) {
  await this.connectPlus.users.beginLogIn(name);
});

When<FrankbenchWorld>(
  '{string} logs in with {password}',
  async function (name: string, password: string) {
    await this.connectPlus.users.logIn(name, password);
  },
);

When<FrankbenchWorld>('{string} logs in', async function (name: string) {
  await this.connectPlus.users.logIn(name);
});

When<FrankbenchWorld>('the user logs out', async function () {
  await this.connectPlus.users.logOut();
});

// What there is afterwards -----------------------------------------------------------------------

/** Home says so; nothing is touched to get there. */
Then<FrankbenchWorld>('{string} is logged in', function (name: string) {
  this.bench.expectTitle('Home');
  this.bench.expectRow(`User: ${name}`);
});

Then<FrankbenchWorld>('nobody is logged in', function () {
  this.bench.expectTitle('Log In');
});

Then<FrankbenchWorld>('the log-in offers {string}', async function (names: string) {
  this.bench.expectTitle('Log In');
  const offered = await this.connectPlus.screen.entries();
  this.bench.expectSame('users', names, offered.join(', '));
});

Then<FrankbenchWorld>('Manage Accounts offers {string}', async function (entries: string) {
  await this.connectPlus.accounts.open();
  this.bench.expectSame('entries', entries, this.connectPlus.screen.buttons().join(', '));
});

Then<FrankbenchWorld>('Settings offers {string}', async function (entries: string) {
  const offered = await this.connectPlus.users.settings();
  this.bench.expectSame('entries', entries, offered.join(', ') || 'nothing');
});

Then<FrankbenchWorld>(
  'the Connect+ refuses the password with the hint {string}',
  function (hint: string) {
    this.connectPlus.screen.expectRefusal('the password is wrong', { hint });
  },
);
