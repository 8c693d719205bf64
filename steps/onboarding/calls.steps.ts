import { Given, Then, When } from '@cucumber/cucumber';
import type { Pence } from '#core';
import type { FrankbenchWorld } from '../world.ts';

Given<FrankbenchWorld>(
  'a synchronisation of the customer has come to its piece {int}',
  async function (piece: number) {
    await this.onboarding.calls.comeToPiece(piece);
  },
);

Then<FrankbenchWorld>('a synchronisation takes {int} messages', async function (count: number) {
  await this.onboarding.calls.expectMessages(count);
});

Then<FrankbenchWorld>('a refill of the customer offers {dollars}', async function (amount: Pence) {
  await this.onboarding.calls.expectOffered(amount);
});

When<FrankbenchWorld>('letters are put through until one is refused', async function () {
  await this.onboarding.calls.useUp();
});

Then<FrankbenchWorld>('the page refuses because there is not enough postage', function () {
  this.onboarding.page.expectRefusal('letterTooDear');
});
