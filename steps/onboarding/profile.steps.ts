import { Given, Then, When } from '@cucumber/cucumber';
import * as work from '#bench/onboarding';
import type { FrankbenchWorld } from '../world.ts';

type Part = work.Part;

Given<FrankbenchWorld>('the pages of the base profile', async function () {
  await this.onboarding.profile.open();
});

When<FrankbenchWorld>('the pages of the base profile are opened', async function () {
  await this.onboarding.profile.open();
});

Given<FrankbenchWorld>('the base profile is filled in', async function () {
  await this.onboarding.profile.fillAll();
});

Given<FrankbenchWorld>(
  'the base profile is filled in without its {part}',
  async function (part: Part) {
    await this.onboarding.profile.fillAll(work.usualProfile, [part]);
  },
);

Given<FrankbenchWorld>(
  'the base profile is filled in without its {part} and its {part}',
  async function (first: Part, second: Part) {
    await this.onboarding.profile.fillAll(work.usualProfile, [first, second]);
  },
);

Given<FrankbenchWorld>(
  'the base profile is filled in with the user name {string}',
  async function (userName: string) {
    await this.onboarding.profile.fillAll({ ...work.usualProfile, userName });
  },
);

When<FrankbenchWorld>('the base profile is sent', async function () {
  await this.onboarding.profile.create();
});

Given<FrankbenchWorld>('the base profile was sent and refused', async function () {
  await this.onboarding.profile.create();
  await this.onboarding.page.dismiss();
});

Given<FrankbenchWorld>('the base profile was sent without an answer', async function () {
  await this.onboarding.profile.create();
});

When<FrankbenchWorld>(
  'the {part} of the profile is entered as blanks',
  async function (part: Part) {
    await this.onboarding.profile.fill(part, ' ');
  },
);

When<FrankbenchWorld>('the user name {string} is entered', async function (userName: string) {
  await this.onboarding.profile.fill('userName', userName);
});

When<FrankbenchWorld>('{password} is tried', async function (password: string) {
  await this.onboarding.profile.tryPassword(password);
});

When<FrankbenchWorld>('{password} is entered', async function (password: string) {
  await this.onboarding.profile.fill('password', password);
});

When<FrankbenchWorld>(
  'the passwords {string} and {string} are entered',
  async function (first: string, second: string) {
    await this.onboarding.profile.fill('password', first, second);
  },
);

When<FrankbenchWorld>('the telephone number {string} is entered', async function (digits: string) {
  await this.onboarding.profile.fill('telephone', digits);
});

Then<FrankbenchWorld>('the profile is created', function () {
  this.onboarding.profile.expectCreated();
});

Then<FrankbenchWorld>(
  'the profile is created with the user name {string}',
  function (userName: string) {
    this.onboarding.profile.expectCreated({ ...work.usualProfile, userName });
  },
);

Then<FrankbenchWorld>('the {part} is said to be missing', function (part: Part) {
  this.onboarding.profile.expectMissing(part);
});

Then<FrankbenchWorld>(
  'the {part} and the {part} are said to be missing',
  function (first: Part, second: Part) {
    this.onboarding.profile.expectMissing(first, second);
  },
);

Then<FrankbenchWorld>('the page refuses because the {part} is empty', function (part: Part) {
  const { page } = this.onboarding;
  page.expectRefusal('fieldMissing', { items: page.text(part) });
});

Then<FrankbenchWorld>('the page refuses because it is no e-mail address', function () {
  this.onboarding.page.expectRefusal('noEmailAddress');
});

Then<FrankbenchWorld>('the page refuses because the user name is taken', function () {
  this.onboarding.page.expectRefusal('userNameTaken');
});

Then<FrankbenchWorld>('the page refuses because of the rules for passwords', function () {
  const { least, most } = this.onboarding.page.profile.password;
  this.onboarding.page.expectRefusal('passwordRules', { least, most });
});

Then<FrankbenchWorld>('the page refuses because the passwords differ', function () {
  this.onboarding.page.expectRefusal('passwordsDiffer');
});

Then<FrankbenchWorld>('the page refuses because it is no telephone number', function () {
  const { least, most } = this.onboarding.page.profile.telephone;
  this.onboarding.page.expectRefusal('noTelephone', { least, most });
});

Then<FrankbenchWorld>('the form has the user name {string}', function (userName: string) {
  this.bench.expectSame('user name', userName, this.onboarding.page.valueOf('userName'));
});

Then<FrankbenchWorld>('the form says that the password is entered', function () {
  const { page } = this.onboarding;
  this.bench.expectSame('password', page.text('set'), page.valueOf('password'));
});

Then<FrankbenchWorld>('the form shows all that was filled in', function () {
  this.onboarding.profile.expectFilledIn();
});

Then<FrankbenchWorld>(
  'the form shows all that was filled in but the {part}',
  function (part: Part) {
    this.onboarding.profile.expectFilledIn([part]);
  },
);

Then<FrankbenchWorld>('the list of security questions is offered', async function () {
  await this.onboarding.profile.expectQuestions();
});

Then<FrankbenchWorld>(
  'no page has shown the usual password and the usual security answer',
  function () {
    const { page } = this.onboarding;
    page.expectNeverShown(work.usualProfile.password);
    page.expectNeverShown(work.usualProfile.answer);
  },
);
