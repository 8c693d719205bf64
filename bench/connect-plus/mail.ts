import type { Frame, Imprint, Pence } from '#core';
import * as connectPlus from '#models/connect-plus';
import type { AccountScreens } from './accounts.ts';
import { penceOf, type TouchScreen } from './screen.ts';

const { texts } = connectPlus;

/** The open batch as Run Mail shows it. */
export interface ShownBatch {
  readonly pieces: number;
  readonly postage: Pence;
}

/** The registers as Meter Funds shows them. */
export interface ShownFunds {
  readonly ascending: Pence;
  readonly descending: Pence;
  readonly controlTotal: Pence;
  readonly pieces: number;
}

/** What mail is charged to and how: what is left out stays as it is. */
export interface MailSettings {
  readonly account?: string;
  readonly class?: string;
  readonly jobId1?: string;
  readonly jobId2?: string;
}

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

  async set(settings: MailSettings): Promise<void> {
    if (settings.account !== undefined) await this.selectAccount(settings.account);
    if (settings.class !== undefined) await this.selectClass(settings.class);
    if (settings.jobId1 !== undefined) await this.setJob(1, settings.jobId1);
    if (settings.jobId2 !== undefined) await this.setJob(2, settings.jobId2);
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

  async endAccount(): Promise<Frame> {
    await this.open();
    return this.#screen.tap(texts.endAccount);
  }

  /** What accounts are charged beside the postage, in pence a piece. */
  async setSurcharge(pence: Pence): Promise<Frame> {
    await this.#screen.bench.goTo('Manage Accounts', 'Surcharge');
    return this.#screen.enter(`${pence}`);
  }

  /** The accounts that mail can be charged to, as their list names them. */
  async offeredAccounts(): Promise<readonly string[]> {
    await this.open();
    await this.#screen.tap(texts.selectAccount);
    const entries = await this.#screen.entries();
    await this.#screen.tap(texts.cancel);
    return entries;
  }

  /** What Run Mail says of the batch and of the account in use. */
  async batch(): Promise<ShownBatch> {
    await this.open();
    const label = texts.batchPieces.replace(': {pieces}', '');
    const [pieces = '', postage = ''] = (this.#screen.valueOf(label) ?? '').split('\t');
    return {
      pieces: Number(pieces),
      postage: penceOf(postage.replace(texts.batchPostage.replace('{postage}', ''), '')),
    };
  }

  async accountInUse(): Promise<string | undefined> {
    await this.open();
    return this.#screen.valueOf(texts.account);
  }

  /** The registers, read off Funds > Meter Funds. */
  async funds(): Promise<ShownFunds> {
    await this.#screen.bench.goTo('Funds', 'Meter Funds');
    const of = (text: string): string => this.#screen.valueOf(text.replace(': {value}', '')) ?? '';
    return {
      ascending: penceOf(of(texts.ascending)),
      descending: penceOf(of(texts.descending)),
      controlTotal: penceOf(of(texts.controlTotal)),
      pieces: Number(of(texts.totalPieces)),
    };
  }
}
