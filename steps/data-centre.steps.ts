import { type DataTable, Given, Then } from '@cucumber/cucumber';
import { postalProfileOf } from '#bench/any-machine';
import type { Forgery, OfferedPackage, Pence, ServerTrouble } from '#core';
import { dataCentreOf, notedBooks, readBooks, shownOf } from './books.ts';
import { messagesSince } from './calls.ts';
import { inPieces, installedIn, packageOf, ratesWithoutTable } from './packages.ts';
import type { NamedPackage } from './parameters.ts';
import type { FrankbenchWorld } from './world.ts';

// Money ----------------------------------------------------------------------------------------

Given<FrankbenchWorld>(
  'the postage account holds {money} prepaid and {money} on credit',
  function (prepaid: Pence, credit: Pence) {
    dataCentreOf(this).setAccount({ prepaid, credit });
  },
);

Then<FrankbenchWorld>(
  '{money} prepaid and {money} on credit are left in the postage account',
  function (prepaid: Pence, credit: Pence) {
    const { account } = dataCentreOf(this).meter();
    this.bench.expectSame('account', [prepaid, credit], [account.prepaid, account.credit]);
  },
);

Then<FrankbenchWorld>('the panel shows a balance of {money}', async function (balance: Pence) {
  this.bench.expectSame('balance', balance, await this.funds.balance());
});

Then<FrankbenchWorld>('the Data Centre has the same figures as the meter', async function () {
  const { shown, meter } = await readBooks(this);
  this.bench.expectSame('figures at the Data Centre', shown, shownOf(meter.registers));
  this.bench.expectSame('sum of fund messages', shown.controlTotal, meter.controlTotal);
});

// Troubles -------------------------------------------------------------------------------------

Given<FrankbenchWorld>('this message meets {trouble}', function (trouble: ServerTrouble) {
  dataCentreOf(this).fail(trouble, 1);
});

Given<FrankbenchWorld>(
  'the next message to the Data Centre meets {trouble}',
  function (trouble: ServerTrouble) {
    dataCentreOf(this).fail(trouble, 1);
  },
);

Given<FrankbenchWorld>(
  'the next {int} messages to the Data Centre meet {trouble}',
  function (count: number, trouble: ServerTrouble) {
    dataCentreOf(this).fail(trouble, count);
  },
);

Given<FrankbenchWorld>('the next answer bears {forgery}', function (forgery: Forgery) {
  dataCentreOf(this).forge(forgery);
});

// Packages -------------------------------------------------------------------------------------

const offer = (world: FrankbenchWorld, offered: OfferedPackage): void =>
  dataCentreOf(world).offer(offered);

Given<FrankbenchWorld>('the Data Centre offers {package}', function (named: NamedPackage) {
  offer(this, packageOf(named));
});

Given<FrankbenchWorld>(
  'the Data Centre offers {package} in {int} pieces',
  function (named: NamedPackage, pieces: number) {
    offer(this, inPieces(packageOf(named), pieces));
  },
);

Given<FrankbenchWorld>(
  'the Data Centre offers {package}, and it arrives {spoilt}',
  function (named: NamedPackage, spoilt: NonNullable<OfferedPackage['spoilt']>) {
    offer(this, { ...packageOf(named), spoilt });
  },
);

Given<FrankbenchWorld>(
  'the Data Centre offers {package}, a byte larger than the machine takes',
  function (named: NamedPackage) {
    const { packageBytes } = postalProfileOf(this.bench.model);
    offer(this, packageOf(named, packageBytes + 1));
  },
);

Given<FrankbenchWorld>(
  'the Data Centre offers rates {string} without prices',
  function (id: string) {
    offer(this, ratesWithoutTable(id));
  },
);

Then<FrankbenchWorld>('the meter has installed', async function (table: DataTable) {
  this.bench.expectSame(
    'installed',
    installedIn(table.raw(), postalProfileOf(this.bench.model)),
    await this.funds.installed(),
  );
});

Then<FrankbenchWorld>('the meter has installed what it was made with', async function () {
  const made = installedIn([], postalProfileOf(this.bench.model));
  this.bench.expectSame('installed', made, await this.funds.installed());
});

Then<FrankbenchWorld>('the Data Centre knows what is installed', async function () {
  const { installed } = dataCentreOf(this).meter();
  this.bench.expectSame('known to be installed', await this.funds.installed(), installed);
});

Then<FrankbenchWorld>(
  'the display has said that {package} is refused',
  function ({ id }: NamedPackage) {
    const said = this.bench.frames
      .slice(this.books?.frames ?? 0)
      .flatMap(({ rows }) => rows.filter(({ role }) => role === 'error'))
      .map(({ text }) => text);
    const holds = said.some((text) => text.includes(id));
    this.bench.check('refusal', holds, `a row about "${id}"`, said.join(', ') || 'none');
  },
);

// Messages -------------------------------------------------------------------------------------

Given<FrankbenchWorld>('the Data Centre wants diagnostics', function () {
  dataCentreOf(this).wantDiagnostics(true);
});

Then<FrankbenchWorld>(
  'the Data Centre has received diagnostics {int} time(s)',
  function (times: number) {
    this.bench.expectSame('diagnostics', times, dataCentreOf(this).meter().diagnostics);
  },
);

Then<FrankbenchWorld>(
  'the Data Centre has made {int} inspection(s) more',
  async function (more: number) {
    const { meter } = await notedBooks(this);
    const { inspections } = dataCentreOf(this).meter();
    this.bench.expectSame('inspections', meter.inspections + more, inspections);
  },
);

Then<FrankbenchWorld>('{int} message(s) went to the Data Centre', function (count: number) {
  this.bench.expectSame('messages', count, messagesSince(this));
});

Then<FrankbenchWorld>(
  'the Data Centre counts {int} piece(s) with postage and {int} without',
  function (items: number, zeroItems: number) {
    const { registers } = dataCentreOf(this).meter();
    this.bench.expectSame('pieces', [items, zeroItems], [registers?.items, registers?.zeroItems]);
  },
);
