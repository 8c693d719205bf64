import { When } from '@cucumber/cucumber';
import type { FrankbenchWorld } from '../world.ts';

When<FrankbenchWorld>('Business Manager takes the accounts over', async function () {
  await this.bench.useBusinessManager(true);
});

When<FrankbenchWorld>('View and Edit Transactions is opened', async function () {
  await this.bench.goTo('Transactions', 'Menu');
  await this.connectPlus.screen.tap('View and Edit Transactions');
});

When<FrankbenchWorld>('Business Manager gives the accounts back', async function () {
  await this.bench.useBusinessManager(false);
});
