import { type Frame, formatPence, type Imprint, type Installed, minutes, type Pence } from '#core';
import * as is400 from '#models/is400';
import type { Bench } from '../bench.ts';
import type {
  CallResult,
  Errand,
  FundsPanel,
  ShownRegisters,
  ShownStanding,
} from '../funds-panel.ts';
import { fundsOn, moneyIn, moneyOn, valueIn, valueOn } from './display.ts';

const { texts } = is400;

/** Where each errand begins. */
const places: Readonly<Record<Errand, string>> = {
  balance: 'Account Balance',
  inspection: 'Postal Inspection',
  synchronisation: 'Online Services',
};

/** Longer than any call takes in which every message is answered late. */
const longestCall = minutes(60);

/** Pence that are keyed in where no postage is. */
const usualPostage: Pence = 45;

/** The funds of an IS-420 or IS-440 as a person works them at its panel. */
export class Is400Funds implements FundsPanel {
  readonly bench: Bench;

  constructor(bench: Bench) {
    this.bench = bench;
  }

  async registers(): Promise<ShownRegisters> {
    await this.bench.goTo('Funds Summary');
    const { totalItems, ascending, descending, controlTotal } = fundsOn(this.bench.frame);
    return { ascending, descending, controlTotal, items: totalItems };
  }

  async offeredAmount(): Promise<Pence> {
    await this.bench.goTo('User Menu', 'Credit');
    const { field } = this.bench.frame;
    return field ? moneyIn(field.value) : moneyOn(this.bench.frame, 'amountIs');
  }

  async refill(amount: Pence): Promise<CallResult> {
    await this.beginRefill(amount);
    return this.finishCall();
  }

  async beginRefill(amount: Pence): Promise<Frame> {
    await this.confirmCredit(amount);
    return this.#isRefused() ? this.bench.frame : this.bench.press('OK');
  }

  async call(errand: Errand): Promise<CallResult> {
    await this.beginCall(errand);
    return this.finishCall();
  }

  async beginCall(errand: Errand): Promise<Frame> {
    await this.bench.goTo('User Menu', places[errand], 'Confirm');
    return this.bench.press('OK');
  }

  async finishCall(): Promise<CallResult> {
    const result = resultOn(await this.awaitEnd());
    // An amount that is typed wrongly and a PIN are refused in place; the rest of the screens go on.
    await this.bench.press('OK');
    return result;
  }

  async standing(): Promise<ShownStanding> {
    await this.bench.goTo('Home');
    const rows = this.bench.frame.rows.map(({ text }) => text);
    if (rows.includes(texts.inspectionLocked)) return 'locked';
    const isDue =
      rows.includes(texts.inspectionDueIn1) ||
      valueOn(this.bench.frame, 'inspectionDue') !== undefined;
    return isDue ? 'due' : 'in order';
  }

  async installed(): Promise<Installed> {
    await this.bench.goTo('Rate Management');
    const rows = await this.#readLines();
    const all = (key: is400.TextKey): readonly string[] =>
      rows.flatMap((text) => valueIn(text, key) ?? []);
    return {
      rates: all('ratesInstalled')[0] ?? '',
      software: all('softwareInstalled')[0] ?? '',
      features: all('featureInstalled'),
      graphics: all('graphicInstalled'),
    };
  }

  async balance(): Promise<Pence | undefined> {
    await this.bench.goTo('User Menu', 'Account Balance', 'Confirm');
    return valueOn(this.bench.frame, 'prepaidBalance') === undefined
      ? undefined
      : moneyOn(this.bench.frame, 'prepaidBalance');
  }

