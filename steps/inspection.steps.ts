import { Given, Then, When } from '@cucumber/cucumber';
import { beginningOf, daysTo, type InspectionDay, postalProfileOf } from '#bench/any-machine';
import { type Millis, minutes, oneDay } from '#core';
import { makeWholeCall } from './calls.ts';
import type { FundsCall } from './parameters.ts';
import type { FrankbenchWorld } from './world.ts';

/** The hour at which somebody looks at the machine. */
const morning: Millis = minutes(9 * 60);

/** Lets time pass until an instant of the meter's clock. */
const passUntil = async ({ bench }: FrankbenchWorld, instant: Millis): Promise<unknown> =>
  bench.passTime(instant - bench.meter.now());

/** When a day of the meter's calendar begins, as its last inspection has set it. */
const beginning = (world: FrankbenchWorld, day: InspectionDay): Millis =>
  beginningOf(
    day,
    world.inspected ?? world.bench.meter.now(),
    postalProfileOf(world.bench.model).inspection,
  );

Given<FrankbenchWorld>('{fundsCall} was made today', async function (call: FundsCall) {
  await makeWholeCall(this, call);
  this.inspected = this.bench.meter.now();
});

Given<FrankbenchWorld>('it is/was {inspectionDay}', async function (day: InspectionDay) {
  this.inspected ??= this.bench.meter.now();
  await passUntil(this, beginning(this, day) + morning);
});

When<FrankbenchWorld>('it becomes {inspectionDay}', async function (day: InspectionDay) {
  this.inspected ??= this.bench.meter.now();
  await passUntil(this, beginning(this, day) + morning);
});

When<FrankbenchWorld>('{inspectionDay} begins', async function (day: InspectionDay) {
  await passUntil(this, beginning(this, day));
});

When<FrankbenchWorld>(
  'it is {duration} before {inspectionDay}',
  async function (before: Millis, day: InspectionDay) {
    await passUntil(this, beginning(this, day) - before);
  },
);

When<FrankbenchWorld>('the days until the lock-out pass one by one', async function () {
  const { inspection } = postalProfileOf(this.bench.model);
  const days = daysTo('the day of the lock-out', inspection);
  for (let day = 0; day < days; day += 1) await this.bench.passTime(oneDay);
});

Then<FrankbenchWorld>(
  'the meter says that its inspection is {standing}',
  async function (standing: string) {
    this.bench.expectSame('inspection', standing, await this.funds.standing());
  },
);

Then<FrankbenchWorld>('the meter franks', async function () {
  const imprint = await this.funds.frank();
  this.bench.expectSame('a piece bears postage', true, (imprint?.value ?? 0) > 0);
});

Then<FrankbenchWorld>('the meter does not frank', async function () {
  const imprint = await this.funds.frank();
  this.bench.expectSame('imprint', undefined, imprint?.value);
});
