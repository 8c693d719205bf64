import { Given, Then, When } from '@cucumber/cucumber';
import type { onboarding as work } from '#bench';
import type { FrankbenchWorld } from '../world.ts';

type Need = work.Need;
type Connection = work.Connection;

Given<FrankbenchWorld>(
  'the pages of the connection by {connection}',
  async function (by: Connection) {
    await this.onboarding.setUp.openConnection(by);
  },
);

When<FrankbenchWorld>(
  'the pages of the connection by {connection} are opened',
  async function (by: Connection) {
    await this.onboarding.setUp.openConnection(by);
  },
);

When<FrankbenchWorld>('all that the connection needs is ticked', async function () {
  await this.onboarding.setUp.tickAll();
});

When<FrankbenchWorld>(
  'all that the connection needs is ticked but {need}',
  async function (need: Need) {
    await this.onboarding.setUp.tickAll([need]);
  },
);

When<FrankbenchWorld>('{string} is ticked once more', async function (need: string) {
  await this.onboarding.page.tap(need as Need);
});

When<FrankbenchWorld>('the connection is made', async function () {
  await this.onboarding.page.tap('connect');
});

When<FrankbenchWorld>('the connection is changed to {connection}', async function (to: Connection) {
  await this.onboarding.setUp.connect(to);
});

Then<FrankbenchWorld>('{need} is said to be needed', function (need: Need) {
  this.onboarding.setUp.expectNeedsMissing(need);
});

Then<FrankbenchWorld>(
  '{need}, {need}, {need} and {need} are said to be needed',
  function (a: Need, b: Need, c: Need, d: Need) {
    this.onboarding.setUp.expectNeedsMissing(a, b, c, d);
  },
);

Given<FrankbenchWorld>('the Menu key of the meter is pressed', async function () {
  await this.onboarding.page.tap('meterMenu');
});

Given<FrankbenchWorld>('the Home key of the meter is pressed', async function () {
  await this.onboarding.page.tap('meterHome');
});

Then<FrankbenchWorld>('the page refuses because the meter is busy', function () {
  this.onboarding.page.expectRefusal('meterBusy');
});

Then<FrankbenchWorld>(
  'the page refuses because {string} is not connected so',
  function (model: string) {
    this.onboarding.page.expectRefusal('modelUnfit', { model });
  },
);

Then<FrankbenchWorld>('the page says that the connection need not be constant', function () {
  this.onboarding.page.expectSays('needNotConstant');
});
