import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { postalProfileOf } from '#bench/any-machine';
import type { Pence } from '#core';
import { expectRegisters, notedBooks, readBooks } from './books.ts';
import { comeTo, expectOutcome, makeCall, makeWholeCall } from './calls.ts';
import { penceIn } from './money.ts';
import type { CallMessage, FundsCall } from './parameters.ts';
import type { FrankbenchWorld } from './world.ts';

Given<FrankbenchWorld>('the books are noted', async function () {
  this.books = await readBooks(this);
});

// Refills --------------------------------------------------------------------------------------

Given<FrankbenchWorld>('the meter was refilled with {money}', async function (amount: Pence) {
  expectOutcome(this, 'done', await this.funds.refill(amount));
});

Given<FrankbenchWorld>(
  'the meter was refilled {int} times with the most that it takes',
  async function (times: number) {
    const { most } = postalProfileOf(this.bench.model).refill;
    for (let refill = 0; refill < times; refill += 1) {
      expectOutcome(this, 'done', await this.funds.refill(most));
    }
  },
);

When<FrankbenchWorld>('the meter is refilled with {money}', async function (amount: Pence) {
  this.callResult = await this.funds.refill(amount);
});

When<FrankbenchWorld>('the meter is refilled with the least that it takes', async function () {
  this.callResult = await this.funds.refill(postalProfileOf(this.bench.model).refill.least);
});

When<FrankbenchWorld>('the meter is refilled with the most that it takes', async function () {
  this.callResult = await this.funds.refill(postalProfileOf(this.bench.model).refill.most);
});

When<FrankbenchWorld>('the meter is refilled with less than it takes', async function () {
  const { least, step } = postalProfileOf(this.bench.model).refill;
  this.callResult = await this.funds.refill(least - step / 10);
});

When<FrankbenchWorld>('the meter is refilled with more than it takes', async function () {
  const { most, step } = postalProfileOf(this.bench.model).refill;
  this.callResult = await this.funds.refill(most + step);
});

When<FrankbenchWorld>('the meter is refilled with no whole step', async function () {
  const { least, step } = postalProfileOf(this.bench.model).refill;
  this.callResult = await this.funds.refill(least + step / 2);
});

When<FrankbenchWorld>('the meter is refilled with as much as may be added', async function () {
  const { callResult } = this;
  const most = callResult?.status === 'refused' ? callResult.most : undefined;
  this.bench.check('amount that may be added', most !== undefined, 'an amount', `${most}`);
  this.callResult = await this.funds.refill(most ?? 0);
});

Then<FrankbenchWorld>('a refill offers {money} first', async function (amount: Pence) {
  this.bench.expectSame('offered', amount, await this.funds.offeredAmount());
});

Then<FrankbenchWorld>('a refill offers the usual amount first', async function () {
  const { usual } = postalProfileOf(this.bench.model).refill;
  this.bench.expectSame('offered', usual, await this.funds.offeredAmount());
});

Then<FrankbenchWorld>('the refill is refused, and {money} may be added', function (most: Pence) {
  this.bench.expectSame('refill', { status: 'refused', most }, this.callResult);
});

Then<FrankbenchWorld>('the last refills are', async function (table: DataTable) {
  const amounts = table.raw().map(([amount = '']) => penceIn(amount));
  this.bench.expectSame('last refills', amounts, await this.funds.receipts());
});

// Calls ----------------------------------------------------------------------------------------

Given<FrankbenchWorld>('{fundsCall} was made', async function (call: FundsCall) {
  await makeWholeCall(this, call);
});

When<FrankbenchWorld>('{fundsCall} is made', async function (call: FundsCall) {
  await makeCall(this, call);
});

When<FrankbenchWorld>('the meter synchronises', async function () {
  await makeWholeCall(this, 'synchronisation');
});

Given<FrankbenchWorld>('the meter has synchronised', async function () {
  await makeWholeCall(this, 'synchronisation');
});

