import { Then, When } from '@cucumber/cucumber';
import type { connectPlus } from '#bench';
import type { FrankbenchWorld } from '../world.ts';

When<FrankbenchWorld>('{string} is touched', async function (text: string) {
  await this.connectPlus.screen.tap(text);
});

When<FrankbenchWorld>('the field {string} is touched', async function (label: string) {
  await this.connectPlus.screen.tapLabel(label);
});

When<FrankbenchWorld>('{string} is typed and confirmed', async function (text: string) {
  await this.connectPlus.screen.enter(text);
});

When<FrankbenchWorld>('{password} is typed and confirmed', async function (password: string) {
  await this.connectPlus.screen.enter(password);
});

When<FrankbenchWorld>('{password} is typed', async function (password: string) {
  await this.bench.type(password);
});

Then<FrankbenchWorld>('the form has no field {string}', function (label: string) {
  this.bench.expectSame(label, undefined, this.connectPlus.screen.valueOf(label));
});

Then<FrankbenchWorld>('the screen says {string}', function (text: string) {
  this.bench.expectRow(text);
});

Then<FrankbenchWorld>('{string} can be touched', function (text: string) {
  this.bench.check('offered', this.connectPlus.screen.offers(text), text, 'not there');
});

Then<FrankbenchWorld>('{string} cannot be touched', function (text: string) {
  this.bench.check('not offered', !this.connectPlus.screen.offers(text), 'not there', text);
});

Then<FrankbenchWorld>(
  'the Connect+ refuses because {refusal}',
  function (reason: connectPlus.RefusalReason) {
    this.connectPlus.screen.expectRefusal(reason);
  },
);
