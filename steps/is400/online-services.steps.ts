import { Given, When } from '@cucumber/cucumber';
import type { RateTable } from '#core';
import type { FrankbenchWorld } from '../world.ts';

Given<FrankbenchWorld>(
  'the server offers rates {string} that hold from {string}',
  function (id: string, effective: string) {
    const table: RateTable = { version: 1, id, effective, prices: {} };
    const content = new TextEncoder().encode(JSON.stringify(table));
    this.bench
      .need('data-centre', this.bench.meter.dataCentre)
      .offer({ kind: 'rates', id, content });
  },
);

When<FrankbenchWorld>('the machine calls for the balance', async function () {
  await this.is400.credit.makeCall('balance');
});

When<FrankbenchWorld>('the machine calls for a postal inspection', async function () {
  await this.is400.credit.makeCall('inspection');
});

When<FrankbenchWorld>('a user calls the online services', async function () {
  await this.is400.credit.makeCall('synchronisation');
});

When<FrankbenchWorld>('the supervisor calls the online services', async function () {
  await this.bench.goTo('Supervisor', 'Online Services', 'Confirm');
  await this.bench.press('OK');
  await this.is400.credit.awaitEnd();
});

When<FrankbenchWorld>('the supervisor opens the rate management', async function () {
  await this.bench.goTo('Rate Management');
});
