import type { Frame, Imprint } from '#core';
import { connectPlus } from '#models';
import type { AccountScreens } from './accounts.ts';
import type { TouchScreen } from './screen.ts';

const { texts } = connectPlus;

/** Run Mail: what mail is charged to and how, and the mail itself. */
export class MailScreens {
  readonly #screen: TouchScreen;
  readonly #accounts: AccountScreens;

  constructor(screen: TouchScreen, accounts: AccountScreens) {
    this.#screen = screen;
    this.#accounts = accounts;
  }

  async open(): Promise<Frame> {
    return this.#screen.bench.goTo('Run Mail', 'Running');
  }

  /** Selects the account that mail is charged to; its password where it has one. */
  async selectAccount(name: string, password?: string): Promise<Frame> {
    await this.open();
    await this.#screen.tap(texts.selectAccount);
    await this.#accounts.pick(name);
    if (this.#screen.frame.field?.secret && password !== undefined) {
      await this.#screen.enter(password);
    }
    return this.#screen.frame;
  }

  /** Selects a class by how the list names it: "Royal Mail 1st Class". */
  async selectClass(name: string): Promise<Frame> {
    await this.open();
    await this.#screen.tap(texts.selectClass);
    return this.#screen.tap(name);
  }

  async setJob(which: 1 | 2, job: string): Promise<Frame> {
    await this.open();
    await this.#screen.tapLabel(which === 1 ? texts.jobId1 : texts.jobId2);
    return this.#screen.enter(job);
  }

  /** Puts pieces through; the imprints of those that were franked. */
  async run(pieces: number, grams?: number): Promise<readonly Imprint[]> {
    await this.open();
    const imprints: Imprint[] = [];
    for (let piece = 0; piece < pieces; piece += 1) {
      const imprint = await this.#screen.bench.feed(grams);
      if (imprint) imprints.push(imprint);
      if (this.#screen.refused) break;
    }
    return imprints;
  }

  async endBatch(): Promise<Frame> {
    await this.open();
    return this.#screen.tap(texts.endBatch);
  }
}
