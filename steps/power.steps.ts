import { Given, Then, When } from '@cucumber/cucumber';
import type { Millis } from '#core';
import { cyclePower } from './power.ts';
import type { FrankbenchWorld } from './world.ts';

When<FrankbenchWorld>('the power is cut and comes back', async function () {
  await cyclePower(this);
});

When<FrankbenchWorld>('the power is cut', async function () {
  await this.bench.powerOff();
});

Given<FrankbenchWorld>('the power was cut and came back', async function () {
  await cyclePower(this);
});

Then<FrankbenchWorld>('the display is dark', function () {
  this.bench.expectSame('display', 'off', this.bench.frame.display);
});

When<FrankbenchWorld>('the power comes back', async function () {
  await this.bench.powerOn();
});

When<FrankbenchWorld>(
  '{duration} later the power is cut and comes back',
  async function (later: Millis) {
    await this.bench.passTime(later);
    await cyclePower(this);
  },
);
