import { Given, Then, When } from '@cucumber/cucumber';
import * as work from '#bench/onboarding';
import type { FrankbenchWorld } from '../world.ts';

Given<FrankbenchWorld>('les pages du profil de base', async function () {
  await this.onboarding.profile.open();
});

Given<FrankbenchWorld>('un profil de base rempli', async function () {
  await this.onboarding.profile.fillAll();
});

When<FrankbenchWorld>('le client remplit le profil de base', async function () {
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

When<FrankbenchWorld>(
  "le client entre le nom d'utilisateur {string}",
  async function (userName: string) {
    await this.onboarding.profile.fill('userName', userName);
  },
);

When<FrankbenchWorld>('le client entre le {motDePasse}', async function (password: string) {
  await this.onboarding.profile.fill('password', password);
});

When<FrankbenchWorld>(
  'le client entre le {motDePasse}, puis le {motDePasse}',
  async function (first: string, second: string) {
    await this.onboarding.profile.fill('password', first, second);
  },
);

When<FrankbenchWorld>(
  'le client entre le numéro de téléphone {string}',
  async function (digits: string) {
    await this.onboarding.profile.fill('telephone', digits);
  },
);

When<FrankbenchWorld>('le client crée le profil', async function () {
  await this.onboarding.profile.create();
});

Then<FrankbenchWorld>('le profil est créé', function () {
  this.onboarding.profile.expectCreated();
});

Then<FrankbenchWorld>('la page demande {élément}', function (part: work.Part) {
  this.onboarding.profile.expectMissing(part);
});

Then<FrankbenchWorld>('une liste de questions de sécurité est offerte', async function () {
  await this.onboarding.profile.expectQuestions();
});

Then<FrankbenchWorld>("aucune page n'a montré le mot de passe ni la réponse", function () {
  this.onboarding.page.expectNeverShown(work.usualProfile.password);
  this.onboarding.page.expectNeverShown(work.usualProfile.answer);
});
