import type { Frame, Pence } from '#core';
import * as connectPlus from '#models/connect-plus';
import type { AccountScreens } from './accounts.ts';
import { penceOf, type TouchScreen } from './screen.ts';

const { texts } = connectPlus;

/** A row of the transaction list. */
export interface TransactionRow {
  readonly id: number;
  readonly date: string;
  readonly account: string;
  readonly class: string;
  readonly pieces: number;
  readonly total: Pence;
}

/** A filter as it is entered: days as `DDMMYYYY`, accounts by name. */
export interface NewFilter {
  readonly from?: string;
  readonly to?: string;
  readonly accounts?: readonly string[];
}

/** A period that every transaction of a scenario falls into. */
const always: NewFilter = { from: '01012000', to: '31122099' };

function rowOf(text: string): TransactionRow {
  const [id = '', date = '', account = '', mailClass = '', pieces = '', total = ''] =
    text.split('\t');
  return {
    id: Number(id),
    date,
    account,
    class: mailClass,
    pieces: Number(pieces),
    total: penceOf(total),
  };
}

/** Manage Accounts > Transactions: the filter, the list, and moving one to another account. */
export class TransactionScreens {
  readonly #screen: TouchScreen;
  readonly #accounts: AccountScreens;

  constructor(screen: TouchScreen, accounts: AccountScreens) {
    this.#screen = screen;
    this.#accounts = accounts;
  }

  async openFilter(): Promise<Frame> {
    return this.#screen.bench.goTo('Filter', 'Criteria');
  }

  /** The criteria that the filter has, as its screen words them. */
  criteria(): readonly string[] {
    return this.#screen.frame.rows.filter(({ role }) => role === 'item').map(({ text }) => text);
  }

  /** Adds criteria to the filter on the display, or changes those that it has. */
  async addCriteria({ from, to, accounts }: NewFilter): Promise<Frame> {
    if (from !== undefined) {
      await this.#beginCriterion(texts.dateCriterion);
      await this.#screen.enter(from);
      if (to !== undefined && !this.#screen.refused) await this.#screen.enter(to);
    }
    if (accounts !== undefined) {
      await this.#beginCriterion(texts.accountCriterion);
      for (const account of accounts) await this.#accounts.pick(account);
      await this.#screen.tap(texts.ok);
    }
    return this.#screen.frame;
  }

  async #beginCriterion(name: string): Promise<void> {
    await this.#screen.tap(texts.addCriterion);
    await this.#screen.tap(name);
    await this.#screen.tap(texts.next);
  }

  async save(name: string): Promise<Frame> {
    await this.#screen.tap(texts.save);
    return this.#screen.refused ? this.#screen.frame : this.#screen.enter(name);
  }

  async load(name: string): Promise<Frame> {
    await this.openFilter();
    await this.#screen.tap(texts.savedFilters);
    return this.#screen.tap(name);
  }

  /** Views what the filter on the display lets through. */
  async view(): Promise<Frame> {
    return this.#screen.tap(texts.viewTransactions);
  }

  /** The transactions on the display, page by page. */
  async listed(): Promise<readonly TransactionRow[]> {
    return (await this.#screen.entries()).map(rowOf);
  }

  /** Every transaction there is; leaves their list on the display. */
  async all(): Promise<readonly TransactionRow[]> {
    await this.viewAll();
    return this.listed();
  }

  async viewAll(): Promise<Frame> {
    await this.openFilter();
    await this.#screen.tap(texts.resetAll);
    await this.addCriteria(always);
    return this.view();
  }

  /** Marks a transaction of the list on the display. */
  async select(id: number): Promise<Frame> {
    const rows = await this.#screen.entries();
    const row = rows.find((text) => rowOf(text).id === id);
    this.#screen.bench.check('transaction', row !== undefined, `${id}`, rows.join(', ') || 'none');
    return this.#screen.tap(row ?? `${id}`);
  }

  /** Actions > Edit transaction for one of the list on the display. */
  async edit(id: number): Promise<Frame> {
    await this.select(id);
    await this.#screen.tap(texts.actions);
    return this.#screen.tap(texts.editTransaction);
  }

  /** Chooses another account on the form, up to the OK that moves the transaction. */
  async choose(account: string): Promise<Frame> {
    await this.#screen.tapLabel(texts.account);
    await this.#accounts.pick(account);
    return this.#screen.tap(texts.ok);
  }

  /** Moves a transaction of the list on the display. */
  async moveListed(id: number, account: string): Promise<Frame> {
    await this.edit(id);
    await this.choose(account);
    return this.#screen.tap(texts.ok);
  }

  async move(id: number, account: string): Promise<Frame> {
    await this.viewAll();
    return this.moveListed(id, account);
  }
}
