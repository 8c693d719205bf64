import { type DataTable, Given, Then } from '@cucumber/cucumber';
import * as connectPlus from '#bench/connect-plus';
import { type OfferedPackage, seconds } from '#core';
import { dataCentreOf } from '../books.ts';
import type { FrankbenchWorld } from '../world.ts';

/** Longer than a machine waits for any answer. */
const longestMessage = seconds(120);

/** Lets the call that goes on send so many messages before what comes next. */
Given<FrankbenchWorld>(
  '{int} message(s) of the call is/are answered',
  async function (messages: number) {
    for (let one = 0; one < messages; one += 1) await this.bench.awaitFrame(longestMessage);
  },
);

/** Columns class, fee, and one for each weight break, in pence. */
Given<FrankbenchWorld>(
  'the Data Centre offers rates {string} from {string}',
  function (id: string, effective: string, table: DataTable) {
    const content = connectPlus.ratesPackage(id, effective, table.hashes());
    dataCentreOf(this).offer({ kind: 'rates', id, content });
  },
);

Given<FrankbenchWorld>(
  'the Data Centre offers rates {string} from {string} that arrive {spoilt}',
  function (
    id: string,
    effective: string,
    spoilt: NonNullable<OfferedPackage['spoilt']>,
    table: DataTable,
  ) {
    const content = connectPlus.ratesPackage(id, effective, table.hashes());
    dataCentreOf(this).offer({ kind: 'rates', id, content, spoilt });
  },
);

Then<FrankbenchWorld>('Home and Run Mail say {string}', async function (text: string) {
  await this.bench.goTo('Home');
  this.bench.expectRow(text);
  await this.bench.goTo('Run Mail', 'Running');
  this.bench.expectRow(text);
});

Then<FrankbenchWorld>('Home and Run Mail say nothing of an inspection', async function () {
  for (const path of [['Home'], ['Run Mail', 'Running']]) {
    const { rows } = await this.bench.goTo(...path);
    const spoken = rows.filter(({ text }) => text.includes('inspection')).map(({ text }) => text);
    this.bench.check('inspection', spoken.length === 0, 'nothing', spoken.join(' | '));
  }
});
