import { type Frame, type Millis, minutes, type Pence } from '#core';
import type { ShownStanding } from '../funds-panel.ts';
import { type CallResult, resultOn, type Task, taskResult } from './results.ts';
import type { Sections } from './sections.ts';

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
}
