import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import type { onboarding as work } from '#bench';
import type { FrankbenchWorld } from '../world.ts';

Given<FrankbenchWorld>('un client qui se connecte {moyen}', async function (by: work.Connection) {
  await this.onboarding.setUp.come('all but a connection');
  await this.onboarding.setUp.openConnection(by);
});

Given<FrankbenchWorld>('un client connecté {moyen}', async function (by: work.Connection) {
  await this.onboarding.setUp.come('all but a connection');
  await this.onboarding.setUp.connect(by);
});

Given<FrankbenchWorld>('le client a tout ce dont la connexion a besoin', async function () {
  await this.onboarding.setUp.tickAll();
});

Given<FrankbenchWorld>('le client a tout sauf {besoin}', async function (need: work.Need) {
  await this.onboarding.setUp.tickAll([need]);
});

Given<FrankbenchWorld>("le compteur n'est pas à sa page d'accueil", async function () {
  await this.onboarding.page.tap('meterMenu');
});

When<FrankbenchWorld>('le client connecte le compteur', async function () {
  await this.onboarding.page.tap('connect');
});

Given<FrankbenchWorld>('le réseau est débranché', async function () {
  await this.bench.need('network', this.bench.meter.network).plug(false);
});

// Le modèle --------------------------------------------------------------------------------------

When<FrankbenchWorld>('le client sélectionne le modèle {string}', async function (model: string) {
  await this.onboarding.setUp.chooseModel(model);
});

When<FrankbenchWorld>(
  'le client change de connexion et se connecte {moyen}',
  async function (to: work.Connection) {
    await this.onboarding.setUp.connect(to);
  },
);

Then<FrankbenchWorld>('les modèles offerts sont', async function (table: DataTable) {
  this.bench.expectSame('models', table.raw().flat(), await this.onboarding.setUp.models());
});
