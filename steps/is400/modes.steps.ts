import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import type { is400 } from '#bench';
import type { FrankbenchWorld } from '../world.ts';

type Mode = Parameters<is400.OperatorPanel['setMode']>[0];

/** Accounts by the rows of a table: number, name, status, and a PIN where they have their own. */
const accountsOf = (table: DataTable): readonly is400.NewAccount[] =>
  table.hashes().map(({ number = '', name = '', status, PIN }) => ({
    number,
    name,
    active: status !== 'inactive',
    ...(PIN ? { pin: PIN } : {}),
  }));

Given<FrankbenchWorld>('a meter in {mode} mode', async function (mode: Mode) {
  this.remember(await this.is400.setUp(mode));
});

Given<FrankbenchWorld>(
  'a meter in {mode} mode with {pin}',
  async function (mode: Mode, pin: string) {
    this.remember(await this.is400.setUp(mode, { pin }));
  },
);

Given<FrankbenchWorld>(
  'a meter in {mode} mode with these accounts',
  async function (mode: Mode, table: DataTable) {
    this.remember(await this.is400.setUp(mode, { accounts: accountsOf(table) }));
  },
);

Given<FrankbenchWorld>(
  'a meter in {mode} mode with {pin} and these accounts',
  async function (mode: Mode, pin: string, table: DataTable) {
    this.remember(await this.is400.setUp(mode, { pin, accounts: accountsOf(table) }));
  },
);

When<FrankbenchWorld>('the supervisor sets the mode {mode}', async function (mode: Mode) {
  await this.is400.setMode(mode);
});

When<FrankbenchWorld>(
  'the supervisor sets the mode {mode} with {pin}',
  async function (mode: Mode, pin: string) {
    await this.is400.setMode(mode, pin);
  },
);

When<FrankbenchWorld>(
  'the supervisor sets the mode {mode} with the supervisor PIN',
  async function (mode: Mode) {
    await this.is400.setMode(mode, this.bench.credentials.supervisor);
  },
);

When<FrankbenchWorld>('the supervisor chooses the mode {mode}', async function (mode: Mode) {
  await this.is400.chooseMode(mode);
});

When<FrankbenchWorld>('the supervisor changes the shared {pin}', async function (pin: string) {
  await this.is400.changePin(pin);
});

When<FrankbenchWorld>(
  'the supervisor changes the shared PIN to the supervisor PIN',
  async function () {
    await this.is400.changePin(this.bench.credentials.supervisor ?? '');
  },
);

Then<FrankbenchWorld>('the current mode is {string}', async function (mode: string) {
  this.bench.expectSame('current mode', mode, await this.is400.currentMode());
});

Then<FrankbenchWorld>('the modes on offer are', async function (table: DataTable) {
  await this.bench.goTo('Account Mode Selection', 'Mode List');
  const offered = await this.bench.readList();
  this.bench.expectSame('modes on offer', table.raw().flat(), offered);
});
