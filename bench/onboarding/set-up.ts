import type { Frame, PaymentMethod, Pence } from '#core';
import { onboarding } from '#models';
import type { EquipmentPages } from './equipment.ts';
import { longestCall } from './meter.ts';
import type { Page } from './page.ts';
import type { ProfilePages } from './profile.ts';
import { type CallResult, resultOn } from './results.ts';
import type { Sections } from './sections.ts';

/** A model for each connection. */
const usualModels: Readonly<Record<onboarding.Connection, string>> = {
  pc: 'DM125',
  lan: 'Connect+ 1000',
};

/** What leads to a meter that is set up: payment, who the customer is, connection, model, first call. */
export class SetUpPages {
  readonly #sections: Sections;
  readonly #profile: ProfilePages;
  readonly #equipment: EquipmentPages;

  constructor(sections: Sections, profile: ProfilePages, equipment: EquipmentPages) {
    this.#sections = sections;
    this.#profile = profile;
    this.#equipment = equipment;
  }

  get #page(): Page {
    return this.#sections.page;
  }

  /** The methods of payment in the order in which they are offered, the default one marked. */
  async methods(): Promise<readonly string[]> {
    await this.#sections.open('payment');
    return this.#page.entries();
  }

  async pay(method: PaymentMethod): Promise<Frame> {
    await this.#sections.open('payment');
    await this.#page.pick(this.#page.text(onboarding.methodTexts[method]));
    return this.#sections.awaitPortal();
  }

  async beNewCustomer(): Promise<Frame> {
    await this.#sections.open('customer');
    return this.#page.tap('newCustomer');
  }

  /** Says which meter is replaced, and waits for the portal. */
  async changeMeters(replaced: string): Promise<Frame> {
    await this.#sections.open('customer');
    await this.#page.tap('changingMeters');
    if (!this.#page.frame.field) return this.#page.frame;
    await this.#page.enter(replaced);
    return this.#sections.awaitPortal();
  }

  async openConnection(connection: onboarding.Connection): Promise<Frame> {
    await this.#sections.open('connection');
    return this.#page.tap(connection === 'pc' ? 'byPc' : 'byLan');
  }

  /** Ticks what a connection needs, but for some, and connects. */
  async connect(
    connection: onboarding.Connection,
    without: readonly onboarding.Need[] = [],
  ): Promise<Frame> {
    await this.openConnection(connection);
    for (const need of this.#page.profile.needs[connection]) {
      if (!without.includes(need)) await this.#page.tap(need);
    }
    return this.#page.tap('connect');
  }

  /** The models that are offered. */
  async models(): Promise<readonly string[]> {
    await this.openModels();
    return this.#page.entries();
  }

  async openModels(): Promise<Frame> {
    await this.#sections.open('model');
    return this.#page.offers('anotherModel') ? this.#page.tap('anotherModel') : this.#page.frame;
  }

  async chooseModel(name: string): Promise<Frame> {
    await this.openModels();
    return this.#page.pick(name);
  }

  /** The set-up of the model that was chosen; the meter itself once it is set up. */
  async open(): Promise<Frame> {
    if (this.#page.offers('startSetUp')) return this.#page.frame;
    return this.#sections.open('model');
  }

  /** Starts the first set-up, or goes on with it, and leaves it at its first screen. */
  async begin(): Promise<Frame> {
    await this.open();
    return this.#page.tap('startSetUp');
  }

  /** Waits until the calls of the set-up are over, and leaves their page to be read. */
  async awaitEnd(): Promise<Frame> {
    return this.#page.bench.awaitDone(longestCall);
  }

  /** Waits until the calls of the set-up are over, and takes their page away. */
  async finish(): Promise<CallResult> {
    await this.awaitEnd();
    const result = resultOn(this.#page);
    await this.#page.tap('ok');
    return result;
  }

  async run(): Promise<CallResult> {
    await this.begin();
    return this.finish();
  }

  /** Whether the meter is set up, as the page of sections says. */
  async isDone(): Promise<boolean> {
    return this.#sections.isDone('ready');
  }

  /** What both meters hold, as the page of the set-up or of the meter's details says. */
  async holdings(): Promise<{ readonly meter: Pence; readonly replaced: Pence | undefined }> {
    await this.open();
    if (this.#page.offers('details')) await this.#page.tap('details');
    const amountIn = (key: onboarding.TextKey): Pence | undefined => {
      const shown = this.#page.valuesIn(key)?.[1];
      return shown === undefined ? undefined : this.#page.money(shown);
    };
    return {
      meter: amountIn('meterHolds') ?? Number.NaN,
      replaced: amountIn('replacedWithdrawn') ?? amountIn('replacedHolds'),
    };
  }

  /** Whether the page says that the replaced meter is withdrawn. */
  get isReplacedWithdrawn(): boolean {
    return this.#page.says('replacedWithdrawn');
  }

  /** All that comes before the first set-up, for a new customer or one who changes meters. */
  async prepare({
    replaced,
    connection = 'lan',
    method = 'PitneyWorks',
  }: {
    readonly replaced?: string;
    readonly connection?: onboarding.Connection;
    readonly method?: PaymentMethod;
  } = {}): Promise<void> {
    await this.#profile.make();
    await this.#equipment.make();
    await this.pay(method);
    if (replaced === undefined) await this.beNewCustomer();
    else await this.changeMeters(replaced);
    await this.connect(connection);
    await this.chooseModel(usualModels[connection]);
  }
}
