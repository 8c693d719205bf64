import { Given, Then, When } from '@cucumber/cucumber';
import type { FrankbenchWorld } from '../world.ts';

When<FrankbenchWorld>(
  'product code {string} and serial number {string} are entered',
  async function (productCode: string, serial: string) {
    await this.onboarding.equipment.byProductCode(productCode, serial);
  },
);

When<FrankbenchWorld>(
  'the installation number {string} is entered',
  async function (number: string) {
    await this.onboarding.equipment.byInstallation(number);
  },
);

Given<FrankbenchWorld>(
  'the installation number {string} was entered',
  async function (number: string) {
    await this.onboarding.equipment.byInstallation(number);
  },
);

When<FrankbenchWorld>('the installation number {string} is typed', async function (number: string) {
  await this.onboarding.equipment.typeInstallation(number);
});

Given<FrankbenchWorld>('the address was said to be wrong', async function () {
  await this.onboarding.equipment.answerAddress(false);
});

When<FrankbenchWorld>('the address is said to be wrong', async function () {
  await this.onboarding.equipment.answerAddress(false);
});

When<FrankbenchWorld>('the address is said to be right', async function () {
  await this.onboarding.equipment.answerAddress(true);
});

Then<FrankbenchWorld>('the page asks whether the address is {string}', function (address: string) {
  this.onboarding.equipment.expectAddress(address);
});

Then<FrankbenchWorld>('the equipment {string} is registered', async function (serial: string) {
  await this.onboarding.equipment.expectRegistered(serial);
});

Then<FrankbenchWorld>('no equipment is registered', async function () {
  await this.onboarding.equipment.expectNone();
});

Then<FrankbenchWorld>('the page refuses because the equipment is unknown', function () {
  this.onboarding.page.expectRefusal('unknownEquipment');
});

Then<FrankbenchWorld>('the page refuses because the equipment was registered before', function () {
  this.onboarding.page.expectRefusal('registeredBefore');
});

Then<FrankbenchWorld>(
  'the page refuses because an installation number has {int} digits',
  function (digits: number) {
    this.onboarding.page.expectRefusal('noInstallation', { digits });
  },
);

Then<FrankbenchWorld>(
  'the page refuses because the equipment {string} is not the meter {string}',
  function (registered: string, serial: string) {
    this.onboarding.page.expectRefusal('equipmentElsewhere', { registered, serial });
  },
);
