import { type Frame, type Millis, minutes, type Pence } from '#core';
import type { onboarding } from '#models';
import type { ShownStanding } from '../funds-panel.ts';
import { type CallResult, resultOn, type Task, taskResult, tasks } from './results.ts';
import type { Sections } from './sections.ts';

type Values = Readonly<Record<string, string | number>>;

/** Where the details of the meter say what a task has installed. */
const installedTexts: Readonly<Partial<Record<Task, onboarding.TextKey>>> = {
  rates: 'ratesInstalled',
  software: 'softwareInstalled',
  features: 'featuresInstalled',
  graphics: 'graphicsInstalled',
};

/** Longer than any call takes in which every message is answered late. */
export const longestCall: Millis = minutes(60);

/** The meter once it is set up. */
export class MeterPages {
  readonly #sections: Sections;

  constructor(sections: Sections) {
    this.#sections = sections;
  }

  async open(): Promise<Frame> {
    const { page } = this.#sections;
    if (page.frame.title === page.text('readySection') && page.offers('refill')) return page.frame;
    return this.#sections.open('ready');
  }

  /** Postage in the meter, as the page of the meter says. */
  async postage(): Promise<Pence> {
    await this.open();
    return this.#sections.page.money(this.#sections.page.valuesIn('postageInMeter')?.[0]);
  }

  async balance(): Promise<Pence | undefined> {
    await this.open();
    const { page } = this.#sections;
    const shown = page.valuesIn('balance')?.[0];
    return shown === undefined ? undefined : page.money(shown);
  }

  async standing(): Promise<ShownStanding> {
    await this.open();
    const { page } = this.#sections;
    if (page.says('inspectionLocked')) return 'locked';
    return page.says('inspectionDue') ? 'due' : 'in order';
  }

  async beginRefill(amount: Pence): Promise<Frame> {
    const { page } = this.#sections;
    await this.open();
    await page.tap('refill');
    if (page.offers('sendAgain')) return page.tap('sendAgain');
    return page.frame.field ? page.enter(`${amount}`) : page.frame;
  }

  async refill(amount: Pence): Promise<CallResult> {
    await this.beginRefill(amount);
    return this.finish();
  }

