import { Given, Then } from '@cucumber/cucumber';
import type { FrankbenchWorld } from './world.ts';

Given<FrankbenchWorld>('the screen {string} is open', async function (name: string) {
  await this.bench.goTo(...name.split(' > '));
});

Then<FrankbenchWorld>('the screen {string} is shown', function (title: string) {
  this.bench.expectTitle(title);
});

Then<FrankbenchWorld>(
  'the display is as the golden screen {string}',
  async function (name: string) {
    await this.bench.expectGolden(name);
  },
);

Then<FrankbenchWorld>('the display shows {string}', function (text: string) {
  this.bench.expectRow(text);
});

Then<FrankbenchWorld>('the field reads {string}', function (text: string) {
  this.bench.expectSame('field', text, this.bench.frame.field?.value);
});

Then<FrankbenchWorld>('there is no field on the display', function () {
  this.bench.expectSame('field', undefined, this.bench.frame.field?.label);
});

Then<FrankbenchWorld>('the meter beeps', function () {
  const [before, after] = this.bench.frames.slice(-2).map((frame) => frame.beeps);
  this.bench.expectSame('beeps', (before ?? 0) + 1, after);
});

Then<FrankbenchWorld>('the list goes on {string}', function (where: string) {
  const { above, below } = this.bench.frame.more;
  const marks = [...(above ? ['above'] : []), ...(below ? ['below'] : [])].join(' and ');
  this.bench.expectSame('scroll marks', where, marks === '' ? 'nowhere' : marks);
});

Given<FrankbenchWorld>('{string} is typed', async function (text: string) {
  await this.bench.type(text);
});

Then<FrankbenchWorld>(
  'the field for {string} reads {string}',
  function (label: string, text: string) {
    const { field } = this.bench.frame;
    this.bench.expectSame('field', [label, text], [field?.label, field?.value]);
  },
);