  async frank(): Promise<Imprint | undefined> {
    await this.bench.goTo('Home');
    if (moneyIn(this.bench.frame.field?.value ?? '') === 0) {
      await this.bench.type(String(usualPostage));
    }
    const imprint = await this.bench.feed();
    if (this.#isRefused()) await this.bench.press('OK');
    return imprint;
  }

  async receipts(): Promise<readonly Pence[]> {
    await this.bench.goTo('Adding Postage');
    const rows = await this.#readLines();
    return rows.flatMap((text) => {
      const amount = /£(\d+\.\d\d) =/.exec(text)?.[1];
      return amount === undefined ? [] : [moneyIn(amount)];
    });
  }

  // The screens of Credit, one by one ----------------------------------------------------------

  /** Opens Credit anew: its amount is chosen there, or fixed since a call for it has failed. */
  async openCredit(): Promise<Frame> {
    await this.bench.goTo('User Menu', 'My Credit');
    return this.bench.goTo('User Menu', 'Credit');
  }

  /** Keys the amount in, where it may be chosen, and OK. */
  async enterAmount(amount: Pence): Promise<Frame> {
    await this.openCredit();
    return this.bench.frame.field ? this.bench.enter(String(amount)) : this.bench.frame;
  }

  /** Goes as far as the confirmation, past the PIN if there is one; stops where it is refused. */
  async confirmCredit(amount: Pence): Promise<Frame> {
    await this.enterAmount(amount);
    const { credit } = this.bench.credentials;
    if (this.bench.frame.field?.secret && credit !== undefined) await this.bench.enter(credit);
    return this.bench.frame;
  }

  /** Confirms a refill and waits for what comes of it; what is said then stays on the display. */
  async addCredit(amount: Pence): Promise<Frame> {
    await this.beginRefill(amount);
    return this.awaitEnd();
  }

  /** Begins a refill and goes on until the credit itself is asked for. */
  async beginAsking(amount: Pence): Promise<Frame> {
    await this.beginRefill(amount);
    while (this.bench.frame.busy && !this.#shows('call-funds')) await this.awaitMessage();
    return this.bench.frame;
  }

  /** Waits until the message under way is answered. */
  async awaitMessage(): Promise<Frame> {
    const before = this.bench.frame.frame;
    const frame = await this.bench.awaitFrame(longestCall);
    this.bench.check('frame', frame.frame !== before, 'another frame', 'the same');
    return frame;
  }

  /** An amount was refused, and these limits were named. */
  expectLimits({ least, most, step }: Omit<is400.Profile['refill'], 'usual'>): void {
    const text = texts.amountRefused
      .replace('{least}', formatPence(least))
      .replace('{most}', formatPence(most))
      .replace('{step}', formatPence(step));
    this.bench.expectRefusal(text);
  }

  /** Makes a call for something else; what is said then stays on the display. */
  async makeCall(errand: Errand): Promise<Frame> {
    await this.beginCall(errand);
    return this.awaitEnd();
  }

  /** Waits for the end of the call under way; what is said then stays on the display. */
  async awaitEnd(): Promise<Frame> {
    return this.bench.awaitDone(longestCall);
  }

  /** The supervisor sets the PIN for credit; from here on the bench knows it. */
  async setPin(pin: string): Promise<Frame> {
    await this.bench.goTo('Supervisor', 'Credit PIN', 'Set PIN');
    await this.bench.enter(pin);
    if (!this.#isRefused()) this.bench.credentials = { ...this.bench.credentials, credit: pin };
    return this.bench.frame;
  }

  /** The supervisor cancels it. */
  async cancelPin(): Promise<Frame> {
    await this.bench.goTo('Supervisor', 'Credit PIN', 'Cancel PIN');
    return this.bench.press('OK');
  }

  #shows(key: is400.TextKey): boolean {
    return this.bench.frame.rows.some(({ text }) => text === texts[key]);
  }

  #isRefused(): boolean {
    return this.bench.frame.rows.some(({ role }) => role === 'error');
  }

  /** The lines of a screen to its end. */
  async #readLines(): Promise<readonly string[]> {
    const lines = this.bench.frame.rows.map(({ text }) => text);
    while (this.bench.frame.more.below) {
      const before = this.bench.frame.frame;
      const { frame, rows } = await this.bench.press('DOWN');
      if (frame === before) break;
      lines.push(...rows.slice(-1).map(({ text }) => text));
    }
    return lines;
  }
}

/** What the screen at the end of a call, or in its place, says. */
function resultOn(frame: Frame): CallResult {
  const errors = frame.rows.filter(({ role }) => role === 'error').map(({ text }) => text);
  if (frame.title === texts.callFailed) return { status: 'failed' };
  if (frame.title === texts.callComplete) {
    return errors.some((text) => callRefusals.includes(text))
      ? { status: 'refused', most: undefined }
      : { status: 'done' };
  }
  if (frame.title === texts.creditAdded) return { status: 'done' };
  const named = valueOn(frame, 'mayBeAdded') !== undefined;
  return { status: 'refused', most: named ? moneyOn(frame, 'mayBeAdded') : undefined };
}

/** Refusals that are the outcome of a call, and not of one package among others. */
const callRefusals: readonly string[] = Object.entries(texts)
  .filter(([key]) => key === 'inspectionRefused' || /^(funds|core)-/.test(key))
  .map(([, text]) => text);