  /** Refills; an amount that is refused stays on the display with its reason. */
  async refillOrRefused(amount: Pence): Promise<void> {
    await this.beginRefill(amount);
    if (this.#sections.page.frame.busy) await this.finish();
  }

  /** Asks again for the postage that was not answered, whatever its amount. */
  async refillAgain(): Promise<CallResult> {
    await this.open();
    await this.#sections.page.tap('refill');
    await this.#sections.page.tap('sendAgain');
    return this.finish();
  }

  /** Begins a refill and goes on as far as the screen on which postage is asked for. */
  async comeToPostage(amount: Pence): Promise<void> {
    await this.beginRefill(amount);
    await this.#sections.page.bench.awaitFrame(minutes(2));
  }

  async begin(errand: 'synchronise' | 'getBalance'): Promise<Frame> {
    await this.open();
    return this.#sections.page.tap(errand);
  }

  async call(errand: 'synchronise' | 'getBalance'): Promise<CallResult> {
    await this.begin(errand);
    return this.finish();
  }

  /** Waits until the call is over, and leaves its page to be read. */
  async awaitEnd(): Promise<Frame> {
    return this.#sections.page.bench.awaitDone(longestCall);
  }

  /** Waits until the call is over, and takes its page away. */
  async finish(): Promise<CallResult> {
    await this.awaitEnd();
    const { page } = this.#sections;
    const result = resultOn(page);
    await page.tap('ok');
    return result;
  }

  result(task: Task): string | undefined {
    return taskResult(this.#sections.page, task);
  }

  async details(): Promise<Frame> {
    await this.open();
    return this.#sections.page.tap('details');
  }

  async expectPostage(amount: Pence): Promise<void> {
    await this.open();
    const { page } = this.#sections;
    page.expectMoney('postage in meter', amount, page.valuesIn('postageInMeter')?.[0]);
  }

  /** What may still be drawn from the prepaid postage account, at the Data Centre itself. */
  expectAccount(prepaid: Pence): void {
    const { account } = this.#sections.dataCentre.meter();
    this.#sections.page.bench.expectSame('postage account', prepaid, account.prepaid);
  }

  /** The Data Centre knows the registers that the details of the meter show. */
  async expectKnownAtDataCentre(): Promise<void> {
    const { page } = this.#sections;
    const descending = await this.postage();
    await this.details();
    const ascending = page.money(page.valuesIn('used')?.[0]);
    const controlTotal = page.money(page.valuesIn('controlTotal')?.[0]);
    const { registers } = this.#sections.dataCentre.meter();
    page.bench.expectSame(
      'registers at the Data Centre',
      [descending, ascending, controlTotal],
      [registers?.descending, registers?.ascending, registers?.controlTotal],
    );
  }

  /** What came of a task, as the page at the end of a call says. */
  expectTask(task: Task, key: onboarding.TextKey, values: Values = {}): void {
    const { page } = this.#sections;
    page.bench.expectSame(`task "${task}"`, page.text(key, values), this.result(task));
  }

  /** What came of a task that added postage, in the money of the page's language. */
  expectTaskMoney(task: Task, key: onboarding.TextKey, amount: Pence): void {
    const { page } = this.#sections;
    const [before = '', after = ''] = page.text(key).split('{amount}');
    const said = this.result(task) ?? '';
    const fits = said.startsWith(before) && said.endsWith(after);
    const money = said.slice(before.length, said.length - after.length);
    page.bench.check(`task "${task}"`, fits, `${before}…${after}`, said);
    page.expectMoney(`postage of task "${task}"`, amount, money);
  }

  /** There was nothing to do of these tasks. */
  expectNothingElse(done: readonly Task[]): void {
    for (const task of Object.keys(tasks)) {
      // The keys are those of tasks.
      if (!done.includes(task as Task)) this.expectTask(task as Task, 'nothingToDo');
    }
  }

  /** Each of the seven tasks has its line, in the order of the onboarding page. */
  expectSevenTasks(): void {
    const { page } = this.#sections;
    const beginnings = Object.values(tasks).map((task) =>
      page.text('taskLine', { task: page.text(task), result: '' }),
    );
    const lines = page.frame.rows
      .map(({ text }) => beginnings.findIndex((beginning) => text.startsWith(beginning)))
      .filter((place) => place >= 0);
    page.bench.expectSame('tasks', [0, 1, 2, 3, 4, 5, 6], lines);
  }

  /** A task has brought these packages, one after the other. */
  expectBrought(task: Task, ids: readonly string[]): void {
    const { page } = this.#sections;
    const said = ids.map((id) => page.text('installed', { ids: id })).join(', ');
    page.bench.expectSame(`task "${task}"`, said, this.result(task));
  }

  expectPackageRefused(task: Task, ids: string, fault: 'size' | 'damage'): void {
    const reason = this.#sections.page.text(fault === 'size' ? 'faultSize' : 'faultDigest');
    this.expectTask(task, 'packageRefused', { ids, reason });
  }

  /** Postage was refused, and the page says how much may be added. */
  expectRefused(most: Pence): void {
    this.#sections.page.bench.expectSame(
      'refusal',
      { status: 'refused', most },
      resultOn(this.#sections.page),
    );
  }

  /** An amount was refused, and the page says which are not. */
  expectLimits(): void {
    const { page } = this.#sections;
    const { least, most, step } = page.profile.refill;
    const said = page.valuesIn('refillLimits') ?? [];
    page.bench.expectSame(
      'limits',
      [least, most, step],
      said.map((text) => page.money(text)),
    );
  }

  /** What the details of the meter say is installed. */
  async expectInstalled(task: Task, id: string): Promise<void> {
    await this.details();
    const { page } = this.#sections;
    const key = installedTexts[task];
    const said = key && page.valuesIn(key)?.[0];
    page.bench.expectSame(`installed ${task}`, id, said);
  }

  /** Puts a letter through and takes a refusal away; whether it bears postage. */
  async frank(): Promise<boolean> {
    await this.open();
    const { page } = this.#sections;
    const imprint = await page.bench.feed();
    await page.dismiss();
    return imprint !== undefined;
  }

  async pressMeterKey(key: 'meterMenu' | 'meterHome'): Promise<Frame> {
    return this.#sections.page.tap(key);
  }
}
