import { Given, Then, When } from '@cucumber/cucumber';
import type { onboarding as work } from '#bench';
import type { Pence } from '#core';
import type { FrankbenchWorld } from '../world.ts';

type Errand = 'synchronise' | 'getBalance';

Given<FrankbenchWorld>(
  'the postage account of the customer holds {dollars}',
  function (prepaid: Pence) {
    this.onboarding.sections.dataCentre.setAccount({ prepaid, credit: 0 });
  },
);

Then<FrankbenchWorld>('the meter is ready with {dollars}', async function (amount: Pence) {
  await this.onboarding.meter.expectPostage(amount);
});

Then<FrankbenchWorld>(
  'the meter holds {dollars} after a synchronisation',
  async function (amount: Pence) {
    await this.onboarding.meter.call('synchronise');
    await this.onboarding.meter.expectPostage(amount);
  },
);

Then<FrankbenchWorld>(
  '{dollars} prepaid are left in the postage account',
  function (amount: Pence) {
    this.onboarding.meter.expectAccount(amount);
  },
);

Then<FrankbenchWorld>('the page shows a balance of {dollars}', async function (amount: Pence) {
  this.bench.expectSame('balance', amount, await this.onboarding.meter.balance());
});

// Calls ------------------------------------------------------------------------------------------

When<FrankbenchWorld>('the new meter is refilled with {dollars}', async function (amount: Pence) {
  await this.onboarding.meter.refillOrRefused(amount);
});

When<FrankbenchWorld>('the meter has called to refill {dollars}', async function (amount: Pence) {
  await this.onboarding.meter.beginRefill(amount);
  await this.onboarding.meter.awaitEnd();
});

Given<FrankbenchWorld>(
  'a refill of {dollars} by the customer has come to its postage',
  async function (amount: Pence) {
    await this.onboarding.meter.comeToPostage(amount);
  },
);

When<FrankbenchWorld>('the refill is asked for again', async function () {
  await this.onboarding.meter.refillAgain();
});

When<FrankbenchWorld>('the meter has called to synchronise', async function () {
  await this.onboarding.meter.begin('synchronise');
  await this.onboarding.meter.awaitEnd();
});

When<FrankbenchWorld>('the meter has synchronised and its page was taken away', async function () {
  await this.onboarding.meter.call('synchronise');
});

When<FrankbenchWorld>('the meter has asked for its balance', async function () {
  await this.onboarding.meter.call('getBalance');
});

When<FrankbenchWorld>(
  /^the meter of the customer calls to (synchronise|getBalance)$/,
  async function (errand: Errand) {
    await this.onboarding.meter.call(errand);
  },
);

When<FrankbenchWorld>(
  /^the meter is asked to (refill|synchronise|getBalance)$/,
  async function (errand: Errand | 'refill') {
    await this.onboarding.page.tap(errand);
  },
);

// What came of them ------------------------------------------------------------------------------

Then<FrankbenchWorld>('the page shows the seven tasks', function () {
  this.onboarding.meter.expectSevenTasks();
});

Then<FrankbenchWorld>('the postal inspection has passed', function () {
  this.onboarding.meter.expectTask('inspection', 'inspected');
});

Then<FrankbenchWorld>(
  'there was nothing to do of all other tasks but the {task}',
  function (task: work.Task) {
    this.onboarding.meter.expectNothingElse([task]);
  },
);

Then<FrankbenchWorld>(
  'the task {string} has brought {string}',
  function (task: string, ids: string) {
    this.onboarding.meter.expectTask(task as work.Task, 'installed', { ids });
  },
);

Then<FrankbenchWorld>(
  'the task {string} has brought {string} and {string}',
  function (task: string, first: string, second: string) {
    this.onboarding.meter.expectBrought(task as work.Task, [first, second]);
  },
);

Then<FrankbenchWorld>('the diagnostic information was sent', function () {
  this.onboarding.meter.expectTask('diagnostics', 'diagnosticsSent');
});

Then<FrankbenchWorld>(
  /^the task "software" was refused because of its (size|damage)$/,
  function (fault: 'size' | 'damage') {
    this.onboarding.meter.expectPackageRefused('software', '1.1.0', fault);
  },
);

Then<FrankbenchWorld>('the page says that {dollars} were added', function (amount: Pence) {
  this.onboarding.meter.expectTaskMoney('postage', 'fundsAdded', amount);
});

Then<FrankbenchWorld>('the page says that {dollars} were moved', function (amount: Pence) {
  this.onboarding.meter.expectTaskMoney('postage', 'fundsMoved', amount);
});

Then<FrankbenchWorld>('the page says that at most {dollars} may be added', function (most: Pence) {
  this.onboarding.meter.expectRefused(most);
});

Then<FrankbenchWorld>('the page refuses because of the limits of a refill', function () {
  this.onboarding.meter.expectLimits();
});

Then<FrankbenchWorld>(
  'the meter of the customer has {task} {string}',
  async function (task: work.Task, id: string) {
    await this.onboarding.meter.expectInstalled(task, id);
  },
);

// Inspection -------------------------------------------------------------------------------------

Then<FrankbenchWorld>(
  'the page of the meter says that it is {standing}',
  async function (standing: string) {
    this.bench.expectSame('inspection', standing, await this.onboarding.meter.standing());
  },
);

Then<FrankbenchWorld>('a letter is franked', async function () {
  this.bench.expectSame('letter is franked', true, await this.onboarding.meter.frank());
});

Then<FrankbenchWorld>('a letter is refused because the meter is locked', async function () {
  await this.onboarding.meter.open();
  this.bench.expectSame('imprint', undefined, await this.bench.feed());
  this.onboarding.page.expectRefusal('meterLocked');
});
