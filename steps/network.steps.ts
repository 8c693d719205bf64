import { Given, When } from '@cucumber/cucumber';
import type { FrankbenchWorld } from './world.ts';

Given<FrankbenchWorld>('the network is unplugged', async function () {
  await this.bench.need('network', this.bench.meter.network).plug(false);
});

When<FrankbenchWorld>('the network is plugged in again', async function () {
  await this.bench.need('network', this.bench.meter.network).plug(true);
});
