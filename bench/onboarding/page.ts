import { BenchError, type Frame, type Pence } from '#core';
import * as onboarding from '#models/onboarding';
import type { Bench } from '../bench.ts';

type TextKey = onboarding.TextKey;
type Values = Readonly<Record<string, string | number>>;

const { languages, textsIn } = onboarding;

/** Money as it is written in each language, of which the digits are left. */
const moneyForms: Readonly<Record<onboarding.Language, RegExp>> = {
  en: /^\$(\d{1,3}(?:,\d{3})*\.\d\d)$/,
  'fr-CA': /^(\d{1,3}(?:\u00a0\d{3})*,\d\d)\u00a0\$$/,
};

/** More pages than any list of the onboarding has. */
const mostPages = 50;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A text with places as a pattern, whose groups are the places in their order. */
const patternOf = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split(/\{\w+\}/)
      .map(escaped)
      .join('(.*)')}$`,
  );

/** A page of the onboarding as a person reads and works it, in the language that it is in. */
export class Page {
  readonly bench: Bench;

  constructor(bench: Bench) {
    this.bench = bench;
  }

  get frame(): Frame {
    return this.bench.frame;
  }

  /** What the machine under test is said to be: rules for passwords, limits, models. */
  get profile(): onboarding.Profile {
    // The panel is made for models of this family only, and each of them has its sources.
    return (this.bench.model as onboarding.OnboardingModel).sources.profile;
  }

  get language(): onboarding.Language {
    const { language } = this.frame;
    const known = languages.find((one) => one === language);
    if (known) return known;
    throw new BenchError('FB_INTERNAL', `nobody reads the language "${language}"`);
  }

  /** A text as it reads here, with values in its places. */
  text(key: TextKey, values: Values = {}): string {
    return textsIn[this.language][key].replace(/\{(\w+)\}/g, (place, name: string) =>
      String(values[name] ?? place),
    );
  }

  /** Taps the button or entry with this text; a page that does not offer it is at fault. */
  async tap(key: TextKey, values: Values = {}): Promise<Frame> {
    return this.#choose(this.text(key, values));
  }

  /** A list that goes on may have it on another page. */
  async #choose(text: string): Promise<Frame> {
    const { rows, more } = this.frame;
    const isThere = rows.some((row) => row.text === text && row.rect !== undefined);
    if (!isThere && !more.above && !more.below) {
      const offered = rows.filter(({ rect }) => rect !== undefined).map((row) => row.text);
      this.bench.check('button or entry', false, `"${text}"`, offered.join(', ') || 'none');
    }
    return this.bench.choose(text);
  }

  /** Taps the row of a form by its label, whatever its value. */
  async tapRow(label: TextKey): Promise<Frame> {
    const row = this.frame.rows.find(
      ({ text, rect }) => rect && this.#valueAfter(label, text) !== undefined,
    );
    return this.#choose(row?.text ?? this.text(label));
  }

  /** Taps the entry of a list that begins so. */
  async pick(beginning: string): Promise<Frame> {
    const row = this.frame.rows.find(({ text, rect }) => rect && text.startsWith(beginning));
    return this.#choose(row?.text ?? beginning);
  }

  /** Types a text into the field on the display and confirms it. */
  async enter(text: string): Promise<Frame> {
    const { field, title } = this.frame;
    this.bench.check('field', field !== undefined, 'one to type into', `none on "${title}"`);
    return this.bench.enter(text);
  }

  /** Leaves a field as it was. */
  async leaveField(): Promise<void> {
    if (this.frame.field) await this.tap('cancel');
  }

  /** Whether a button or an entry with this text can be tapped. */
  offers(key: TextKey): boolean {
    const text = this.text(key);
    return this.frame.rows.some((row) => row.text === text && row.rect !== undefined);
  }

  /** What a form's row says after its label; `undefined` when there is no such row. */
  valueOf(label: TextKey): string | undefined {
    return this.frame.rows
      .map(({ text }) => this.#valueAfter(label, text))
      .find((value) => value !== undefined);
  }

  #valueAfter(key: TextKey, text: string): string | undefined {
    const label = this.text(key);
    const beginnings = [label, this.text('required', { label })].map((named) =>
      this.text('value', { label: named, value: '' }),
    );
    const beginning = beginnings.find((one) => text.startsWith(one));
    return beginning === undefined ? undefined : text.slice(beginning.length);
  }

  /** What stands in the places of a text on the display; `undefined` when it is not there. */
  valuesIn(key: TextKey): readonly string[] | undefined {
    const pattern = patternOf(textsIn[this.language][key]);
    for (const { text } of this.frame.rows) {
      const found = pattern.exec(text);
      if (found) return found.slice(1);
    }
    return undefined;
  }

  says(key: TextKey): boolean {
    return this.valuesIn(key) !== undefined;
  }

  /** Money as it is written in the language of the page; not a number where it is not. */
  money(text: string | undefined): Pence {
    const digits = moneyForms[this.language].exec(text ?? '')?.[1];
    return digits === undefined ? Number.NaN : Number(digits.replace(/\D/g, ''));
  }

  /** The entries of a list from its first page to its last. */
  async entries(): Promise<readonly string[]> {
    const listed = (): readonly string[] =>
      this.frame.rows.filter(({ role }) => role === 'item').map(({ text }) => text);
    const all = [...listed()];
    for (let page = 0; this.offers('pageDown') && page < mostPages; page += 1) {
      await this.tap('pageDown');
      all.push(...listed());
    }
    return all;
  }

  /** True while a refusal lies over the page. */
  get refused(): boolean {
    return this.frame.rows.some(({ role }) => role === 'error') && this.offers('ok');
  }

  /** Takes a refusal away, if there is one. */
  async dismiss(): Promise<void> {
    if (this.refused) await this.tap('ok');
  }

  /** The page of all sections. */
  async home(): Promise<Frame> {
    await this.dismiss();
    await this.leaveField();
    if (this.frame.title === this.text('home')) return this.frame;
    return this.tap('home');
  }

  // Judging ------------------------------------------------------------------------------------

  expectTitle(key: TextKey, values: Values = {}): void {
    this.bench.expectTitle(this.text(key, values));
  }

  expectSays(key: TextKey, values: Values = {}): void {
    this.bench.expectRow(this.text(key, values));
  }

  expectRefusal(key: TextKey, values: Values = {}): void {
    this.bench.expectRefusal(this.text(key, values));
  }

  expectMoney(what: string, expected: Pence, seen: string | undefined): void {
    const amount = this.money(seen);
    this.bench.check(
      what,
      amount === expected,
      `${expected} cents, written in ${this.language}`,
      seen ?? 'nothing',
    );
  }

  /** No frame so far has shown this secret, nor any character of a field that hides them. */
  expectNeverShown(secret: string): void {
    const shown = this.bench.frames.filter(
      ({ title, rows, field }) =>
        [title, field?.value ?? '', ...rows.map(({ text }) => text)].some((text) =>
          text.includes(secret),
        ) ||
        (field?.secret && !/^•*$/.test(field.value)),
    );
    this.bench.check('secret shown', shown.length === 0, 'never', `${shown.length} frames`);
  }

  /** All that was shown so far is in the language of the machine: nothing reads as in another. */
  expectLanguage(): void {
    const own = patternsOf(this.language);
    const foreign = languages.filter((one) => one !== this.language).flatMap(patternsOf);
    const isForeign = (text: string): boolean =>
      foreign.some((one) => one.test(text)) && !own.some((one) => one.test(text));
    const texts = this.bench.frames.flatMap(({ title, rows, field }) => [
      title,
      ...(field ? [field.label] : []),
      ...rows.map(({ text }) => text),
    ]);
    const found = texts.find(isForeign);
    this.bench.check('language', found === undefined, this.language, found ?? '');
  }
}

/** The texts of a language that have words of their own, as patterns. */
const patternsOf = (language: onboarding.Language): readonly RegExp[] =>
  Object.values(textsIn[language])
    .filter((text) => /\p{L}{3}/u.test(text.replace(/\{\w+\}/g, '')))
    .map(patternOf);
