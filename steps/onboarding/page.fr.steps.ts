import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import type { onboarding as work } from '#bench';
import type { FrankbenchWorld } from '../world.ts';

Given<FrankbenchWorld>('un client {stade}', async function (stage: work.Stage) {
  await this.onboarding.setUp.come(stage);
});

When<FrankbenchWorld>('le client ouvre la page {rubrique}', async function (section: work.Section) {
  await this.onboarding.sections.open(section);
});

Then<FrankbenchWorld>("l'étape {rubrique} est terminée", async function (section: work.Section) {
  this.bench.expectSame('done', true, await this.onboarding.sections.isDone(section));
});

Then<FrankbenchWorld>(
  "l'étape {rubrique} n'est pas terminée",
  async function (section: work.Section) {
    this.bench.expectSame('done', false, await this.onboarding.sections.isDone(section));
  },
);

Then<FrankbenchWorld>('les étapes sont', async function (table: DataTable) {
  await this.onboarding.wording.expectSections(table.raw().flat());
});

Then<FrankbenchWorld>(
  "l'écran est comme l'écran de référence {string}",
  async function (name: string) {
    await this.bench.expectGolden(name);
  },
);

/** A line of the display, from its first word to its last, in the very words of the page. */
Then<FrankbenchWorld>('la page dit {string}', function (words: string) {
  this.onboarding.wording.expectLine(words);
});

/** One line after the other, on whichever pages. */
Then<FrankbenchWorld>("le client a lu, dans l'ordre", function (table: DataTable) {
  this.onboarding.wording.expectShown(table.raw().flat());
});

Then<FrankbenchWorld>('tout ce que le client a lu est en français du Canada', function () {
  this.onboarding.wording.expectCanadianFrench();
});

Then<FrankbenchWorld>('la typographie est celle du Canada français', function () {
  this.onboarding.wording.expectCanadianTypography();
});
