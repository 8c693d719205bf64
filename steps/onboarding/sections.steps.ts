import { Given, Then, When } from '@cucumber/cucumber';
import type { onboarding as work } from '#bench';
import type { FrankbenchWorld } from '../world.ts';

Given<FrankbenchWorld>('a customer with {stage}', async function (stage: work.Stage) {
  await this.onboarding.setUp.come(stage);
});

When<FrankbenchWorld>('the section {string} is opened', async function (section: string) {
  await this.onboarding.sections.open(section as work.Section);
});

Then<FrankbenchWorld>('the section {string} is done', async function (section: string) {
  const done = await this.onboarding.sections.isDone(section as work.Section);
  this.bench.expectSame(`section "${section}" is done`, true, done);
});

Then<FrankbenchWorld>('the section {string} is not done', async function (section: string) {
  const done = await this.onboarding.sections.isDone(section as work.Section);
  this.bench.expectSame(`section "${section}" is done`, false, done);
});

Then<FrankbenchWorld>('the section {string} must be complete first', function (section: string) {
  this.onboarding.sections.expectFirst(section as work.Section);
});

// The portal -------------------------------------------------------------------------------------

Then<FrankbenchWorld>('nothing has gone to the portal', function () {
  this.bench.expectSame('messages', 0, this.onboarding.sections.dataCentre.messages());
});

Then<FrankbenchWorld>('the page says that there was no answer', function () {
  this.onboarding.sections.expectUnanswered();
});

When<FrankbenchWorld>('what was not answered is sent again', async function () {
  await this.onboarding.sections.complete();
});
