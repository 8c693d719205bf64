import { type Frame, formatPence, type Imprint, type Pence } from '#core';
import * as is400 from '#models/is400';
import type { Bench } from '../bench.ts';
import {
  type AccountChange,
  type AccountReport,
  type AccountRow,
  accountRowText,
  type Funds,
  fundsOn,
  inactiveMark,
  type NewAccount,
  type NewOperator,
  parseAccountRow,
  reportOn,
  type Standing,
  valueOn,
} from './display.ts';
import { Is400Funds } from './funds.ts';
import { type RefusalReason, refusals } from './refusals.ts';

const { texts } = is400;

/**
 * What a person does at the panel of an IS-420 or IS-440, one verb for each thing. A verb stops
 * where the machine refuses and leaves the refusal on the display.
 */
export class OperatorPanel {
  readonly bench: Bench;
  readonly credit: Is400Funds;

  constructor(bench: Bench) {
    this.bench = bench;
    this.credit = new Is400Funds(bench);
  }

  /** What the model under test is said to be: lengths, capacities, times. */
  get profile(): is400.Profile {
    // The panel is made for models of this family only, and each of them has its sources.
    return (this.bench.model as is400.Is400Model).sources.profile;
  }

  /** Reads the lists and the registers off the display. */
  async standing(): Promise<Standing> {
    const mode = this.#context()?.memory.mode;
    const ownAccounts = mode !== undefined && /^accounts|^account-/.test(mode);
    return {
      accounts: ownAccounts ? await this.accountList() : [],
      operators: mode === 'accounts-access' ? await this.operatorList() : [],
      funds: await this.funds(),
    };
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
    if (this.#refused()) await this.bench.press('OK');
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

  /** What is in use at the home screen: "Account: 1201 Marketing", "Operator: Anna". */
  expectInUse(what: 'account' | 'operator', name: string): void {
    this.bench.expectTitle(texts.home);
    const text = what === 'account' ? texts.accountInUse : texts.operatorInUse;
    this.bench.expectRow(text.replace(`{${what}}`, name));
  }

  // Account modes ------------------------------------------------------------------------------

  /** A meter in this mode with these accounts beside the one it makes itself. */
  async setUp(
    mode: is400.AccountMode,
    { pin, accounts = [] }: { pin?: string; accounts?: readonly NewAccount[] } = {},
  ): Promise<Standing> {
    if (mode === 'account-pin') await this.setMode('accounts');
    await this.setMode(mode, pin);
    for (const account of accounts) {
      await this.addAccount(pin === undefined ? account : { pin, ...account });
    }
    return this.standing();
  }

  /** Picks an account mode and goes no further: a warning, a question or the change is shown. */
  async chooseMode(mode: is400.AccountMode): Promise<Frame> {
    await this.bench.goTo('Account Mode Selection', 'Mode List');
    return this.bench.choose(texts[mode]);
  }

  /** Change PIN Code, in the mode "No Account with Access Control". */
  async changePin(pin: string): Promise<Frame> {
    await this.bench.goTo('Change PIN Code', 'New PIN');
    return this.bench.enter(pin);
  }

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
    return valueOn(this.bench.frame, 'currentMode') ?? '';
  }

  // Accounts -----------------------------------------------------------------------------------

  /** An account whose number and name are as long as the machine allows. */
  longestAccount(): { readonly number: string; readonly name: string } {
    const { accountNumberLength, accountNameLength } = this.profile;
    return { number: '9'.repeat(accountNumberLength), name: 'A'.repeat(accountNameLength) };
  }

  /** Add Account, the number field. */
  async openNumber(): Promise<Frame> {
    return this.bench.goTo('Add Account', 'Account Number');
  }

  /** Add Account, the name field of an account with this number. */
  async openName(number: string): Promise<Frame> {
    await this.openNumber();
    return this.bench.enter(number);
  }

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
  async editAccount(number: string, change: AccountChange): Promise<Frame> {
    await this.draftEdit(number, change);
    return this.#refused() ? this.bench.frame : this.bench.press('OK');
  }

  /** The same, up to the summary that OK would confirm. */
  async draftEdit(number: string, change: AccountChange): Promise<Frame> {
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
    return bench.frame;
  }

  /** Delete, and OK where the machine asks. */
  async deleteAccount(number: string): Promise<Frame> {
    await this.askToDelete(number);
    return this.#refused() ? this.bench.frame : this.bench.press('OK');
  }

  /** Delete, up to where the machine asks. */
  async askToDelete(number: string): Promise<Frame> {
    await this.openAccount(number);
    return this.bench.choose(texts.delete);
  }

  /** The Account List, read row by row. */
  async accountList(): Promise<readonly AccountRow[]> {
    await this.bench.goTo('Account List', 'Accounts');
    const rows = await this.bench.readList();
    return rows.filter((text) => text !== texts.addAccount).map(parseAccountRow);
  }

  /** Fills the Account List to its capacity, in the quick way: by a file on the USB key. */
  async fillAccountList(): Promise<Frame> {
    const { csv, accountCapacity } = this.profile;
    const missing = accountCapacity - (await this.accountList()).length;
    const lines = Array.from({ length: missing }, (_, index) =>
      [5000 + index, `Filler ${index + 1}`, csv.active].join(csv.delimiter),
    );
    const stick = this.bench.need('stick', this.bench.meter.stick);
    const bytes = is400.encodeText(lines.map((line) => line + csv.lineEnd).join(''), csv.encoding);
    await stick.write('ACS_20260105_080000.CSV', bytes);
    await this.bench.plugStick('meter');
    return this.importAccounts();
  }

  // Operators ----------------------------------------------------------------------------------

  /** Adds operators until the Operator List is full; their PINs are 6001, 6002 and so on. */
  async fillOperatorList(): Promise<void> {
    const missing = this.profile.operatorCapacity - (await this.operatorList()).length;
    for (let index = 1; index <= missing; index += 1) {
      const pin = String(6000 + index);
      await this.addOperator({ name: `W${index}`, pin, active: true, accounts: [] });
    }
  }

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
    return fundsOn(this.bench.frame);
  }

