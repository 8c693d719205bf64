import { Given, Then, When } from '@cucumber/cucumber';
import type { FrankbenchWorld } from '../world.ts';

When<FrankbenchWorld>(
  'le client fait une demande de service pour {string}',
  async function (about: string) {
    await this.onboarding.account.requestService(about);
  },
);

Given<FrankbenchWorld>(
  'le client a fait une demande de service pour {string}',
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
  'le client a vérifié la situation de la demande {string}',
  async function (number: string) {
    await this.onboarding.account.askState(number);
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
