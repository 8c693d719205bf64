import type { Frame } from '#core';
import type { Page } from './page.ts';

/** A blank that does not break a line is typed as an ordinary one in a feature. */
const asTyped = (text: string): string => text.replaceAll('\u00a0', ' ');

/** What French Canada does not write so. Source: Office québécois de la langue française, spacing. */
const typographicFaults: Readonly<Record<string, RegExp>> = {
  'a colon without its unbreaking blank': /[^\u00a0]:(?:\s|$)/u,
  'a blank before a mark that has none': /\s[;!?]/u,
  'an apostrophe of typewriters': /\p{L}'\p{L}/u,
  'a dollar sign that is not behind an unbreaking blank': /[^\u00a0]\$|\$\d/u,
  'cents behind a point': /\d\.\d\d(?:\s|$)/u,
  'a place without its value': /\{\w+\}/u,
  'thousands without an unbreaking blank': /\d[ ,]\d{3}(?!\d)|\d{4},\d\d/u,
};

/** The first thing about a text that is not as in French Canada; `undefined` if there is none. */
export const typographicFault = (text: string): string | undefined =>
  Object.entries(typographicFaults).find(([, pattern]) => pattern.test(text))?.[0];

/** The lines of a frame. A text that is being typed is a person's own and not among them. */
const wordsOf = ({ title, rows, field }: Frame): readonly string[] => [
  title,
  ...(field ? [field.label] : []),
  // Keys of a keyboard bear the marks themselves.
  ...rows.map(({ text }) => text).filter((text) => text.length > 2),
];

/** The very words of the pages, for scenarios that are written in the language of the pages. */
export class Wording {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** A line of the page is exactly this. */
  expectLine(words: string): void {
    const { bench, frame } = this.#page;
    const seen = wordsOf(frame).map(asTyped);
    const said = seen.map((text) => `"${text}"`).join(', ');
    bench.check('words', seen.includes(words), `"${words}"`, said);
  }

  /** Each of these lines has been on the display, in this order. */
  expectShown(lines: readonly string[]): void {
    const { bench } = this.#page;
    const shown = bench.frames.map((frame) => wordsOf(frame).map(asTyped));
    let from = 0;
    for (const line of lines) {
      const at = shown.findIndex((words, place) => place >= from && words.includes(line));
      bench.check('words', at >= 0, `"${line}" after what stands before it`, 'never');
      from = at;
    }
  }

  /** These are the lines of the page of sections, from its first to its last. */
  async expectSections(lines: readonly string[]): Promise<void> {
    await this.#page.home();
    const shown = await this.#page.entries();
    this.#page.bench.expectSame('sections', lines, shown.map(asTyped));
  }

  /** All that was shown so far is French as in Canada, and nothing of it in another language. */
  expectCanadianFrench(): void {
    this.#page.bench.expectSame('language', 'fr-CA', this.#page.language);
    this.#page.expectLanguage();
  }

  /** Each line so far is set as in French Canada. */
  expectCanadianTypography(): void {
    const { bench } = this.#page;
    const lines = [...new Set(bench.frames.flatMap(wordsOf))];
    const faulty = lines.find((text) => typographicFault(text) !== undefined);
    const fault = typographicFault(faulty ?? '');
    bench.check('typography', fault === undefined, 'as in French Canada', `"${faulty}": ${fault}`);
  }
}
