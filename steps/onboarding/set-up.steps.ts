import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import type { onboarding as work } from '#bench';
import type { PaymentMethod, Pence } from '#core';
import type { FrankbenchWorld } from '../world.ts';

type Connection = work.Connection;

// Who is ready for it ----------------------------------------------------------------------------

Given<FrankbenchWorld>('a new customer who is ready for the first set-up', async function () {
  await this.onboarding.setUp.prepare();
});

Given<FrankbenchWorld>(
  'a new customer with a {connection} who is ready for the first set-up',
  async function (connection: Connection) {
    await this.onboarding.setUp.prepare({ connection });
  },
);

Given<FrankbenchWorld>(
  'a new customer who pays by {method} and is ready for the first set-up',
  async function (method: PaymentMethod) {
    await this.onboarding.setUp.prepare({ method });
  },
);

Given<FrankbenchWorld>(
  'a customer with meter {string} to replace who is ready for the first set-up',
  async function (replaced: string) {
    await this.onboarding.setUp.prepare({ replaced });
  },
);

Given<FrankbenchWorld>(
  'a customer whose registered equipment is {string} and who is ready for the first set-up',
  async function (installation: string) {
    await this.onboarding.setUp.prepare({ installation });
  },
);

Given<FrankbenchWorld>('a new customer whose meter is set up', async function () {
  await this.onboarding.setUp.prepare();
  await this.onboarding.setUp.complete();
});

Given<FrankbenchWorld>(
  'a new customer with a {connection} whose meter is set up',
  async function (connection: Connection) {
    await this.onboarding.setUp.prepare({ connection });
    await this.onboarding.setUp.complete();
    await this.onboarding.meter.open();
  },
);

Given<FrankbenchWorld>('a customer who has changed meters', async function () {
  await this.onboarding.setUp.prepare({ replaced: '1000789' });
  await this.onboarding.setUp.complete();
});

Given<FrankbenchWorld>(
  'a customer who is ready to choose a model by {connection}',
  async function (connection: Connection) {
    await this.onboarding.setUp.come('all but a connection');
    await this.onboarding.setUp.connect(connection);
  },
);

Given<FrankbenchWorld>(
  'a customer whose registered equipment is {string}',
  async function (installation: string) {
    await this.onboarding.profile.make();
    await this.onboarding.equipment.make(installation);
  },
);

// New or changing --------------------------------------------------------------------------------

Given<FrankbenchWorld>('the customer is a new one', async function () {
  await this.onboarding.setUp.beNewCustomer();
});

Given<FrankbenchWorld>('the customer replaces meter {string}', async function (serial: string) {
  await this.onboarding.setUp.changeMeters(serial);
});

When<FrankbenchWorld>(
  'meter {string} is entered as the replaced one',
  async function (serial: string) {
    await this.onboarding.setUp.changeMeters(serial);
  },
);

When<FrankbenchWorld>('the customer wants to change meters', async function () {
  await this.onboarding.setUp.changeMeters('1000789');
});

Then<FrankbenchWorld>('the page refuses because the meter is unknown', function () {
  this.onboarding.page.expectRefusal('unknownMeter');
});

Then<FrankbenchWorld>('the page refuses because the meter is the new one', function () {
  this.onboarding.page.expectRefusal('sameMeter');
});

Then<FrankbenchWorld>('the page says that postage is added by itself', function () {
  this.onboarding.page.expectSays('newCustomerSays');
});

Then<FrankbenchWorld>(
  'the page says that the postage of meter {string} is moved',
  function (serial: string) {
    this.onboarding.page.expectSays('changingSays', { serial });
  },
);

// The model --------------------------------------------------------------------------------------

Then<FrankbenchWorld>('these models are offered', async function (table: DataTable) {
  const expected = table.raw().flat();
  this.bench.expectSame('models', expected, await this.onboarding.setUp.models());
});

When<FrankbenchWorld>('the model {string} is chosen', async function (model: string) {
  await this.onboarding.setUp.chooseModel(model);
});

Then<FrankbenchWorld>(
  'the set-up of {string} by {connection} is shown with its steps',
  function (model: string, connection: Connection) {
    this.onboarding.setUp.expectSteps(model, connection);
  },
);

// The first set-up -------------------------------------------------------------------------------

When<FrankbenchWorld>('the first set-up is begun', async function () {
  await this.onboarding.setUp.begin();
});

When<FrankbenchWorld>('the first set-up is made', async function () {
  await this.onboarding.setUp.run();
});

Given<FrankbenchWorld>('the first set-up was made', async function () {
  await this.onboarding.setUp.run();
});

Given<FrankbenchWorld>('the first set-up was tried', async function () {
  await this.onboarding.setUp.run();
});

When<FrankbenchWorld>('the first set-up comes to its last page', async function () {
  await this.onboarding.setUp.begin();
  await this.onboarding.setUp.awaitEnd();
});

When<FrankbenchWorld>('the first set-up is completed', async function () {
  await this.onboarding.setUp.complete();
});

Given<FrankbenchWorld>(
  'the first set-up of the new customer has come to its {setUpMessage}',
  async function (message: work.SetUpMessage) {
    await this.onboarding.setUp.comeTo(message, 'new');
  },
);

Given<FrankbenchWorld>(
  'the exchange has come to its {setUpMessage}',
  async function (message: work.SetUpMessage) {
    await this.onboarding.setUp.comeTo(message, 'changing');
  },
);

When<FrankbenchWorld>('the call has broken off', async function () {
  await this.onboarding.setUp.expectBrokenOff();
});

When<FrankbenchWorld>(
  'the call has broken off and the network is plugged in again',
  async function () {
    await this.onboarding.setUp.expectBrokenOff();
    await this.bench.need('network', this.bench.meter.network).plug(true);
  },
);

Then<FrankbenchWorld>('the first set-up is not done', async function () {
  await this.onboarding.page.tap('ok');
  this.bench.expectSame('meter is set up', false, await this.onboarding.setUp.isDone());
});

Then<FrankbenchWorld>('the meter holds {dollars}', async function (amount: Pence) {
  await this.onboarding.setUp.expectHoldings(amount);
});

Then<FrankbenchWorld>(
  'the new meter holds {dollars} and the replaced one {dollars}',
  async function (meter: Pence, replaced: Pence) {
    await this.onboarding.setUp.expectHoldings(meter, replaced);
  },
);

Then<FrankbenchWorld>('the replaced meter is withdrawn and holds nothing', async function () {
  await this.onboarding.setUp.expectGivenUp();
});
