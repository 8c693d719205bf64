import { Given, Then, When } from '@cucumber/cucumber';
import type { FrankbenchWorld } from '../world.ts';

/** How the registers must have moved since they were taken note of. */
async function expectMoved(
  world: FrankbenchWorld,
  { value, items, zeroItems }: { value: number; items: number; zeroItems: number },
): Promise<void> {
  const before = world.registers ?? (await world.is400.funds());
  const expected = {
    ascending: before.ascending + value,
    descending: before.descending - value,
    controlTotal: before.controlTotal,
    nonZeroItems: before.nonZeroItems + items,
    zeroItems: before.zeroItems + zeroItems,
    totalItems: before.totalItems + items + zeroItems,
  };
  world.bench.expectSame('registers', expected, await world.is400.funds());
}

Given<FrankbenchWorld>('an envelope of {money} was franked', async function (value: number) {
  const imprint = await this.is400.frank(value);
  this.bench.expectSame('imprint', value, imprint?.value);
});

Given<FrankbenchWorld>('the registers are noted', async function () {
  this.registers = await this.is400.funds();
});

When<FrankbenchWorld>('an envelope of {money} is franked', async function (value: number) {
  this.imprint = await this.is400.frank(value);
});

When<FrankbenchWorld>(
  '{int} envelopes of {money} are franked',
  async function (count: number, value: number) {
    for (let piece = 0; piece < count; piece += 1) this.imprint = await this.is400.frank(value);
  },
);

When<FrankbenchWorld>('an envelope is put in', async function () {
  this.imprint = await this.bench.feed();
});

Then<FrankbenchWorld>('the imprint reads {money}', function (value: number) {
  this.bench.expectSame('imprint', value, this.imprint?.value);
});

Then<FrankbenchWorld>(
  'the imprint reads {money} and piece {int}',
  function (value: number, piece: number) {
    const { imprint } = this;
    this.bench.expectSame('imprint', [value, piece], [imprint?.value, imprint?.item]);
  },
);

Then<FrankbenchWorld>('the envelope comes out blank', function () {
  this.bench.expectSame('imprint', undefined, this.imprint?.value);
});

Then<FrankbenchWorld>('the registers are unchanged', async function () {
  await expectMoved(this, { value: 0, items: 0, zeroItems: 0 });
});

Then<FrankbenchWorld>(
  'the registers moved by {money} and {int} item(s)',
  async function (value: number, items: number) {
    await expectMoved(this, { value, items, zeroItems: 0 });
  },
);

Then<FrankbenchWorld>(
  'the registers moved by {int} zero item(s) alone',
  async function (zeroItems: number) {
    await expectMoved(this, { value: 0, items: 0, zeroItems });
  },
);

Then<FrankbenchWorld>('the registers balance', async function () {
  const funds = await this.is400.funds();
  const { ascending, descending, controlTotal, nonZeroItems, zeroItems, totalItems } = funds;
  this.bench.expectSame('control total', ascending + descending, controlTotal);
  this.bench.expectSame('total items', nonZeroItems + zeroItems, totalItems);
});

Then<FrankbenchWorld>('{int} p is/are left', async function (left: number) {
  this.bench.expectSame('available', left, (await this.is400.funds()).descending);
});

Then<FrankbenchWorld>(
  'account {account} has {int} item(s) and {money}',
  async function (account: string, items: number, postage: number) {
    const report = await this.is400.accountReport(account);
    this.bench.expectSame(
      'account report',
      [account, items, postage],
      [report.number, report.items, report.postage],
    );
  },
);

Then<FrankbenchWorld>(
  "the user's own report is account {account} {string} with {int} item(s) and {money}",
  async function (number: string, name: string, items: number, postage: number) {
    const report = await this.is400.ownAccountReport();
    this.bench.expectSame('own report', { number, name, items, postage }, report);
  },
);