Given<FrankbenchWorld>(
  'a refill of {money} has come to its {message}',
  async function (amount: Pence, message: CallMessage) {
    await comeTo(this, message, 'refill', amount);
  },
);

Given<FrankbenchWorld>(
  '{fundsCall} has come to its {message}',
  async function (call: FundsCall, message: CallMessage) {
    await comeTo(this, message, call);
  },
);

When<FrankbenchWorld>('the call comes/came to its end', async function () {
  this.callResult = await this.funds.finishCall();
});

Then<FrankbenchWorld>('the call/refill is done', function () {
  expectOutcome(this, 'done', this.callResult);
});

Then<FrankbenchWorld>('the call/refill is refused', function () {
  expectOutcome(this, 'refused', this.callResult);
});

Then<FrankbenchWorld>('the call/refill has failed', function () {
  expectOutcome(this, 'failed', this.callResult);
});

// Registers ------------------------------------------------------------------------------------

Given<FrankbenchWorld>('{int} piece(s) was/were franked', async function (count: number) {
  for (let piece = 0; piece < count; piece += 1) {
    const imprint = await this.funds.frank();
    this.bench.check('imprint', imprint !== undefined, 'postage', `${imprint?.value}`);
    this.imprint = imprint;
  }
});

When<FrankbenchWorld>('a piece is put through', async function () {
  await notedBooks(this);
  this.imprint = await this.funds.frank();
});

When<FrankbenchWorld>('another piece is put through', async function () {
  this.pieces = [this.imprint?.value ?? 0];
  this.imprint = await this.funds.frank();
});

When<FrankbenchWorld>('pieces are put through until one bears no postage', async function () {
  const { shown } = await notedBooks(this);
  const pieces: Pence[] = [];
  // A piece costs a penny at least.
  for (let left = shown.descending; left >= 0; left -= 1) {
    const imprint = await this.funds.frank();
    if (!imprint) break;
    this.imprint = imprint;
    pieces.push(imprint.value);
  }
  this.pieces = pieces;
});

Then<FrankbenchWorld>('the piece bears postage', function () {
  this.bench.expectSame('postage above nothing', true, (this.imprint?.value ?? 0) > 0);
});

Then<FrankbenchWorld>('the piece bears {money}', function (value: Pence) {
  this.bench.expectSame('imprint', value, this.imprint?.value);
});

Then<FrankbenchWorld>('both pieces bear the same postage', function () {
  this.bench.expectSame('imprint', this.pieces[0], this.imprint?.value);
});

Then<FrankbenchWorld>('the piece bears no postage', function () {
  this.bench.expectSame('imprint', undefined, this.imprint?.value);
});

Then<FrankbenchWorld>('the credit has grown by {money}', async function (amount: Pence) {
  await expectRegisters(this, { funds: amount });
});

Then<FrankbenchWorld>('the credit has grown by the least that it takes', async function () {
  await expectRegisters(this, { funds: postalProfileOf(this.bench.model).refill.least });
});

Then<FrankbenchWorld>('the credit has grown by the most that it takes', async function () {
  await expectRegisters(this, { funds: postalProfileOf(this.bench.model).refill.most });
});

Then<FrankbenchWorld>('the books are as they were', async function () {
  await expectRegisters(this, {});
});

Then<FrankbenchWorld>('the piece was taken from the credit', async function () {
  await expectRegisters(this, { postage: this.imprint?.value ?? 0, items: 1 });
});

Then<FrankbenchWorld>('all that was franked was taken from the credit', async function () {
  const postage = this.pieces.reduce((sum, value) => sum + value, 0);
  await expectRegisters(this, { postage, items: this.pieces.length });
});

Then<FrankbenchWorld>('less is left than another piece would cost', async function () {
  const { descending } = await this.funds.registers();
  const price = this.imprint?.value ?? 0;
  this.bench.check('credit left', descending < price, `less than ${price}`, `${descending}`);
});
