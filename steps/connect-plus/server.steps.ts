import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { minutes, type ServerTrouble, seconds } from '#core';
import type { FrankbenchWorld } from '../world.ts';

/** An amount as tables write it: "3.30". */
const pence = (text = ''): number => Math.round(Number(text) * 100);

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const noCharges = { pieces: 0, postage: 0 };

Given<FrankbenchWorld>('everything is synchronised', async function () {
  await this.connectPlus.server.synchronise();
});

Given<FrankbenchWorld>(
  'the next {int} message(s) to the accounting server end(s) as {trouble}',
  function (times: number, trouble: ServerTrouble) {
    this.connectPlus.server.control.fail(trouble, times);
  },
);

When<FrankbenchWorld>(
  'the power is cut {int} bytes into the upload',
  async function (bytes: number) {
    await this.bench.passTimeAndCut(bytes, seconds(10));
    await this.bench.powerOn();
  },
);

When<FrankbenchWorld>('Manage Accounts is opened', async function () {
  await this.connectPlus.accounts.open();
});

Then<FrankbenchWorld>(
  'within {duration} the accounting server has {int} piece(s) and {money} on account {string}',
  async function (limit: number, pieces: number, postage: number, account: string) {
    const { server } = this.connectPlus;
    const measured = await server.awaited(`${pieces} pieces on ${account}`, limit, () => {
      const charged = server.chargedTo(account) ?? noCharges;
      return charged.pieces === pieces && charged.postage === postage;
    });
    this.bench.expectSame('sync', 'within', measured.verdict);
  },
);

Then<FrankbenchWorld>(
  'within {duration} the accounting server has {int} piece(s) and {money} in all',
  async function (limit: number, pieces: number, postage: number) {
    const { server } = this.connectPlus;
    const measured = await server.awaited(`${pieces} pieces in all`, limit, () =>
      isSame(server.totals(), { pieces, postage }),
    );
    this.bench.expectSame('sync', 'within', measured.verdict);
  },
);

Then<FrankbenchWorld>(
  'for {duration} the accounting server has {int} piece(s) and {money} in all',
  async function (duration: number, pieces: number, postage: number) {
    const { server } = this.connectPlus;
    const measured = await server.awaited(
      `other than ${pieces} pieces in all`,
      duration,
      () => !isSame(server.totals(), { pieces, postage }),
      minutes(1),
    );
    this.bench.expectSame('totals', { pieces, postage }, server.totals());
    this.bench.expectSame('a change', 'beyond', measured.verdict);
  },
);

/** A change that comes sooner is no delay. */
Then<FrankbenchWorld>(
  'for at least {duration} the accounting server has {int} piece(s) and {money} on account {string}',
  async function (duration: number, pieces: number, postage: number, account: string) {
    const { server } = this.connectPlus;
    const measured = await server.awaited(
      `other than ${pieces} pieces on ${account}`,
      duration,
      () => !isSame(server.chargedTo(account), { pieces, postage }),
    );
    this.bench.expectSame('a change', 'beyond', measured.verdict);
  },
);

Then<FrankbenchWorld>(
  'within {duration} the accounting server knows account {string}',
  async function (limit: number, account: string) {
    const { server } = this.connectPlus;
    const measured = await server.awaited(
      `account ${account}`,
      limit,
      () => server.chargedTo(account) !== undefined,
    );
    this.bench.expectSame('sync', 'within', measured.verdict);
  },
);

/** The accounts that the server knows, with any of their columns. */
Then<FrankbenchWorld>(
  'within {duration} the accounting server knows the accounts',
  async function (limit: number, table: DataTable) {
    const { server } = this.connectPlus;
    const expected = table.hashes();
    const names = Object.keys(expected[0] ?? {});
    const seen = () =>
      server
        .accounts()
        .map((account) => Object.fromEntries(names.map((name) => [name, account[name] ?? ''])));
    await server.awaited('accounts', limit, () => isSame(seen(), expected), seconds(5));
    this.bench.expectSame('accounts at the server', expected, seen());
  },
);

Then<FrankbenchWorld>(
  'the accounting server has {int} piece(s) and {money} on account {string}',
  function (pieces: number, postage: number, account: string) {
    const { server } = this.connectPlus;
    this.bench.expectSame(
      `charged to ${account}`,
      { pieces, postage },
      server.chargedTo(account) ?? noCharges,
    );
  },
);

Then<FrankbenchWorld>(
  'the accounting server has {int} piece(s) and {money} in all',
  function (pieces: number, postage: number) {
    const { server } = this.connectPlus;
    this.bench.expectSame('totals', { pieces, postage }, server.totals());
  },
);

Then<FrankbenchWorld>(
  'no more than {int} message(s) reach(es) the accounting server in {duration}',
  async function (most: number, duration: number) {
    const { control } = this.connectPlus.server;
    const before = control.messages();
    await this.bench.passTime(duration);
    const came = control.messages() - before;
    this.bench.check('messages', came <= most, `at most ${most}`, `${came}`);
  },
);

// Reports ----------------------------------------------------------------------------------------

Then<FrankbenchWorld>('reports show these charges', async function (table: DataTable) {
  const expected = table
    .hashes()
    .map(({ account = '', pieces, postage }) => [
      account,
      { pieces: Number(pieces), postage: pence(postage) },
    ]);
  const seen = [...(await this.connectPlus.server.reported())];
  this.bench.expectSame('charges in reports', expected, seen);
});

Then<FrankbenchWorld>(
  'within {duration} reports show {int} piece(s) and {money} on account {string}',
  async function (limit: number, pieces: number, postage: number, account: string) {
    const charges = { pieces, postage };
    const measured = await this.connectPlus.server.awaitReported(account, charges, limit);
    this.bench.expectSame('sync', 'within', measured.verdict);
  },
);

Then<FrankbenchWorld>(
  'for {duration} reports show {int} piece(s) and {money} on account {string}',
  async function (duration: number, pieces: number, postage: number, account: string) {
    const expected = { pieces, postage };
    const end = this.bench.meter.now() + duration;
    while (this.bench.meter.now() < end) {
      const charged = (await this.connectPlus.server.reported()).get(account) ?? noCharges;
      this.bench.expectSame(`charged to ${account}`, expected, charged);
      await this.bench.awaitFrame(Math.max(1, Math.min(600_000, end - this.bench.meter.now())));
    }
  },
);

/** What the accounts were charged, at the meter and at the server, is what the registers say. */
Then<FrankbenchWorld>('reports and server tie to the registers', async function () {
  const { server, mail } = this.connectPlus;
  const { ascending, pieces } = await mail.funds();
  const used = { pieces, postage: ascending };
  this.bench.expectSame('charges in reports', used, await server.reportedInAll());
  this.bench.expectSame('charges at the server', used, server.totals());
});
