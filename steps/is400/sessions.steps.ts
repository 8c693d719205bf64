import { Given, Then, When } from '@cucumber/cucumber';
import type { FrankbenchWorld } from '../world.ts';

Given<FrankbenchWorld>('the beginning of a session', async function () {
  await this.is400.endSession();
});

Given<FrankbenchWorld>('a user session', async function () {
  await this.is400.startSession({});
});

Given<FrankbenchWorld>('a user session on account {account}', async function (account: string) {
  await this.is400.startSession({ account });
});

Given<FrankbenchWorld>(
  'a user session on account {account} with {pin}',
  async function (account: string, pin: string) {
    await this.is400.startSession({ account, pin });
  },
);

Given<FrankbenchWorld>('a user session with {pin}', async function (pin: string) {
  await this.is400.startSession({ pin });
});

When<FrankbenchWorld>('a user starts a session', async function () {
  await this.is400.startSession({});
});

When<FrankbenchWorld>('a user starts a session with {pin}', async function (pin: string) {
  await this.is400.startSession({ pin });
});

When<FrankbenchWorld>(
  'a user starts a session on account {account}',
  async function (account: string) {
    await this.is400.startSession({ account });
  },
);

When<FrankbenchWorld>(
  'a user starts a session on account {account} with {pin}',
  async function (account: string, pin: string) {
    await this.is400.startSession({ account, pin });
  },
);

When<FrankbenchWorld>('a session is started with the supervisor PIN', async function () {
  await this.is400.endSession();
  await this.bench.enter(this.bench.credentials.supervisor ?? '');
});

When<FrankbenchWorld>(
  'a session is started on account {account} with the supervisor PIN',
  async function (account: string) {
    const pin = this.bench.credentials.supervisor ?? '';
    await this.is400.startSession({ account, pin });
  },
);

When<FrankbenchWorld>('the user switches to account {account}', async function (account: string) {
  await this.is400.switchAccount(account);
});

When<FrankbenchWorld>(
  'the user switches to account {account} with {pin}',
  async function (account: string, pin: string) {
    await this.is400.switchAccount(account);
    await this.bench.enter(pin);
  },
);

When<FrankbenchWorld>('the user ends the session', async function () {
  await this.is400.endSession();
});

When<FrankbenchWorld>('{pin} is entered', async function (pin: string) {
  await this.bench.enter(pin);
});

When<FrankbenchWorld>('{pin} is entered at the supervisor log-in', async function (pin: string) {
  await this.is400.enterSupervisorPin(pin);
});

When<FrankbenchWorld>(
  'the supervisor PIN with another last digit is entered at the supervisor log-in',
  async function () {
    const pin = this.bench.credentials.supervisor ?? '';
    const last = (Number(pin.at(-1)) + 1) % 10;
    await this.is400.enterSupervisorPin(`${pin.slice(0, -1)}${last}`);
  },
);

When<FrankbenchWorld>('the supervisor PIN is entered at the supervisor log-in', async function () {
  await this.is400.enterSupervisorPin(this.bench.credentials.supervisor ?? '');
});

When<FrankbenchWorld>('the supervisor PIN is entered', async function () {
  await this.bench.enter(this.bench.credentials.supervisor ?? '');
});

Then<FrankbenchWorld>('{accounts} is/are offered', async function (accounts: readonly string[]) {
  const offered = await this.is400.offeredAccounts();
  this.bench.expectSame(
    'accounts offered',
    accounts,
    offered.map((row) => row.number),
  );
});

Then<FrankbenchWorld>('a session offers {accounts}', async function (accounts: readonly string[]) {
  await this.is400.endSession();
  const offered = await this.is400.offeredAccounts();
  this.bench.expectSame(
    'accounts offered',
    accounts,
    offered.map((row) => row.number),
  );
});

Then<FrankbenchWorld>(
  'account {account} opens with {pin}',
  async function (account: string, pin: string) {
    await this.is400.startSession({ account, pin });
    this.bench.expectTitle('Home');
  },
);

Then<FrankbenchWorld>('account {string} is in use', function (account: string) {
  this.is400.expectInUse('account', account);
});

Then<FrankbenchWorld>('operator {string} is in use', function (operator: string) {
  this.is400.expectInUse('operator', operator);
});

Then<FrankbenchWorld>('the meter refuses the PIN and counts {int}', function (count: number) {
  this.is400.expectWrongPin(count);
});

Given<FrankbenchWorld>(
  'a wrong PIN was entered {int} times at the supervisor log-in',
  async function (times: number) {
    for (let count = 1; count <= times; count += 1) {
      await this.is400.enterSupervisorPin('000');
      this.is400.expectWrongPin(count);
    }
  },
);

Then<FrankbenchWorld>('the display never showed {pin}', function (pin: string) {
  this.is400.expectNeverShown(pin);
});

Then<FrankbenchWorld>('the display never showed the supervisor PIN', function () {
  this.is400.expectNeverShown(this.bench.credentials.supervisor ?? '');
});

Then<FrankbenchWorld>('a user session starts with {pin}', async function (pin: string) {
  await this.is400.startSession({ pin });
  this.bench.expectTitle('Home');
});

Then<FrankbenchWorld>('no session starts with {pin}', async function (pin: string) {
  await this.is400.startSession({ pin });
  this.is400.expectWrongPin(1);
});
