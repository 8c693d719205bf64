import type { Bench } from '../bench.ts';
import { AccountPages } from './account.ts';
import { Calls } from './calls.ts';
import { EquipmentPages } from './equipment.ts';
import { MeterPages } from './meter.ts';
import { Page } from './page.ts';
import { ProfilePages } from './profile.ts';
import { Sections } from './sections.ts';
import { SetUpPages } from './set-up.ts';
import { Wording } from './wording.ts';

/** The onboarding as a customer works it: the pages of each section, and the way between them. */
export class OnboardingPanel {
  readonly page: Page;
  readonly wording: Wording;
  readonly sections: Sections;
  readonly profile: ProfilePages;
  readonly equipment: EquipmentPages;
  readonly account: AccountPages;
  readonly setUp: SetUpPages;
  readonly meter: MeterPages;
  readonly calls: Calls;

  constructor(bench: Bench) {
    this.page = new Page(bench);
    this.wording = new Wording(this.page);
    this.sections = new Sections(this.page);
    this.profile = new ProfilePages(this.sections);
    this.equipment = new EquipmentPages(this.sections);
    this.account = new AccountPages(this.sections);
    this.setUp = new SetUpPages(this.sections, this.profile, this.equipment);
    this.meter = new MeterPages(this.sections);
    this.calls = new Calls(this.sections, this.meter);
  }
}
