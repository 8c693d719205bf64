import { type Frame, type Imprint, type Installed, minutes, type Pence } from '#core';
import * as connectPlus from '#models/connect-plus';
import type { Bench } from '../bench.ts';
import type {
  CallResult,
  Errand,
  FundsPanel,
  ShownRegisters,
  ShownStanding,
} from '../funds-panel.ts';
import { amountOn, refillIn, rowsWith, type ShownRefill, valueIn } from './funds-rows.ts';
import { penceOf, TouchScreen } from './screen.ts';

const { texts } = connectPlus;

/** Where each errand begins, and what is touched there. */
const places: Readonly<Record<Errand, readonly [tab: string, button: string]>> = {
  balance: ['Meter Funds', texts.getBalance],
  inspection: ['Meter Information', texts.postalInspection],
  synchronisation: ['Meter Information', texts.uploadPostal],
};

/** Longer than any call takes in which every message is answered late. */
const longestCall = minutes(60);

/** The funds of a Connect+ as a person works them on its touch screen. */
export class ConnectPlusFunds implements FundsPanel {
  readonly #screen: TouchScreen;

  constructor(bench: Bench) {
    this.#screen = new TouchScreen(bench);
  }

  async registers(): Promise<ShownRegisters> {
    const { frame } = await this.#tab('Meter Funds');
    return {
      ascending: amountOn(frame, 'ascending'),
      descending: amountOn(frame, 'descending'),
      controlTotal: amountOn(frame, 'controlTotal'),
      items: Number(rowsWith(frame, 'totalPieces')[0]),
    };
  }

