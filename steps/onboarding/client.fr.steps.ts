import { Given, Then, When } from '@cucumber/cucumber';
import { onboarding as work } from '#bench';
import type { FrankbenchWorld } from '../world.ts';

Given<FrankbenchWorld>('les pages du profil de base', async function () {
  await this.onboarding.profile.open();
});

When<FrankbenchWorld>('le client ouvre les pages du profil de base', async function () {
  await this.onboarding.profile.open();
});

Given<FrankbenchWorld>('un profil de base rempli', async function () {
  await this.onboarding.profile.fillAll();
});

Given<FrankbenchWorld>('un profil de base rempli sans {élément}', async function (part: work.Part) {
  await this.onboarding.profile.fillAll(work.usualProfile, [part]);
});

Given<FrankbenchWorld>(
  "un profil de base rempli avec le nom d'utilisateur {string}",
  async function (userName: string) {
    await this.onboarding.profile.fillAll({ ...work.usualProfile, userName });
  },
);

When<FrankbenchWorld>('le client entre le {motDePasse}', async function (password: string) {
  await this.onboarding.profile.fill('password', password);
});

When<FrankbenchWorld>('le client crée le profil', async function () {
  await this.onboarding.profile.create();
});

Then<FrankbenchWorld>('le profil est créé', function () {
  this.onboarding.profile.expectCreated();
});

Then<FrankbenchWorld>('la page demande {élément}', function (part: work.Part) {
  this.onboarding.profile.expectMissing(part);
});

Then<FrankbenchWorld>("aucune page n'a montré le mot de passe ni la réponse", function () {
  this.onboarding.page.expectNeverShown(work.usualProfile.password);
  this.onboarding.page.expectNeverShown(work.usualProfile.answer);
});

// L'équipement -----------------------------------------------------------------------------------

Given<FrankbenchWorld>('un client qui a un profil de base', async function () {
  await this.onboarding.setUp.come('a base profile');
});

Given<FrankbenchWorld>("un client dont l'équipement est enregistré", async function () {
  await this.onboarding.setUp.come('registered equipment');
});

When<FrankbenchWorld>(
  'le client entre le numéro de code de produit {string} et le numéro de série {string}',
  async function (productCode: string, serial: string) {
    await this.onboarding.equipment.byProductCode(productCode, serial);
  },
);

When<FrankbenchWorld>(
  "le client entre le numéro de compte client d'installation {string}",
  async function (number: string) {
    await this.onboarding.equipment.byInstallation(number);
  },
);

Given<FrankbenchWorld>(
  "le numéro de compte client d'installation {string} est entré",
  async function (number: string) {
    await this.onboarding.equipment.byInstallation(number);
  },
);

When<FrankbenchWorld>("le client confirme l'adresse", async function () {
  await this.onboarding.equipment.answerAddress(true);
});

When<FrankbenchWorld>("le client refuse l'adresse", async function () {
  await this.onboarding.equipment.answerAddress(false);
});

Then<FrankbenchWorld>("l'équipement {string} est enregistré", async function (serial: string) {
  await this.onboarding.equipment.expectRegistered(serial);
});

Then<FrankbenchWorld>("aucun équipement n'est enregistré", async function () {
  await this.onboarding.equipment.expectNone();
});

// Mon compte -------------------------------------------------------------------------------------

When<FrankbenchWorld>(
  'le client fait une demande de service pour {string}',
  async function (about: string) {
    await this.onboarding.account.requestService(about);
  },
);

When<FrankbenchWorld>(
  'le client vérifie la situation de la demande {string}',
  async function (number: string) {
    await this.onboarding.account.askState(number);
  },
);

Given<FrankbenchWorld>(
  'une demande de service a été faite pour {string}',
  async function (about: string) {
    await this.onboarding.account.requestService(about);
  },
);

When<FrankbenchWorld>("le client change l'adresse pour {string}", async function (address: string) {
  await this.onboarding.account.changeAddress(address);
});

Then<FrankbenchWorld>("l'adresse dans Mon compte est {string}", async function (address: string) {
  await this.onboarding.account.expectAddress(address);
});

When<FrankbenchWorld>('le client consulte les tarifs', async function () {
  await this.onboarding.account.askRates();
});

// Ce que dit la page -----------------------------------------------------------------------------

/** Blanks that do not break a line are typed as ordinary ones in a feature. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

Then<FrankbenchWorld>('la page dit {string}', function (words: string) {
  const { title, rows } = this.bench.frame;
  const seen = [title, ...rows.map(({ text }) => text)].map(plain);
  const holds = seen.some((text) => text.includes(words));
  this.bench.check('words', holds, `"${words}"`, seen.map((text) => `"${text}"`).join(', '));
});

Then<FrankbenchWorld>('la page est en français du Canada', function () {
  this.bench.expectSame('language', 'fr-CA', this.bench.frame.language);
});

When<FrankbenchWorld>('le client ouvre la page {rubrique}', async function (name: work.Section) {
  await this.onboarding.sections.open(name);
});
