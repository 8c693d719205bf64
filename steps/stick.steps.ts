import { Given } from '@cucumber/cucumber';
import { faultsOf } from './stick.ts';
import type { FrankbenchWorld } from './world.ts';

Given<FrankbenchWorld>('the stick is write-protected', async function () {
  await faultsOf(this).writeProtect(true);
});

Given<FrankbenchWorld>('the stick has room for {int} more bytes', async function (bytes: number) {
  await this.bench.plugStick('host');
  await faultsOf(this).fill(bytes);
});

Given<FrankbenchWorld>('no file data can be written to the stick any more', async function () {
  await faultsOf(this).killFreeSectors();
});
