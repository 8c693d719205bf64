import { Given, Then, When } from '@cucumber/cucumber';
import type { onboarding as work } from '#bench';
import type { PaymentMethod, Pence } from '#core';
import { cyclePower } from '../power.ts';
import type { FrankbenchWorld } from '../world.ts';

Given<FrankbenchWorld>('un nouveau client prêt pour la configuration initiale', async function () {
  await this.onboarding.setUp.prepare();
});

Given<FrankbenchWorld>(
  'un nouveau client {moyen}, prêt pour la configuration initiale',
  async function (connection: work.Connection) {
    await this.onboarding.setUp.prepare({ connection });
  },
);

Given<FrankbenchWorld>(
  'un nouveau client qui paie par {modeDePaiement}, prêt pour la configuration initiale',
  async function (method: PaymentMethod) {
    await this.onboarding.setUp.prepare({ method });
  },
);

Given<FrankbenchWorld>(
  'un client qui remplace le compteur {string}, prêt pour la configuration initiale',
  async function (replaced: string) {
    await this.onboarding.setUp.prepare({ replaced });
  },
);

Given<FrankbenchWorld>('un nouveau client dont le compteur est configuré', async function () {
  await this.onboarding.setUp.prepare();
  await this.onboarding.setUp.complete();
});

Given<FrankbenchWorld>('un client qui est passé à un autre compteur', async function () {
  await this.onboarding.setUp.prepare({ replaced: '1000789' });
  await this.onboarding.setUp.complete();
});

// Nouveau ou non ---------------------------------------------------------------------------------

Given<FrankbenchWorld>("c'est un nouveau client", async function () {
  await this.onboarding.setUp.beNewCustomer();
});

Given<FrankbenchWorld>('le client remplace le compteur {string}', async function (serial: string) {
  await this.onboarding.setUp.changeMeters(serial);
});

When<FrankbenchWorld>(
  'le client entre le compteur remplacé {string}',
  async function (serial: string) {
    await this.onboarding.setUp.changeMeters(serial);
  },
);

// La configuration elle-même ---------------------------------------------------------------------

When<FrankbenchWorld>('le client effectue la configuration initiale', async function () {
  await this.onboarding.setUp.run();
});

When<FrankbenchWorld>('la configuration initiale arrive à sa dernière page', async function () {
  await this.onboarding.setUp.begin();
  await this.onboarding.setUp.awaitEnd();
});

Given<FrankbenchWorld>(
  "le transfert est arrivé à l'étape {étape}",
  async function (step: work.SetUpMessage) {
    await this.onboarding.setUp.comeTo(step, 'changing');
  },
);

When<FrankbenchWorld>('le courant est coupé puis revient', async function () {
  await cyclePower(this);
});

When<FrankbenchWorld>('la configuration initiale est menée à terme', async function () {
  await this.onboarding.setUp.complete();
});

Then<FrankbenchWorld>(
  'le nouveau compteur contient {montant} et le compteur remplacé {montant}',
  async function (meter: Pence, replaced: Pence) {
    await this.onboarding.setUp.expectHoldings(meter, replaced);
  },
);

Then<FrankbenchWorld>('le nouveau compteur contient {montant}', async function (meter: Pence) {
  await this.onboarding.setUp.expectHoldings(meter);
});

Then<FrankbenchWorld>('le compteur remplacé est retiré et vide', async function () {
  await this.onboarding.setUp.expectGivenUp();
});
