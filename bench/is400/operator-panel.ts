import { type Frame, formatPence, type Imprint, type Pence } from '#core';
import { is400 } from '#models';
import type { Bench } from '../bench.ts';

const { texts } = is400;

/** An account as a scenario names it. */
export interface AccountRow {
  readonly number: string;
  readonly name: string;
  readonly active: boolean;
}

export interface NewAccount extends AccountRow {
  readonly pin?: string;
}

export interface NewOperator {
  readonly name: string;
  readonly pin: string;
  readonly active: boolean;
  /** Account numbers. */
  readonly accounts: readonly string[];
}

/** The Funds Summary as it reads on the display, in pence and pieces. */
export interface Funds {
  readonly ascending: Pence;
  readonly descending: Pence;
  readonly controlTotal: Pence;
  readonly nonZeroItems: number;
  readonly zeroItems: number;
  readonly totalItems: number;
}

/** The report on one account as it reads on the display. */
export interface AccountReport {
  readonly number: string;
  readonly name: string;
  readonly items: number;
  readonly postage: Pence;
}

const inactiveMark = texts.inactiveItem.replace('{item}', '');

/** "1201 Marketing (inactive)" as the list shows it, taken apart. */
export function parseAccountRow(text: string): AccountRow {
  const active = !text.endsWith(inactiveMark);
  const shown = active ? text : text.slice(0, -inactiveMark.length);
  const space = shown.indexOf(' ');
  return { number: shown.slice(0, space), name: shown.slice(space + 1), active };
}

export const accountRowText = ({ number, name, active }: AccountRow): string =>
  `${number} ${name}${active ? '' : inactiveMark}`;

/**
 * What a person does at the panel of an IS-420 or IS-440, one verb for each thing. A verb stops
 * where the machine refuses and leaves the refusal on the display.
 */
export class OperatorPanel {
  readonly bench: Bench;

  constructor(bench: Bench) {
    this.bench = bench;
  }

  // Sessions -----------------------------------------------------------------------------------

  async logIn(): Promise<Frame> {
    return this.bench.goTo('Supervisor Menu');
  }

  /** Types a PIN where the supervisor logs in. */
  async enterSupervisorPin(pin: string): Promise<Frame> {
    await this.bench.goTo('Supervisor Log-in');
    return this.bench.enter(pin);
  }

  /** Leaves whatever is shown for the beginning of a session. */
  async endSession(): Promise<Frame> {
    const role = this.#context()?.session.role;
    if (role === 'supervisor') return this.bench.press('HOME');
    if (role === 'user') {
      await this.bench.goTo('User Menu', 'Main Menu');
      return this.bench.choose(texts.endSession);
    }
    return this.bench.goTo('Session Start');
  }

