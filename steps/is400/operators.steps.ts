import { Given, Then, When } from '@cucumber/cucumber';
import type { FrankbenchWorld } from '../world.ts';

const sorted = (names: readonly string[]): readonly string[] => [...names].sort();

async function expectList(world: FrankbenchWorld, expected: readonly string[]): Promise<void> {
  world.bench.expectSame('operator list', sorted(expected), await world.is400.operatorList());
}

Given<FrankbenchWorld>(
  '{status} operator {string} with {pin} on {accounts}',
  async function (active: boolean, name: string, pin: string, accounts: readonly string[]) {
    await this.is400.addOperator({ name, pin, active, accounts });
    this.operators = await this.is400.operatorList();
  },
);

Given<FrankbenchWorld>('an operator list that is full', async function () {
  await this.is400.fillOperatorList();
  this.operators = await this.is400.operatorList();
  this.bench.expectSame('operators', this.is400.profile.operatorCapacity, this.operators.length);
});

When<FrankbenchWorld>(
  'the supervisor adds operator {string} with {pin} on {accounts}',
  async function (name: string, pin: string, accounts: readonly string[]) {
    await this.is400.addOperator({ name, pin, active: true, accounts });
  },
);

When<FrankbenchWorld>(
  'the supervisor adds operator {string} with the supervisor PIN',
  async function (name: string) {
    const pin = this.bench.credentials.supervisor ?? '';
    await this.is400.addOperator({ name, pin, active: true, accounts: [] });
  },
);

When<FrankbenchWorld>(
  'the supervisor edits operator {string} with {pin} into {status} {string} with {pin} on {accounts}',
  async function (
    name: string,
    ownPin: string,
    active: boolean,
    newName: string,
    pin: string,
    accounts: readonly string[],
  ) {
    await this.is400.editOperator(name, ownPin, { name: newName, pin, active, accounts });
  },
);

When<FrankbenchWorld>(
  'the supervisor opens {string} of operator {string}',
  async function (entry: string, name: string) {
    await this.is400.openOperator(name);
    await this.bench.choose(entry);
  },
);

When<FrankbenchWorld>('the supervisor deletes operator {string}', async function (name: string) {
  await this.is400.deleteOperator(name);
});

When<FrankbenchWorld>('an operator name of one character too many is typed', async function () {
  await this.bench.goTo('Operator List', 'Add Operator', 'Operator Name');
  await this.bench.type('A'.repeat(this.is400.profile.operatorNameLength + 1));
});

When<FrankbenchWorld>('the supervisor adds an operator without a name', async function () {
  await this.bench.goTo('Operator List', 'Add Operator', 'Operator Name');
  await this.bench.press('OK');
});

When<FrankbenchWorld>('the supervisor adds an operator with the longest name', async function () {
  const name = 'B'.repeat(this.is400.profile.operatorNameLength);
  await this.is400.addOperator({ name, pin: '5823', active: true, accounts: [] });
});

When<FrankbenchWorld>('{string} is chosen in the operator list', async function (text: string) {
  await this.bench.goTo('Operator List', 'Operators');
  await this.bench.choose(text);
});

Then<FrankbenchWorld>('the operator list is unchanged', async function () {
  await expectList(this, this.operators);
});

Then<FrankbenchWorld>('the operator list gains {string}', async function (row: string) {
  await expectList(this, [...this.operators, row]);
});

Then<FrankbenchWorld>('the operator list gains the longest name', async function () {
  const name = 'B'.repeat(this.is400.profile.operatorNameLength);
  await expectList(this, [...this.operators, name]);
});

Then<FrankbenchWorld>('the operator list loses {string}', async function (row: string) {
  await expectList(
    this,
    this.operators.filter((one) => one !== row),
  );
});

Then<FrankbenchWorld>(
  'the operator list shows {string} in place of {string}',
  async function (row: string, before: string) {
    await expectList(this, [...this.operators.filter((one) => one !== before), row]);
  },
);

Then<FrankbenchWorld>('after OK the operator list gains {string}', async function (row: string) {
  await this.bench.press('OK');
  await expectList(this, [...this.operators, row]);
});
