import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import type { Pence } from '#core';
import type { FrankbenchWorld } from '../world.ts';

When<FrankbenchWorld>('service is requested for {string}', async function (about: string) {
  await this.onboarding.account.requestService(about);
});

Given<FrankbenchWorld>('service was requested for {string}', async function (about: string) {
  await this.onboarding.account.requestService(about);
});

When<FrankbenchWorld>('the state of {string} is asked for', async function (number: string) {
  await this.onboarding.account.askState(number);
});

Given<FrankbenchWorld>('the state of {string} was asked for', async function (number: string) {
  await this.onboarding.account.askState(number);
});

Then<FrankbenchWorld>('the service requests are', async function (table: DataTable) {
  await this.onboarding.account.expectServices(
    table.raw().map(([number = '', state = '']) => [number, state] as const),
  );
});

When<FrankbenchWorld>('the address is changed to {string}', async function (address: string) {
  await this.onboarding.account.changeAddress(address);
});

Then<FrankbenchWorld>('My Account has the address {string}', async function (address: string) {
  await this.onboarding.account.expectAddress(address);
});

When<FrankbenchWorld>('the rates are asked for', async function () {
  await this.onboarding.account.askRates();
});

Then<FrankbenchWorld>(
  'the rates {string} show {dollars}, {dollars}, {dollars} and {dollars} for {string}',
  function (id: string, a: Pence, b: Pence, c: Pence, d: Pence, name: string) {
    this.onboarding.account.expectRates(id, name, [a, b, c, d]);
  },
);
