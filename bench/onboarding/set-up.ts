import { type Frame, type Millis, minutes, type PaymentMethod, type Pence } from '#core';
import * as onboarding from '#models/onboarding';
import { type EquipmentPages, usualEquipment } from './equipment.ts';
import { longestCall } from './meter.ts';
import type { Page } from './page.ts';
import type { ProfilePages } from './profile.ts';
import { type CallResult, resultOn } from './results.ts';
import type { Sections } from './sections.ts';

/** The messages of a first set-up, of which those of the replaced meter come first. */
export const setUpMessages = {
  new: ['opening', 'postage', 'inspection', 'end'],
  changing: [
    'opening of the replaced meter',
    'withdrawal',
    'inspection of the replaced meter',
    'end of the replaced meter',
    'opening',
    'postage',
    'inspection',
    'end',
  ],
} as const;

export type SetUpMessage = (typeof setUpMessages)['changing'][number];

/** More often than a first set-up is cut in any scenario. */
const mostTries = 5;

/** Longer than a meter waits for any answer. */
const longestMessage: Millis = minutes(2);

/** How far a customer has come, in the words of scenarios. */
export const stages = [
  'nothing',
  'a base profile',
  'registered equipment',
  'a method of payment',
  'all but a connection',
] as const;

export type Stage = (typeof stages)[number];

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
    await this.tickAll(without);
    return this.#page.tap('connect');
  }

  /** Ticks all that is on the page, but for some. */
  async tickAll(without: readonly onboarding.Need[] = []): Promise<Frame> {
    for (const need of onboarding.needs) {
      const text = this.#page.text(need);
      const box = this.#page.frame.rows.find((row) => row.text === text);
      if (box && !box.checked && !without.includes(need)) await this.#page.tap(need);
    }
    return this.#page.frame;
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

  /** As far as a customer has come who has done this much, the rest as usual. */
  async come(stage: Stage): Promise<void> {
    const place = stages.indexOf(stage);
    if (place >= stages.indexOf('a base profile')) await this.#profile.make();
    if (place >= stages.indexOf('registered equipment')) await this.#equipment.make();
    if (place >= stages.indexOf('a method of payment')) await this.pay('PitneyWorks');
    if (place >= stages.indexOf('all but a connection')) await this.beNewCustomer();
  }

  /** All that comes before the first set-up, for a new customer or one who changes meters. */
  async prepare({
    installation = usualEquipment.installation,
    replaced,
    connection = 'lan',
    method = 'PitneyWorks',
  }: {
    readonly installation?: string;
    readonly replaced?: string;
    readonly connection?: onboarding.Connection;
    readonly method?: PaymentMethod;
  } = {}): Promise<void> {
    await this.#profile.make();
    await this.#equipment.make(installation);
    await this.pay(method);
    if (replaced === undefined) await this.beNewCustomer();
    else await this.changeMeters(replaced);
    await this.connect(connection);
    await this.chooseModel(usualModels[connection]);
  }

  /** Goes on with the first set-up until it has come to its end, as a person would. */
  async complete(): Promise<void> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      await this.open();
      if (this.#page.offers('refill')) return;
      await this.run();
    }
    this.#page.bench.check('first set-up', await this.isDone(), 'done', 'not done');
  }

  /** Begins the first set-up and goes on as far as the screen of one of its messages. */
  async comeTo(message: SetUpMessage, customer: 'new' | 'changing'): Promise<void> {
    await this.begin();
    const all: readonly SetUpMessage[] = setUpMessages[customer];
    const before = all.indexOf(message);
    for (let passed = 0; passed < before; passed += 1) {
      await this.#page.bench.awaitFrame(longestMessage);
    }
  }

  /** What the meters hold, and that the replaced one is withdrawn where there is one. */
  async expectHoldings(meter: Pence, replaced?: Pence): Promise<void> {
    const held = await this.holdings();
    this.#page.bench.expectSame('postage in meters', { meter, replaced }, held);
  }

  /** The call has broken off; its page is taken away. */
  async expectBrokenOff(): Promise<void> {
    await this.awaitEnd();
    this.#page.expectTitle('callFailed');
    await this.#page.tap('ok');
  }

  /** The replaced meter is withdrawn and holds nothing. */
  async expectGivenUp(): Promise<void> {
    const { replaced } = await this.holdings();
    this.#page.bench.expectSame('postage in the replaced meter', 0, replaced);
    this.expectWithdrawn();
  }

  expectWithdrawn(): void {
    const said = this.isReplacedWithdrawn;
    this.#page.bench.check('replaced meter', said, 'withdrawn', said ? 'withdrawn' : 'in service');
  }

  expectNeedsMissing(...needs: readonly onboarding.Need[]): void {
    const items = needs.map((need) => this.#page.text(need)).join(', ');
    this.#page.expectRefusal('needsMissing', { items });
  }

  /** The set-up of a model lies open, with its steps. */
  expectSteps(model: string, connection: onboarding.Connection): void {
    this.#page.expectTitle('setUpOf', { model });
    this.#page.expectSays('stepPlugIn', { model });
    this.#page.expectSays(connection === 'pc' ? 'stepPc' : 'stepLan');
    this.#page.expectSays('stepCall');
  }

  /** The methods that are offered, the first of which is the default one. */
  async expectMethods(methods: readonly PaymentMethod[]): Promise<void> {
    const offered = await this.methods();
    const names = methods.map((method) => this.#page.text(onboarding.methodTexts[method]));
    const [first = '', ...others] = names;
    const expected = [this.#page.text('paymentDefault', { method: first }), ...others];
    this.#page.bench.expectSame('methods of payment', expected, offered);
  }

  /** The method that is marked on the list. */
  async expectMethod(method: PaymentMethod): Promise<void> {
    await this.#sections.open('payment');
    const marked = this.#page.frame.rows.find(({ selected }) => selected)?.text ?? '';
    const name = this.#page.text(onboarding.methodTexts[method]);
    const isMarked = marked.startsWith(name);
    this.#page.bench.check('method of payment', isMarked, name, marked);
  }
}