  async offeredAmount(): Promise<Pence> {
    await this.openRefill();
    const { frame } = this.#screen;
    const waiting = amountOn(frame, 'refillWaits');
    const last = this.#choice(texts.lastRefill);
    return [waiting, last, this.#choice(texts.defaultRefill)].find(Number.isInteger) ?? Number.NaN;
  }

  async refill(amount: Pence): Promise<CallResult> {
    await this.beginRefill(amount);
    return this.finishCall();
  }

  async beginRefill(amount: Pence): Promise<Frame> {
    await this.chooseAmount(amount);
    return this.#screen.offers(texts.confirm)
      ? this.#screen.tap(texts.confirm)
      : this.#screen.frame;
  }

  async call(errand: Errand): Promise<CallResult> {
    await this.beginCall(errand);
    return this.finishCall();
  }

  async beginCall(errand: Errand): Promise<Frame> {
    const [tab, button] = places[errand];
    await this.#tab(tab);
    return this.#screen.tap(button);
  }

  async finishCall(): Promise<CallResult> {
    await this.awaitResult();
    const result = resultOn(this.#screen.frame);
    await this.#screen.tap(texts.ok);
    return result;
  }

  async standing(): Promise<ShownStanding> {
    await this.#screen.bench.goTo('Run Mail', 'Running');
    const { frame } = this.#screen;
    if (frame.rows.some(({ text }) => text === texts.inspectionLocked)) return 'locked';
    return rowsWith(frame, 'inspectionDue').length > 0 ? 'due' : 'in order';
  }

  async installed(): Promise<Installed> {
    await this.#tab('Meter Information');
    const rows = await this.#screen.readRows();
    const all = (key: connectPlus.TextKey): readonly string[] =>
      rows.flatMap(({ text }) => valueIn(text, key) ?? []);
    return {
      rates: all('ratesInstalled')[0] ?? '',
      software: all('softwareInstalled')[0] ?? '',
      features: all('featureInstalled'),
      graphics: all('graphicInstalled'),
    };
  }

  async balance(): Promise<Pence | undefined> {
    const { frame } = await this.#tab('Meter Funds');
    const balance = amountOn(frame, 'prepaidBalance');
    return Number.isInteger(balance) ? balance : undefined;
  }

  async frank(): Promise<Imprint | undefined> {
    await this.#screen.bench.goTo('Run Mail', 'Running');
    const imprint = await this.#screen.bench.feed();
    await this.#screen.dismiss();
    return imprint;
  }

  async receipts(): Promise<readonly Pence[]> {
    return (await this.summary()).map(({ amount }) => amount);
  }

  // The screens one by one ---------------------------------------------------------------------

  async openRefill(): Promise<Frame> {
    return this.#screen.bench.goTo('Funds', 'Refill', 'Choosing');
  }

  /**
   * Chooses an amount as far as Confirm, by the first choice that has it. Where an answer is still
   * waited for there is nothing to choose, and it is asked for again.
   */
  async chooseAmount(amount: Pence): Promise<Frame> {
    await this.openRefill();
    const screen = this.#screen;
    if (screen.offers(texts.askAgain)) return screen.tap(texts.askAgain);
    for (const label of [texts.lastRefill, texts.defaultRefill]) {
      if (this.#choice(label) === amount) return screen.tapLabel(label);
    }
    return this.enterAmount(amount);
  }

  /** Other amount, as far as Confirm or the refusal. */
  async enterAmount(amount: Pence): Promise<Frame> {
    await this.openRefill();
    await this.#screen.tap(texts.otherAmount);
    return this.#screen.enter(`${amount}`);
  }

  /** Waits until the call under way is over, and leaves its message to be read. */
  async awaitResult(): Promise<Frame> {
    return this.#screen.bench.awaitDone(longestCall);
  }

  /** What the screens of the call under way say, one after another, until it is over. */
  async progress(): Promise<readonly string[]> {
    const { bench } = this.#screen;
    const shown: string[] = [];
    while (bench.frame.busy) {
      const before = bench.frame.frame;
      shown.push(bench.frame.rows.at(-1)?.text ?? '');
      const { frame } = await bench.awaitFrame(longestCall);
      if (frame === before) break;
    }
    return shown;
  }

  /** The entries of Refill, before any of them is chosen. */
  async choices(): Promise<readonly string[]> {
    await this.openRefill();
    return this.#screen.entries();
  }

  /** What is set on Refill settings. */
  async settings(): Promise<{ readonly warnBelow: Pence; readonly usual: Pence }> {
    await this.openSettings();
    return {
      warnBelow: this.#choice(texts.warnBelow),
      usual: this.#choice(texts.defaultRefill),
    };
  }

  async setWarning(below: Pence): Promise<Frame> {
    await this.openSettings();
    await this.#screen.tapLabel(texts.warnBelow);
    return this.#screen.enter(`${below}`);
  }

  async setUsualAmount(amount: Pence): Promise<Frame> {
    await this.openSettings();
    await this.#screen.tapLabel(texts.defaultRefill);
    return this.#screen.enter(`${amount}`);
  }

  async openSettings(): Promise<Frame> {
    return this.#screen.bench.goTo('Funds', 'Refill Settings', 'Form');
  }

  /** The refill receipt, label by label. */
  async receipt(): Promise<Readonly<Record<string, string>>> {
    await this.#screen.bench.goTo('Funds Reports', 'Refill Receipt');
    return this.#labelled();
  }

  /** The funds report, label by label. */
  async report(): Promise<Readonly<Record<string, string>>> {
    await this.#screen.bench.goTo('Funds Reports', 'Funds Report');
    return this.#labelled();
  }

  /** The last refills of the refill summary, newest first. */
  async summary(): Promise<readonly ShownRefill[]> {
    await this.#screen.bench.goTo('Funds Reports', 'Refill Summary');
    const [heading, ...rows] = await this.#screen.readRows();
    return heading?.text === texts.summaryHeading ? rows.map(({ text }) => refillIn(text)) : [];
  }

  /** What Meter Information says, row by row. */
  async information(): Promise<readonly string[]> {
    await this.#tab('Meter Information');
    return (await this.#screen.readRows()).map(({ text }) => text);
  }

  async #tab(name: string): Promise<{ readonly frame: Frame }> {
    return { frame: await this.#screen.bench.goTo('Funds', name) };
  }

  /** The amount that a row offers after its label; not a number where there is no such row. */
  #choice(label: string): Pence {
    return penceOf(this.#screen.valueOf(label) ?? '');
  }

  async #labelled(): Promise<Readonly<Record<string, string>>> {
    const rows = await this.#screen.readRows();
    return Object.fromEntries(
      rows.map(({ text }) => {
        const [label = '', ...value] = text.split(': ');
        return [label, value.join(': ')];
      }),
    );
  }
}

/** What the screen at the end of a call, or the refusal in its place, says. */
function resultOn(frame: Frame): CallResult {
  if (frame.title === texts.callFailed) return { status: 'failed' };
  const isRefused = (['fundsRefused', 'coreRefused', 'inspectionRefused'] as const).some(
    (key) => rowsWith(frame, key).length > 0,
  );
  if (frame.title === texts.callResult && !isRefused) return { status: 'done' };
  const most = amountOn(frame, 'mostThatMayBeAdded');
  return { status: 'refused', most: Number.isInteger(most) ? most : undefined };
}
