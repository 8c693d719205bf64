import { BenchError, type Frame, formatPence, type Pence, type Row } from '#core';
import * as connectPlus from '#models/connect-plus';
import type { Bench } from '../bench.ts';
import { type RefusalReason, refusals } from './refusals.ts';

const { texts } = connectPlus;

/** More pages than any list of the machine has. */
const mostPages = 20_000;

/** "12.34" as pence; not a number where the display shows none. */
export function penceOf(text: string): Pence {
  const match = /^(-?)(\d+)\.(\d\d)$/.exec(text);
  if (!match) return Number.NaN;
  const [, sign, pounds, pence] = match;
  return (Number(pounds) * 100 + Number(pence)) * (sign === '-' ? -1 : 1);
}

/** The touch screen of a Connect+ as a person reads and works it, whatever it shows. */
export class TouchScreen {
  readonly bench: Bench;

  constructor(bench: Bench) {
    this.bench = bench;
  }

  /** What the model under test is said to be: lengths, capacities, times. */
  get profile(): connectPlus.Profile {
    // The panel is made for models of this family only, and each of them has its sources.
    return (this.bench.model as connectPlus.ConnectPlusModel).sources.profile;
  }

  get frame(): Frame {
    return this.bench.frame;
  }

  /** Taps the button or entry with this text, wherever in the list it is. */
  async tap(text: string): Promise<Frame> {
    return this.bench.choose(text);
  }

  /** Taps a row of a form by its label: "Account name" or "Account name *", whatever its value. */
  async tapLabel(label: string): Promise<Frame> {
    const row = this.frame.rows.find(
      ({ text, rect }) => rect && (text.startsWith(`${label}:`) || text.startsWith(`${label} *:`)),
    );
    return this.tap(row?.text ?? label);
  }

  /** Taps, and cuts the power while the machine saves what the tap has changed. */
  async tapAndCut(text: string, bytes: number): Promise<Frame> {
    await this.bench.select(text);
    const press = this.bench.model.keyToChoose(this.frame, text);
    if (press) return this.bench.pressAndCut(press, bytes);
    throw new BenchError('FB_NO_PATH', `Nothing on "${this.frame.title}" says "${text}".`, {
      hint: 'The frame in the report shows what could be touched.',
    });
  }

  /** Types a text into the field on the display and confirms it. */
  async enter(text: string): Promise<Frame> {
    return this.bench.enter(text);
  }

  /** What a form's row says after its label; `undefined` when there is no such row. */
  valueOf(label: string): string | undefined {
    const row = this.frame.rows.find(
      ({ text }) => text.startsWith(`${label}: `) || text.startsWith(`${label} *: `),
    );
    return row?.text.slice(row.text.indexOf(': ') + 2);
  }

  /** Whether a button or an entry with this text can be tapped on this page. */
  offers(text: string): boolean {
    return this.frame.rows.some((row) => row.text === text && row.rect !== undefined);
  }

  /** The rows of the list from its first page to its last, without the buttons around it. */
  async readRows(): Promise<readonly Row[]> {
    for (let page = 0; this.offers(texts.pageUp) && page < mostPages; page += 1) {
      await this.tap(texts.pageUp);
    }
    const rows: Row[] = [...this.#listed()];
    for (let page = 0; this.offers(texts.pageDown) && page < mostPages; page += 1) {
      await this.tap(texts.pageDown);
      rows.push(...this.#listed());
    }
    return rows;
  }

  #listed(): readonly Row[] {
    return this.frame.rows.filter(({ role }) => role !== 'button');
  }

  /** The texts of the entries that can be picked. */
  async entries(): Promise<readonly string[]> {
    const rows = await this.readRows();
    return rows
      .filter(({ role }) => role === 'item' || role === 'checkbox')
      .map(({ text }) => text);
  }

  /** The buttons on the display but the way home, as their texts. */
  buttons(): readonly string[] {
    return this.frame.rows
      .filter(({ role, text }) => role === 'button' && text !== texts.home)
      .map(({ text }) => text);
  }

  /** Whether a box with this text is ticked. */
  ticked(text: string): boolean {
    return this.frame.rows.some((row) => row.text === text && row.checked === true);
  }

  /** No frame so far has shown the password, nor any character typed into a field that hides them. */
  expectNeverShown(password: string): void {
    const shown = this.bench.frames.filter(
      ({ title, rows, field }) =>
        [title, field?.value ?? '', ...rows.map(({ text }) => text)].some((text) =>
          text.includes(password),
        ) ||
        (field?.secret && !/^•*$/.test(field.value)),
    );
    this.bench.check('password shown', shown.length === 0, 'never', `${shown.length} frames`);
  }

  /** True while a refusal lies over the screen. */
  get refused(): boolean {
    return this.frame.rows.some(({ role }) => role === 'error');
  }

  /** Takes a refusal away, if there is one. */
  async dismiss(): Promise<void> {
    if (this.refused) await this.tap(texts.ok);
  }

  /** The machine refuses for this reason. */
  expectRefusal(
    reason: RefusalReason,
    values: Readonly<Record<string, string | number>> = {},
  ): void {
    const known: Readonly<Record<string, string | number>> = {
      length: this.profile.accountPasswordLength,
      characters: '\\ / : * ? " < > |',
      least: formatPence(this.profile.refill.least),
      most: formatPence(this.profile.refill.most),
      step: formatPence(this.profile.refill.step),
      ...values,
    };
    const text = texts[refusals[reason]].replace(/\{(\w+)\}/g, (place, name: string) =>
      String(known[name] ?? place),
    );
    this.bench.expectRefusal(text);
  }
}
