import type { Frame } from '#core';
import type { onboarding } from '#models';
import type { Sections } from './sections.ts';

/** A base profile as a customer fills it in. `question`: the name of one that is on the list. */
export type Profile = Readonly<Record<onboarding.ProfilePart, string>>;

/** What is filled in where a scenario says nothing of it. */
export const usualProfile: Profile = {
  userName: 'marie@exemple.ca',
  password: 'Neige2015',
  question: 'birthTown',
  answer: 'Rimouski',
  name: 'Marie Roy',
  company: 'Fleuve',
  telephone: '4185550123',
};

/** The pages of the base profile. */
export class ProfilePages {
  readonly #sections: Sections;

  constructor(sections: Sections) {
    this.#sections = sections;
  }

  async open(): Promise<Frame> {
    return this.#sections.open('profile');
  }

  /** Opens the field of a part, types and confirms; a password is asked for twice. */
  async fill(part: onboarding.ProfilePart, text: string, again = text): Promise<Frame> {
    const { page } = this.#sections;
    await page.tapRow(part);
    if (part === 'question') return page.tap(text as onboarding.TextKey);
    await page.enter(text);
    if (part === 'password' && !page.refused) await page.enter(again);
    return page.frame;
  }

  /** Types a password for the first time, and confirms it. */
  async tryPassword(password: string): Promise<Frame> {
    await this.#sections.page.tapRow('password');
    return this.#sections.page.enter(password);
  }

  /** Fills in all parts but some. */
  async fillAll(
    profile: Profile = usualProfile,
    without: readonly onboarding.ProfilePart[] = [],
  ): Promise<Frame> {
    const { page } = this.#sections;
    await this.open();
    for (const [part, text] of Object.entries(profile)) {
      // The keys are those of a profile.
      const named = part as onboarding.ProfilePart;
      if (!without.includes(named)) await this.fill(named, text);
    }
    return page.frame;
  }

  /** Sends the profile and waits for the portal. */
  async create(): Promise<Frame> {
    await this.#sections.page.tap('createProfile');
    return this.#sections.awaitPortal();
  }

  /** A profile as it should be. */
  async make(profile: Profile = usualProfile): Promise<void> {
    await this.fillAll(profile);
    await this.create();
    this.#sections.page.expectSays('profileCreated');
    await this.#sections.page.tap('ok');
  }

  /** The profile is there, with what was filled in. */
  expectCreated(profile: Profile = usualProfile): void {
    const { page } = this.#sections;
    page.expectSays('profileCreated');
    for (const part of ['userName', 'name', 'company', 'telephone'] as const) {
      page.bench.expectSame(part, profile[part], page.valueOf(part));
    }
  }

  /** These parts are said to be missing, and no others. */
  expectMissing(...parts: readonly onboarding.ProfilePart[]): void {
    const { page } = this.#sections;
    const items = parts.map((part) => page.text(part)).join(', ');
    page.expectRefusal('partsMissing', { items });
  }

  /** What the form says of a part; secrets are said to be entered, and no more. */
  expectFilledIn(without: readonly onboarding.ProfilePart[] = []): void {
    const { page } = this.#sections;
    const seen = Object.keys(usualProfile).map((part) => page.valueOf(part as 'name'));
    const expected = Object.entries(usualProfile).map(([part, text]) => {
      // The keys are those of a profile.
      const named = part as onboarding.ProfilePart;
      if (without.includes(named)) return '';
      if (named === 'password' || named === 'answer') return page.text('set');
      return named === 'question' ? page.text(text as onboarding.TextKey) : text;
    });
    page.bench.expectSame('form', expected, seen);
  }

  /** The questions that can be chosen. */
  async expectQuestions(): Promise<void> {
    const { page } = this.#sections;
    await page.tapRow('question');
    const expected = page.profile.questions.map((question) => page.text(question));
    page.bench.expectSame('questions', expected, await page.entries());
    await page.tap('cancel');
  }
}
