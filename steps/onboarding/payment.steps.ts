import { Given, Then, When } from '@cucumber/cucumber';
import type { PaymentMethod } from '#core';
import type { FrankbenchWorld } from '../world.ts';

When<FrankbenchWorld>('{method} is chosen', async function (method: PaymentMethod) {
  await this.onboarding.setUp.pay(method);
});

Given<FrankbenchWorld>('{method} was chosen', async function (method: PaymentMethod) {
  await this.onboarding.setUp.pay(method);
});

Then<FrankbenchWorld>(
  'the methods of payment are {method}, {method} and {method}',
  async function (a: PaymentMethod, b: PaymentMethod, c: PaymentMethod) {
    await this.onboarding.setUp.expectMethods([a, b, c]);
  },
);

Then<FrankbenchWorld>(
  '{method} is marked as the method of payment',
  async function (method: PaymentMethod) {
    await this.onboarding.setUp.expectMethod(method);
  },
);

Then<FrankbenchWorld>('the page says that there is nothing but the initial deposit', function () {
  this.onboarding.page.expectSays('depositOnly');
});

Then<FrankbenchWorld>(
  'the page says that postage must be loaded before the meter is used',
  function () {
    this.onboarding.page.expectSays('loadBefore');
  },
);