  /** Starts a session: the PIN where one is asked for, then the account where there is a choice. */
  async startSession({ pin, account }: { pin?: string; account?: string }): Promise<Frame> {
    await this.endSession();
    if (pin !== undefined && this.#asksPin()) {
      await this.bench.enter(pin);
      if (this.#refused()) return this.bench.frame;
    }
    if (account !== undefined && this.bench.frame.title === texts.selectAccount) {
      await this.#pickAccount(account);
      if (pin !== undefined && this.#asksPin()) await this.bench.enter(pin);
    }
    return this.bench.frame;
  }

  /** Changes the account of the session, as users may at any time. */
  async switchAccount(account: string): Promise<Frame> {
    await this.bench.goTo('User Menu', 'Select Account');
    return this.#pickAccount(account);
  }

  async #pickAccount(number: string): Promise<Frame> {
    const rows = await this.bench.readList();
    const row = rows.find((text) => parseAccountRow(text).number === number);
    this.bench.check('account offered', row !== undefined, number, rows.join(', ') || 'none');
    return this.bench.choose(row ?? number);
  }

  /** The accounts that are offered at the start of a session. */
  async offeredAccounts(): Promise<readonly AccountRow[]> {
    if (this.bench.frame.title !== texts.selectAccount) return [];
    return (await this.bench.readList()).map(parseAccountRow);
  }

  // Account modes ------------------------------------------------------------------------------

  /** Selects an account mode and confirms what the machine asks, the PIN included. */
  async setMode(mode: is400.AccountMode, pin?: string): Promise<Frame> {
    const { bench } = this;
    await bench.goTo('Account Mode Selection', 'Mode List');
    await bench.choose(texts[mode]);
    if (bench.frame.title === texts.modeWarning) await bench.press('OK');
    if (bench.frame.title === texts.modePin && pin !== undefined) await bench.enter(pin);
    await bench.awaitDone();
    if (bench.frame.title === texts.modeChanged) await bench.press('OK');
    return bench.frame;
  }

  /** The mode that the Account Mode Selection screen says is set. */
  async currentMode(): Promise<string> {
    await this.bench.goTo('Account Mode Selection', 'Mode List');
    return this.bench.frame.rows[0]?.text ?? '';
  }

  // Accounts -----------------------------------------------------------------------------------

  async addAccount(account: NewAccount): Promise<Frame> {
    await this.bench.goTo('Add Account', 'Account Number');
    return this.finishAccount(account, 'number');
  }

  /** Fills in a new account from a field of it on; stops where the machine refuses. */
  async finishAccount(account: NewAccount, from: 'number' | 'name' | 'status'): Promise<Frame> {
    await this.#fillAccount(account, from);
    return this.#refused() ? this.bench.frame : this.bench.press('OK');
  }

  /** The same, up to the summary that OK would confirm. */
  async draftAccount(account: NewAccount): Promise<Frame> {
    await this.bench.goTo('Add Account', 'Account Number');
    return this.#fillAccount(account, 'number');
  }

  async #fillAccount(account: NewAccount, from: 'number' | 'name' | 'status'): Promise<Frame> {
    const { bench } = this;
    if (from === 'number') await bench.enter(account.number);
    if (this.#refused()) return bench.frame;
    if (from !== 'status') await bench.enter(account.name);
    if (this.#refused()) return bench.frame;
    await bench.choose(account.active ? texts.active : texts.inactive);
    if (this.#asksPin() && account.pin !== undefined) await bench.enter(account.pin);
    return bench.frame;
  }

  /** Opens an account from the Account List. */
  async openAccount(number: string): Promise<Frame> {
    const row = (await this.accountList()).find((account) => account.number === number);
    this.bench.check('account in the list', row !== undefined, number, row ? number : 'none');
    return this.bench.choose(row ? accountRowText(row) : number);
  }

  /** Edit / Modify: a new name, a new status, or both. */
  async editAccount(
    number: string,
    change: { readonly name?: string; readonly active?: boolean; readonly pin?: string },
  ): Promise<Frame> {
    const { bench } = this;
    await this.openAccount(number);
    await bench.choose(texts.editModify);
    if (change.name === undefined) await bench.press('OK');
    else await bench.enter(change.name);
    if (this.#refused()) return bench.frame;
    if (change.active === undefined) await bench.press('OK');
    else await bench.choose(change.active ? texts.active : texts.inactive);
    if (this.#asksPin()) {
      if (change.pin === undefined) await bench.press('OK');
      else await bench.enter(change.pin);
    }
    return this.#refused() ? bench.frame : bench.press('OK');
  }

  /** Delete, and OK where the machine asks. */
  async deleteAccount(number: string): Promise<Frame> {
    await this.openAccount(number);
    await this.bench.choose(texts.delete);
    return this.#refused() ? this.bench.frame : this.bench.press('OK');
  }

  /** The Account List, read row by row. */
  async accountList(): Promise<readonly AccountRow[]> {
    await this.bench.goTo('Account List', 'Accounts');
    const rows = await this.bench.readList();
    return rows.filter((text) => text !== texts.addAccount).map(parseAccountRow);
  }

  // Operators ----------------------------------------------------------------------------------

  async addOperator(operator: NewOperator): Promise<Frame> {
    await this.bench.goTo('Operator List', 'Add Operator', 'Operator Name');
    return this.#fillOperator(operator);
  }

  async #fillOperator(operator: NewOperator): Promise<Frame> {
    const { bench } = this;
    await bench.enter(operator.name);
    if (this.#refused()) return bench.frame;
    await bench.enter(operator.pin);
    if (this.#refused()) return bench.frame;
    await bench.choose(operator.active ? texts.active : texts.inactive);
    await this.#tickAccounts(operator.accounts);
    await bench.choose(texts.finish);
    return bench.press('OK');
  }

  async #tickAccounts(wanted: readonly string[]): Promise<void> {
    for (const text of await this.bench.readList()) {
      if (text === texts.finish) continue;
      await this.bench.select(text);
      const ticked = this.bench.selectedRow()?.checked ?? false;
      if (ticked !== wanted.includes(parseAccountRow(text).number)) await this.bench.press('OK');
    }
  }

  /** Edit / Modify of an operator, which asks for that operator's own PIN first. */
  async editOperator(name: string, ownPin: string, change: NewOperator): Promise<Frame> {
    await this.openOperator(name);
    await this.bench.choose(texts.editModify);
    if (this.#asksPin()) await this.bench.enter(ownPin);
    return this.#refused() ? this.bench.frame : this.#fillOperator(change);
  }

  async deleteOperator(name: string): Promise<Frame> {
    await this.openOperator(name);
    await this.bench.choose(texts.delete);
    return this.#refused() ? this.bench.frame : this.bench.press('OK');
  }

  async openOperator(name: string): Promise<Frame> {
    const rows = await this.operatorList();
    const row = rows.find((text) => text === name || text === `${name}${inactiveMark}`);
    return this.bench.choose(row ?? name);
  }

  /** The rows of the Operator List without its first entry. */
  async operatorList(): Promise<readonly string[]> {
    await this.bench.goTo('Operator List', 'Operators');
    return (await this.bench.readList()).filter((text) => text !== texts.addOperator);
  }

  // Account files ------------------------------------------------------------------------------

  /** Begins an export: the key is in, OK is pressed, the machine is busy. */
  async beginExport(): Promise<Frame> {
    await this.bench.goTo('Export Account List', 'Insert Key');
    return this.bench.press('OK');
  }

  async exportAccounts(): Promise<Frame> {
    await this.beginExport();
    return this.bench.awaitDone();
  }

  /** Goes as far as the list of files on the key, or the message that there is none. */
  async openImport(): Promise<Frame> {
    await this.bench.goTo('Import Account List', 'Insert Key');
    await this.bench.press('OK');
    return this.bench.awaitDone();
  }

  /** Begins an import: a file is chosen and the machine reads it. Its first file if none is named. */
  async beginImport(file?: string): Promise<Frame> {
    await this.openImport();
    if (this.#refused()) return this.bench.frame;
    return file === undefined ? this.bench.press('OK') : this.bench.choose(file);
  }

  async importAccounts(file?: string): Promise<Frame> {
    await this.beginImport(file);
    return this.bench.awaitDone();
  }

  // Franking and reports -----------------------------------------------------------------------

  /** Keys in the postage and puts one envelope through. */
  async frank(value: Pence): Promise<Imprint | undefined> {
    await this.bench.goTo('Home');
    await this.bench.type(String(value));
    this.bench.expectSame('postage', formatPence(value), this.bench.frame.field?.value);
    return this.bench.feed();
  }

  async funds(): Promise<Funds> {
    await this.bench.goTo('Funds Summary');
    return {
      ascending: this.#money('ascending'),
      descending: this.#money('descending'),
      controlTotal: this.#money('controlTotal'),
      nonZeroItems: this.#count('nonZeroItems'),
      zeroItems: this.#count('zeroItems'),
      totalItems: this.#count('totalItems'),
    };
  }

  /** The supervisor's report on one account. */
  async accountReport(number: string): Promise<AccountReport> {
    await this.bench.goTo('Account Report', 'Choose Account');
    const rows = await this.bench.readList();
    const row = rows.find((text) => parseAccountRow(text).number === number);
    await this.bench.choose(row ?? number);
    return this.#reportOnDisplay();
  }

  /** The user's report on the account in use. */
  async ownAccountReport(): Promise<AccountReport> {
    await this.bench.goTo('User Menu', 'Account Report');
    return this.#reportOnDisplay();
  }

  #reportOnDisplay(): AccountReport {
    return {
      number: this.#value('number') ?? '',
      name: this.#value('name') ?? '',
      items: this.#count('items'),
      postage: this.#money('postageUsed'),
    };
  }

  // Reading the display ------------------------------------------------------------------------

  /** What stands in the place of a text, as `Items: {count}` with "Items: 2" gives "2". */
  #value(key: is400.TextKey): string | undefined {
    const [before = '', after = ''] = texts[key].split(/\{\w+\}/);
    const row = this.bench.frame.rows.find(
      ({ text }) => text.startsWith(before) && text.endsWith(after),
    );
    return row?.text.slice(before.length, row.text.length - after.length);
  }

  #count(key: is400.TextKey): number {
    return Number(this.#value(key) ?? Number.NaN);
  }

  #money(key: is400.TextKey): Pence {
    return Math.round(Number((this.#value(key) ?? '').replace('.', '') || Number.NaN));
  }

  #asksPin(): boolean {
    return this.bench.frame.field?.secret === true;
  }

  #refused(): boolean {
    return this.bench.frame.rows.some((row) => row.role === 'error');
  }

  #context(): ReturnType<typeof is400.contextOf> | undefined {
    const { snapshot } = this.bench.shadow;
    return snapshot && is400.contextOf(snapshot);
  }
}
