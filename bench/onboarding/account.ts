import type { Frame, Pence } from '#core';
import * as onboarding from '#models/onboarding';
import type { Sections } from './sections.ts';

/** The pages of My Account: what the registration of equipment opens. */
export class AccountPages {
  readonly #sections: Sections;

  constructor(sections: Sections) {
    this.#sections = sections;
  }

  async open(): Promise<Frame> {
    return this.#sections.open('account');
  }

  async requestService(about: string): Promise<Frame> {
    await this.open();
    await this.#sections.page.tap('requestService');
    await this.#sections.page.enter(about);
    return this.#sections.awaitPortal();
  }

  /** The list of service requests, as number and state. */
  async services(): Promise<readonly (readonly [number: string, state: string])[]> {
    const { page } = this.#sections;
    if (page.frame.title !== page.text('serviceStatus')) {
      await this.open();
      await page.tap('serviceStatus');
    }
    const states = Object.entries(onboarding.serviceTexts);
    return (await page.entries()).map((entry) => {
      const number = entry.split(/[\s\u00a0]?:/)[0] ?? '';
      const state = states.find(
        ([, key]) => entry === page.text('serviceLine', { number, state: page.text(key) }),
      );
      return [number, state?.[0] ?? entry];
    });
  }

  /** Asks how a service request stands. */
  async askState(number: string): Promise<Frame> {
    await this.services();
    await this.#sections.page.pick(number);
    return this.#sections.awaitPortal();
  }

  async changeAddress(address: string): Promise<Frame> {
    await this.open();
    await this.#sections.page.tap('changeAddress');
    await this.#sections.page.enter(address);
    return this.#sections.awaitPortal();
  }

  async askRates(): Promise<Frame> {
    await this.open();
    await this.#sections.page.tap('seeRates');
    return this.#sections.awaitPortal();
  }

  /** The service requests are these, each in its state. */
  async expectServices(
    expected: readonly (readonly [number: string, state: string])[],
  ): Promise<void> {
    this.#sections.page.bench.expectSame('service requests', expected, await this.services());
  }

  async expectAddress(address: string): Promise<void> {
    await this.open();
    this.#sections.page.expectSays('addressNow', { address });
  }

  /** The page shows these rates, the prices of a class in its language. */
  expectRates(id: string, name: string, prices: readonly Pence[]): void {
    const { page } = this.#sections;
    page.bench.expectSame('rates', id, page.valuesIn('ratesOf')?.[0]);
    const row = page.frame.rows.find(({ text }) =>
      text.startsWith(page.text('rateLine', { class: name, prices: '' })),
    );
    const shown = row?.text.slice(page.text('rateLine', { class: name, prices: '' }).length) ?? '';
    page.bench.expectSame(
      `prices of ${name}`,
      prices,
      shown.split(', ').map((price) => page.money(price)),
    );
  }
}