  /** The supervisor's report on one account. */
  async accountReport(number: string): Promise<AccountReport> {
    await this.bench.goTo('Account Report', 'Choose Account');
    const rows = await this.bench.readList();
    const row = rows.find((text) => parseAccountRow(text).number === number);
    await this.bench.choose(row ?? number);
    return reportOn(this.bench.frame);
  }

  /** The user's report on the account in use. */
  async ownAccountReport(): Promise<AccountReport> {
    await this.bench.goTo('User Menu', 'Account Report');
    return reportOn(this.bench.frame);
  }

  // Reading the display ------------------------------------------------------------------------

  /** The machine refuses for this reason; `code` is the service code it names. */
  expectRefusal(reason: RefusalReason, code?: string): void {
    const refusal: (typeof refusals)[RefusalReason] & { max?: keyof is400.Profile } =
      refusals[reason];
    if (code !== undefined) this.bench.expectRefusal(code);
    const max = refusal.max ? String(this.profile[refusal.max]) : '';
    this.bench.expectRefusal(texts[refusal.text].replace('{max}', max));
  }

  /** A wrong PIN was refused, the one of this number in a row. */
  expectWrongPin(count: number): void {
    this.bench.expectRefusal(texts.wrongPin.replace('{count}', String(count)));
  }

  /** No frame so far has shown the PIN, nor any character of what was typed into a PIN field. */
  expectNeverShown(pin: string): void {
    const shown = this.bench.frames.filter(
      ({ title, rows, field }) =>
        [title, field?.value ?? '', ...rows.map((row) => row.text)].some((text) =>
          text.includes(pin),
        ) ||
        (field?.label === texts.pin && !/^•*$/.test(field.value)),
    );
    this.bench.check('PIN on the display', shown.length === 0, 'never', `${shown.length} frames`);
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
