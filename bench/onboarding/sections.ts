import { type Frame, type Millis, minutes } from '#core';
import { onboarding } from '#models';
import type { Page } from './page.ts';

const { sectionTexts } = onboarding;

/** Longer than the portal is waited for. */
const longestWait: Millis = minutes(2);

/** The sections of the onboarding, and what they have in common: the portal. */
export class Sections {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Taps a section on the page of all of them, whether or not it opens. */
  async open(section: onboarding.Section): Promise<Frame> {
    await this.page.home();
    return this.page.tapRow(sectionTexts[section]);
  }

  /** Whether the page of sections says that one is done. */
  async isDone(section: onboarding.Section): Promise<boolean> {
    await this.page.home();
    return this.page.valueOf(sectionTexts[section]) === this.page.text('done');
  }

  /** Waits until the portal has answered or will not. */
  async awaitPortal(): Promise<Frame> {
    return this.page.bench.awaitDone(longestWait);
  }

  /** Sends again what was not answered. */
  async sendAgain(): Promise<Frame> {
    await this.page.tap('sendAgain');
    return this.awaitPortal();
  }

  /** True where the page says that nobody knows what became of what was sent. */
  get unanswered(): boolean {
    return this.page.says('portalUnanswered');
  }
}
