import { type DataCentreControl, type Frame, type Millis, minutes } from '#core';
import * as onboarding from '#models/onboarding';
import type { Page } from './page.ts';

const { sectionTexts } = onboarding;

/** Longer than the portal is waited for. */
const longestWait: Millis = minutes(2);

/** More often than a portal is silent in any scenario. */
const mostTries = 10;

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

  /** A section does not open before another one is complete. */
  expectFirst(section: onboarding.Section): void {
    this.page.expectRefusal('sectionFirst', { section: this.page.text(sectionTexts[section]) });
  }

  /** Sends again what was not answered, as often as the portal is silent. */
  async complete(): Promise<void> {
    for (let tries = 0; this.unanswered && tries < mostTries; tries += 1) await this.sendAgain();
    this.page.bench.check('answer of the portal', !this.unanswered, 'an answer', 'none');
  }

  /** The page says that there was no answer, and that what was sent is kept. */
  expectUnanswered(): void {
    this.page.bench.check('answer of the portal', this.unanswered, 'none', this.page.frame.title);
  }

  /** The meter of the desk at the Data Centre, and the postage account. */
  get dataCentre(): DataCentreControl {
    return this.page.bench.need('data-centre', this.page.bench.meter.dataCentre);
  }
}
