import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import type { onboarding as work } from '#bench';
import type { OfferedPackage, PaymentMethod, Pence } from '#core';
import { packageOf } from '../packages.ts';
import type { FrankbenchWorld } from '../world.ts';

// Le mode de paiement ----------------------------------------------------------------------------

When<FrankbenchWorld>(
  'le client choisit le mode de paiement {method}',
  async function (method: PaymentMethod) {
    await this.onboarding.setUp.pay(method);
  },
);

Then<FrankbenchWorld>('le mode de paiement est {method}', async function (method: PaymentMethod) {
  await this.onboarding.setUp.expectMethod(method);
});

Then<FrankbenchWorld>(
  'le premier mode de paiement offert est {method}',
  async function (method: PaymentMethod) {
    const [first = ''] = await this.onboarding.setUp.methods();
    this.bench.check('first method', first.startsWith(method), method, first);
  },
);

// La configuration initiale ----------------------------------------------------------------------

Given<FrankbenchWorld>('un nouveau client prêt pour la configuration initiale', async function () {
  await this.onboarding.setUp.prepare();
});

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
  await this.bench.powerOff();
  await this.bench.powerOn();
});

When<FrankbenchWorld>('la configuration initiale est menée à terme', async function () {
  await this.onboarding.setUp.complete();
});

Then<FrankbenchWorld>('le compteur est prêt avec {montant}', async function (amount: Pence) {
  await this.onboarding.meter.expectPostage(amount);
});

Then<FrankbenchWorld>(
  'le nouveau compteur contient {montant} et le compteur remplacé {montant}',
  async function (meter: Pence, replaced: Pence) {
    await this.onboarding.setUp.expectHoldings(meter, replaced);
  },
);

Then<FrankbenchWorld>('il reste {montant} dans le compte PitneyWorks', function (amount: Pence) {
  this.onboarding.meter.expectAccount(amount);
});

Then<FrankbenchWorld>('le compteur remplacé est retiré et vide', async function () {
  await this.onboarding.setUp.expectGivenUp();
});

// La connexion et le modèle ----------------------------------------------------------------------

Given<FrankbenchWorld>('un client qui se connecte {moyen}', async function (by: 'pc' | 'lan') {
  await this.onboarding.setUp.come('all but a connection');
  await this.onboarding.setUp.openConnection(by);
});

When<FrankbenchWorld>('il a tout ce que la connexion exige', async function () {
  await this.onboarding.setUp.tickAll();
});

When<FrankbenchWorld>('il a tout sauf {besoin}', async function (need: work.Need) {
  await this.onboarding.setUp.tickAll([need]);
});

When<FrankbenchWorld>("l'ordinateur se connecte au compteur", async function () {
  await this.onboarding.page.tap('connect');
});

Given<FrankbenchWorld>("le compteur n'est pas à sa page d'accueil", async function () {
  await this.onboarding.page.tap('meterMenu');
});

Given<FrankbenchWorld>('un client connecté {moyen}', async function (by: 'pc' | 'lan') {
  await this.onboarding.setUp.come('all but a connection');
  await this.onboarding.setUp.connect(by);
});

Then<FrankbenchWorld>('les modèles offerts sont', async function (table: DataTable) {
  this.bench.expectSame('models', table.raw().flat(), await this.onboarding.setUp.models());
});

When<FrankbenchWorld>('le client sélectionne le modèle {string}', async function (model: string) {
  await this.onboarding.setUp.chooseModel(model);
});

// La synchronisation -----------------------------------------------------------------------------

When<FrankbenchWorld>('le compteur se synchronise', async function () {
  await this.onboarding.meter.begin('synchronise');
  await this.onboarding.meter.awaitEnd();
});

When<FrankbenchWorld>('le compteur est rechargé de {montant}', async function (amount: Pence) {
  await this.onboarding.meter.beginRefill(amount);
  await this.onboarding.meter.awaitEnd();
});

Given<FrankbenchWorld>('le compteur est synchronisé', async function () {
  await this.onboarding.meter.call('synchronise');
});

Given<FrankbenchWorld>(
  'le Centre de données offre {paquet}',
  function (named: Pick<OfferedPackage, 'kind' | 'id'>) {
    this.onboarding.sections.dataCentre.offer(packageOf(named));
  },
);

Given<FrankbenchWorld>(
  'le Centre de données demande des renseignements de diagnostic',
  function () {
    this.onboarding.sections.dataCentre.wantDiagnostics(true);
  },
);

Then<FrankbenchWorld>('les sept tâches sont montrées', function () {
  this.onboarding.meter.expectSevenTasks();
});

Given<FrankbenchWorld>(/^(\d+) jours ont passé$/, async function (days: string) {
  await this.bench.passTime(Number(days) * 86_400_000);
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
