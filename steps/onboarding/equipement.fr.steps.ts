import { Given, Then, When } from '@cucumber/cucumber';
import type { FrankbenchWorld } from '../world.ts';

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
  "le client a entré le numéro de compte client d'installation {string}",
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

Then<FrankbenchWorld>("la page demande si l'adresse est {string}", function (address: string) {
  this.onboarding.equipment.expectAddress(address);
});

Then<FrankbenchWorld>("l'équipement {string} est enregistré", async function (serial: string) {
  await this.onboarding.equipment.expectRegistered(serial);
});

Then<FrankbenchWorld>("aucun équipement n'est enregistré", async function () {
  await this.onboarding.equipment.expectNone();
});
