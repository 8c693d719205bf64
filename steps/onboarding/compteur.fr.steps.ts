import { Given, Then, When } from '@cucumber/cucumber';
import type { Millis, Pence } from '#core';
import { packageOf } from '../packages.ts';
import type { NamedPackage } from '../parameters.ts';
import type { FrankbenchWorld } from '../world.ts';

Then<FrankbenchWorld>('le compteur est prêt avec {montant}', async function (amount: Pence) {
  await this.onboarding.meter.expectPostage(amount);
});

// La synchronisation -----------------------------------------------------------------------------

When<FrankbenchWorld>('le compteur se synchronise', async function () {
  await this.onboarding.meter.begin('synchronise');
  await this.onboarding.meter.awaitEnd();
});

Given<FrankbenchWorld>("le compteur s'est synchronisé", async function () {
  await this.onboarding.meter.call('synchronise');
});

When<FrankbenchWorld>('le compteur est rechargé de {montant}', async function (amount: Pence) {
  await this.onboarding.meter.beginRefill(amount);
  await this.onboarding.meter.awaitEnd();
});

When<FrankbenchWorld>(
  'le client recharge le compteur de {montant}',
  async function (amount: Pence) {
    await this.onboarding.meter.refillOrRefused(amount);
  },
);

Given<FrankbenchWorld>('le Centre de données offre {paquet}', function (named: NamedPackage) {
  this.onboarding.sections.dataCentre.offer(packageOf(named));
});

Given<FrankbenchWorld>(
  'le Centre de données demande des renseignements de diagnostic',
  function () {
    this.onboarding.sections.dataCentre.wantDiagnostics(true);
  },
);

Then<FrankbenchWorld>(
  'le Centre de données a reçu des renseignements de diagnostic {int} fois',
  function (times: number) {
    const { diagnostics } = this.onboarding.sections.dataCentre.meter();
    this.bench.expectSame('diagnostics', times, diagnostics);
  },
);

Then<FrankbenchWorld>('les sept tâches sont montrées', function () {
  this.onboarding.meter.expectSevenTasks();
});

Then<FrankbenchWorld>('le Centre de données connaît les registres du compteur', async function () {
  await this.onboarding.meter.expectKnownAtDataCentre();
});

When<FrankbenchWorld>('le client ouvre les détails du compteur', async function () {
  await this.onboarding.meter.details();
});

// Le temps et le courrier ------------------------------------------------------------------------

Given<FrankbenchWorld>('{durée} ont passé', async function (duration: Millis) {
  await this.bench.passTime(duration);
});

When<FrankbenchWorld>('{durée} passent', async function (duration: Millis) {
  await this.bench.passTime(duration);
});

Given<FrankbenchWorld>('{int} lettre(s) ont/a été affranchie(s)', async function (count: number) {
  for (let letter = 0; letter < count; letter += 1) {
    this.bench.expectSame('letter is franked', true, await this.onboarding.meter.frank());
  }
});

When<FrankbenchWorld>('une lettre est insérée', async function () {
  await this.onboarding.meter.open();
  this.imprint = await this.bench.feed();
});

Then<FrankbenchWorld>('la lettre est affranchie', function () {
  this.bench.expectSame('letter is franked', true, this.imprint !== undefined);
});

Then<FrankbenchWorld>("la lettre n'est pas affranchie", function () {
  this.bench.expectSame('letter is franked', false, this.imprint !== undefined);
});
