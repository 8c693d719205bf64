import { Then } from '@cucumber/cucumber';
import type { FrankbenchWorld } from './world.ts';

Then<FrankbenchWorld>('the operator confirms that {string}', async function (statement: string) {
  await this.bench.askOperator(statement);
});
