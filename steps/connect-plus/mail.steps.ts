import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import type { FrankbenchWorld } from '../world.ts';

/** Puts pieces through and makes sure that each of them was franked. */
async function frank(world: FrankbenchWorld, pieces: number, grams?: number): Promise<void> {
  const imprints = await world.connectPlus.mail.run(pieces, grams);
  world.imprint = imprints.at(-1);
  world.bench.expectSame('pieces franked', pieces, imprints.length);
}

Given<FrankbenchWorld>(
  '{int} piece(s) was/were franked on account {string}',
  async function (pieces: number, account: string) {
    await this.connectPlus.mail.selectAccount(account);
    await frank(this, pieces);
  },
);

Given<FrankbenchWorld>(
  '{int} piece(s) of {int} g was/were franked as {string}',
  async function (pieces: number, grams: number, mailClass: string) {
    await this.connectPlus.mail.selectClass(mailClass);
    await frank(this, pieces, grams);
  },
);

/** Columns pieces, and any of grams, account, class, jobId1 and jobId2. Nothing but a change ends a batch. */
Given<FrankbenchWorld>('mail was run as follows', async function (table: DataTable) {
  for (const { pieces, grams, ...settings } of table.hashes()) {
    await this.connectPlus.mail.set(settings);
    await frank(this, Number(pieces), grams === undefined ? undefined : Number(grams));
  }
});

When<FrankbenchWorld>('{int} piece(s) is/are run', async function (pieces: number) {
  const imprints = await this.connectPlus.mail.run(pieces);
  this.imprint = imprints.at(-1);
});

When<FrankbenchWorld>('a piece of {int} g is run', async function (grams: number) {
  const imprints = await this.connectPlus.mail.run(1, grams);
  this.imprint = imprints.at(-1);
});

When<FrankbenchWorld>('a piece is put in where the machine stands', async function () {
  this.imprint = await this.bench.feed();
});

When<FrankbenchWorld>('account {string} is selected for mail', async function (account: string) {
  await this.connectPlus.mail.selectAccount(account);
});

When<FrankbenchWorld>('class {string} is selected for mail', async function (name: string) {
  await this.connectPlus.mail.selectClass(name);
});

When<FrankbenchWorld>(
  'Job ID {int} is set to {string}',
  async function (which: number, job: string) {
    await this.connectPlus.mail.setJob(which === 1 ? 1 : 2, job);
  },
);

When<FrankbenchWorld>('the batch is ended', async function () {
  await this.connectPlus.mail.endBatch();
});

When<FrankbenchWorld>('the account is ended', async function () {
  await this.connectPlus.mail.endAccount();
});

Given<FrankbenchWorld>('a surcharge of {money} a piece', async function (surcharge: number) {
  await this.connectPlus.mail.setSurcharge(surcharge);
});

When<FrankbenchWorld>('Run Mail is opened', async function () {
  await this.connectPlus.mail.open();
});

When<FrankbenchWorld>('{duration} pass(es)', async function (duration: number) {
  await this.bench.passTime(duration);
});

When<FrankbenchWorld>(
  'the power is cut {int} bytes into saving that a piece was franked',
  async function (bytes: number) {
    await this.connectPlus.mail.open();
    await this.bench.feedAndCut(bytes);
    await this.bench.powerOn();
  },
);

Then<FrankbenchWorld>('the last imprint is {money}', function (value: number) {
  this.bench.expectSame('imprint', value, this.imprint?.value);
});

Then<FrankbenchWorld>('the piece comes out unfranked', function () {
  this.bench.expectSame('imprint', undefined, this.imprint?.value);
});

Then<FrankbenchWorld>(
  'the batch has {int} piece(s) and {money}',
  async function (pieces: number, postage: number) {
    this.bench.expectSame('batch', { pieces, postage }, await this.connectPlus.mail.batch());
  },
);

Then<FrankbenchWorld>('the account in use is {string}', async function (account: string) {
  this.bench.expectSame('account in use', account, await this.connectPlus.mail.accountInUse());
});

Then<FrankbenchWorld>('mail can be charged to', async function (table: DataTable) {
  const expected = table.raw().map(([row]) => row);
  this.bench.expectSame('accounts', expected, await this.connectPlus.mail.offeredAccounts());
});

Then<FrankbenchWorld>(
  'the meter has used {money} for {int} piece(s), and {money} is left',
  async function (ascending: number, pieces: number, descending: number) {
    const controlTotal = ascending + descending;
    const expected = { ascending, descending, controlTotal, pieces };
    this.bench.expectSame('registers', expected, await this.connectPlus.mail.funds());
  },
);

/** After a cut either is right, as long as everything that counts agrees. */
Then<FrankbenchWorld>(
  'the meter has used {money} or {money}, and reports and registers agree',
  async function (one: number, other: number) {
    const { ascending, descending, controlTotal, pieces } = await this.connectPlus.mail.funds();
    const { bench } = this;
    bench.check(
      'used',
      ascending === one || ascending === other,
      `${one} or ${other}`,
      `${ascending}`,
    );
    bench.expectSame('control total', ascending + descending, controlTotal);
    const reported = await this.connectPlus.server.reportedInAll();
    bench.expectSame('charges in reports', { pieces, postage: ascending }, reported);
  },
);
