import { Given, Then, When } from '@cucumber/cucumber';
import type { DataCentreControl, Pence, ServerTrouble } from '#core';
import { instantOfText } from '../file-text.ts';
import type { FrankbenchWorld } from '../world.ts';

const serverOf = ({ bench }: FrankbenchWorld): DataCentreControl =>
  bench.need('data-centre', bench.meter.dataCentre);

/** Credit that comes, whatever else the scenario is about. */
async function add(world: FrankbenchWorld, amount: Pence): Promise<void> {
  world.bench.expectSame('call', { status: 'done' }, await world.is400.credit.refill(amount));
}

/** The credit is asked for and the call fails in this way. */
async function lose(world: FrankbenchWorld, amount: Pence, trouble: ServerTrouble): Promise<void> {
  await world.is400.credit.beginAsking(amount);
  serverOf(world).fail(trouble, 1);
  world.bench.expectSame('call', { status: 'failed' }, await world.is400.credit.finishCall());
}

const confirmation = 'Confirm - Add Credit';

/** The amount stands on the confirmation, without a field, and with the word that it is fixed. */
function expectFixed({ bench }: FrankbenchWorld, amount: string): void {
  bench.expectTitle(confirmation);
  bench.expectRow(`Amount: ${amount}`);
  bench.expectRow('The amount cannot be changed. OK tries again.');
  bench.expectSame('field', undefined, bench.frame.field?.label);
}

async function expectAdded(world: FrankbenchWorld, amount: Pence): Promise<void> {
  const before = world.registers ?? { ascending: 0, controlTotal: usualCredit };
  const { controlTotal } = await world.is400.funds();
  world.bench.expectSame('credit added', amount, controlTotal - before.controlTotal);
}

/** What the rigs of these machines begin with. */
const usualCredit: Pence = 10_000;

Given<FrankbenchWorld>(
  'the postal account holds {money} and {money} on credit',
  function (prepaid: Pence, credit: Pence) {
    serverOf(this).setAccount({ prepaid, credit });
  },
);

Given<FrankbenchWorld>('{money} of credit were added', async function (amount: Pence) {
  await add(this, amount);
});

Given<FrankbenchWorld>(
  '{money} of credit were added at {string}',
  async function (amount: Pence, time: string) {
    // The credit is there with the answer to the second message, after 4 seconds.
    const seconds = 4000;
    await this.bench.passTime(instantOfText(time) - seconds - this.bench.meter.now());
    await add(this, amount);
  },
);

Given<FrankbenchWorld>(
  /^credit of ((?:£\d+\.\d\d(?:, | and )?)+) was added$/,
  async function (amounts: string) {
    for (const amount of amountsIn(amounts)) await add(this, amount);
  },
);

const amountsIn = (text: string): readonly Pence[] =>
  [...text.matchAll(/£(\d+)\.(\d\d)/g)].map(
    ([, pounds, pence]) => Number(pounds) * 100 + Number(pence),
  );

Given<FrankbenchWorld>('a call for {money} of credit was lost', async function (amount: Pence) {
  await lose(this, amount, 'answer lost');
});

Given<FrankbenchWorld>(
  'a call for {money} of credit never arrived',
  async function (amount: Pence) {
    await lose(this, amount, 'connection reset');
  },
);

Given<FrankbenchWorld>('a call for {money} of credit was begun', async function (amount: Pence) {
  await this.is400.credit.beginRefill(amount);
});

Given<FrankbenchWorld>('{money} of credit are being asked for', async function (amount: Pence) {
  await this.is400.credit.beginAsking(amount);
  this.bench.expectRow('Adding credit');
});

Given<FrankbenchWorld>(
  'a user goes as far as confirming {money} of credit',
  async function (amount: Pence) {
    await this.is400.credit.confirmCredit(amount);
  },
);

Given<FrankbenchWorld>('the supervisor has set {pin} for credit', async function (pin: string) {
  await this.is400.credit.setPin(pin);
  this.bench.expectRow('The PIN code is asked for.');
});

Given<FrankbenchWorld>('the supervisor has cancelled the PIN for credit', async function () {
  await this.is400.credit.cancelPin();
});

When<FrankbenchWorld>('credit is opened', async function () {
  await this.is400.credit.openCredit();
});

When<FrankbenchWorld>('{money} is entered as credit', async function (amount: Pence) {
  await this.is400.credit.enterAmount(amount);
});

When<FrankbenchWorld>('{money} is keyed in as credit', async function (amount: Pence) {
  await this.bench.enter(String(amount));
});

When<FrankbenchWorld>('{money} of credit are asked for', async function (amount: Pence) {
  await this.is400.credit.addCredit(amount);
});

When<FrankbenchWorld>(
  'the server fails with {trouble} at this message',
  function (trouble: ServerTrouble) {
    serverOf(this).fail(trouble, 1);
  },
);

When<FrankbenchWorld>(
  'the server fails with {trouble} after this message',
  async function (trouble: ServerTrouble) {
    await this.is400.credit.awaitMessage();
    serverOf(this).fail(trouble, 1);
  },
);

When<FrankbenchWorld>(
  'the server fails with {trouble} after {int} more messages',
  async function (trouble: ServerTrouble, messages: number) {
    for (let count = 0; count < messages; count += 1) await this.is400.credit.awaitMessage();
    serverOf(this).fail(trouble, 1);
  },
);

When<FrankbenchWorld>('the call ends', async function () {
  await this.is400.credit.awaitEnd();
});

When<FrankbenchWorld>('the supervisor reads the adding-postage report', async function () {
  await this.bench.goTo('Adding Postage');
});

Then<FrankbenchWorld>('the call ends with {string}', async function (title: string) {
  await this.is400.credit.awaitEnd();
  this.bench.expectTitle(title);
});

Then<FrankbenchWorld>(
  'the meter refuses the amount and names {money}, {money} and {money}',
  function (least: Pence, most: Pence, step: Pence) {
    const { refill } = this.is400.profile;
    this.bench.expectSame('limits', [least, most, step], [refill.least, refill.most, refill.step]);
    this.is400.credit.expectLimits({ least, most, step });
  },
);

Then<FrankbenchWorld>(/^the amount of (£\d+\.\d\d) is fixed$/, async function (amount: string) {
  if (this.bench.frame.title !== confirmation) await this.is400.credit.openCredit();
  expectFixed(this, amount);
});

Then<FrankbenchWorld>(
  /^after OK the amount of (£\d+\.\d\d) is fixed$/,
  async function (amount: string) {
    await this.bench.press('OK');
    expectFixed(this, amount);
  },
);

Then<FrankbenchWorld>('credit of {money} was added in all', async function (amount: Pence) {
  await expectAdded(this, amount);
});

Then<FrankbenchWorld>(
  'after OK and the end of the call credit of {money} was added in all',
  async function (amount: Pence) {
    await this.bench.press('OK');
    await this.is400.credit.awaitEnd();
    await expectAdded(this, amount);
  },
);

Then<FrankbenchWorld>('{money} of credit are left', async function (amount: Pence) {
  this.bench.expectSame('available', amount, (await this.is400.funds()).descending);
});

Then<FrankbenchWorld>('the server had no message', function () {
  this.bench.expectSame('messages', 0, serverOf(this).messages());
});

Then<FrankbenchWorld>(
  /^the adding-postage report lists ((?:£\d+\.\d\d(?:, | and )?)+)$/,
  async function (amounts: string) {
    this.bench.expectSame(
      'adding-postage report',
      amountsIn(amounts),
      await this.is400.credit.receipts(),
    );
  },
);
