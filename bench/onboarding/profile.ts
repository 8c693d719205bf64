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
  name: 'Marie Tremblay',
  company: 'Imprimerie du Fleuve',
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
}
