import { Given, Then, When } from '@cucumber/cucumber';
import type { FrankbenchWorld } from '../world.ts';

Given<FrankbenchWorld>(
  '{int} piece(s) was/were franked on account {string}',
  async function (pieces: number, account: string) {
    await this.connectPlus.mail.selectAccount(account);
    const imprints = await this.connectPlus.mail.run(pieces);
    this.bench.expectSame('pieces franked', pieces, imprints.length);
  },
);

When<FrankbenchWorld>('{int} piece(s) is/are run', async function (pieces: number) {
  const imprints = await this.connectPlus.mail.run(pieces);
  this.imprint = imprints.at(-1);
});

When<FrankbenchWorld>('a piece of {int} g is run', async function (grams: number) {
  const imprints = await this.connectPlus.mail.run(1, grams);
  this.imprint = imprints.at(-1);
});

When<FrankbenchWorld>('account {string} is selected for mail', async function (account: string) {
  await this.connectPlus.mail.selectAccount(account);
});

Then<FrankbenchWorld>('the last imprint is {money}', function (value: number) {
  this.bench.expectSame('imprint', value, this.imprint?.value);
});
