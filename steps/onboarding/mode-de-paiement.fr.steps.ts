import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import type { PaymentMethod, Pence } from '#core';
import type { FrankbenchWorld } from '../world.ts';

When<FrankbenchWorld>(
  'le client choisit de payer par {modeDePaiement}',
  async function (method: PaymentMethod) {
    await this.onboarding.setUp.pay(method);
  },
);

Given<FrankbenchWorld>(
  'le client a choisi de payer par {modeDePaiement}',
  async function (method: PaymentMethod) {
    await this.onboarding.setUp.pay(method);
  },
);

Then<FrankbenchWorld>(
  'le client paie par {modeDePaiement}',
  async function (method: PaymentMethod) {
    await this.onboarding.setUp.expectMethod(method);
  },
);

Then<FrankbenchWorld>('les modes de paiement offerts sont', async function (table: DataTable) {
  this.bench.expectSame('methods', table.raw().flat(), await this.onboarding.setUp.methods());
});

Given<FrankbenchWorld>("le compte d'affranchissement contient {montant}", function (amount: Pence) {
  this.onboarding.sections.dataCentre.setAccount({ prepaid: amount, credit: 0 });
});

Then<FrankbenchWorld>(
  "il reste {montant} dans le compte d'affranchissement",
  function (amount: Pence) {
    this.onboarding.meter.expectAccount(amount);
  },
);
