import { Given } from '@cucumber/cucumber';
import { instantOfText } from './file-text.ts';
import type { FrankbenchWorld } from './world.ts';

Given<FrankbenchWorld>("the meter's clock stands at {string}", async function (text: string) {
  await this.bench.passTime(instantOfText(text) - this.bench.meter.now());
});
