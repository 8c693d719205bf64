import type { Frame } from '#core';
import * as connectPlus from '#models/connect-plus';
import type { TouchScreen } from './screen.ts';

const { texts } = connectPlus;

/** An account as a scenario describes it. */
export interface NewAccount {
  readonly name: string;
  readonly code: string;
  readonly description?: string;
  /** The name of the account it is added to. */
  readonly under?: string;
  readonly active?: boolean;
  /** Four characters; only where account passwords are on. */
  readonly password?: string;
}

/** What of an account is to be changed; what is left out stays. */
export interface AccountChange extends Partial<Omit<NewAccount, 'under' | 'password'>> {
  /** '' takes the password away. */
  readonly password?: string;
  /** What is typed as the password is asked for again; the same when not given. */
  readonly again?: string;
}

/** An account as the list shows it: `Marketing > Events` for a sub account. */
export interface AccountRow {
  readonly code: string;
  readonly name: string;
  readonly active: boolean;
}

const inactiveMark = texts.inactiveItem.replace('{item}', '');

/** "M-01 Marketing > Events (inactive)" taken apart. */
export function parseAccountRow(text: string): AccountRow {
  const active = !text.endsWith(inactiveMark);
  const shown = active ? text : text.slice(0, -inactiveMark.length);
  const space = shown.indexOf(' ');
  return { code: shown.slice(0, space), name: shown.slice(space + 1), active };
}

/** Manage Accounts: creating, editing and deleting accounts. */
export class AccountScreens {
  readonly #screen: TouchScreen;

  constructor(screen: TouchScreen) {
    this.#screen = screen;
  }

  async open(): Promise<Frame> {
    return this.#screen.bench.goTo('Manage Accounts', 'Menu');
  }

  /** Creates an account up to the dialog that says so; stops where the machine refuses. */
  async create(account: NewAccount): Promise<Frame> {
    await this.draft(account);
    return this.#screen.refused ? this.#screen.frame : this.#screen.tap(texts.ok);
  }

  /** The same, up to the form that OK would confirm. */
  async draft(account: NewAccount): Promise<Frame> {
    await this.open();
    await this.begin(account.under);
    return this.fill(account);
  }

  /** Create new account, or Add a sub account below one, up to the name. */
  async begin(under?: string): Promise<Frame> {
    const screen = this.#screen;
    await screen.tap(texts.createAccount);
    if (screen.refused || screen.frame.field) return screen.frame;
    if (under === undefined) return screen.tap(texts.createAccount);
    await screen.tap(texts.addSubAccount);
    return this.pick(under);
  }

  /** The name of a new account, and no more. */
  async enterName(name: string, under?: string): Promise<Frame> {
    await this.open();
    await this.begin(under);
    return this.#screen.enter(name);
  }

  /** The name and the code of a new account, and no more. */
  async enterCode(name: string, code: string, under?: string): Promise<Frame> {
    await this.enterName(name, under);
    return this.#screen.enter(code);
  }

  /** The password of a new account, once. */
  async enterPasswordOnce(password: string): Promise<Frame> {
    await this.draft({ name: 'New', code: 'New' });
    await this.#screen.tapLabel(texts.accountPassword);
    return this.#screen.enter(password);
  }

  /** Name, code, description, then what the form has besides. */
  async fill(account: NewAccount): Promise<Frame> {
    const screen = this.#screen;
    for (const text of [account.name, account.code, account.description ?? '']) {
      if (screen.refused) return screen.frame;
      await screen.enter(text);
    }
    if (screen.refused) return screen.frame;
    if (account.active === false) await screen.tapLabel(texts.status);
    if (account.password !== undefined) await this.enterPassword(account.password);
    return screen.frame;
  }

  /** The Password field of the form, and the same once more. */
  async enterPassword(password: string, again = password): Promise<Frame> {
    const screen = this.#screen;
    await screen.tapLabel(texts.accountPassword);
    await screen.enter(password);
    return screen.refused || password === '' ? screen.frame : screen.enter(again);
  }

  /** Picks an account by its name from the list on the display. */
  async pick(name: string): Promise<Frame> {
    const rows = await this.#screen.entries();
    const row = rows.find((text) => {
      const { name: full } = parseAccountRow(text);
      return full === name || full.endsWith(` > ${name}`);
    });
    this.#screen.bench.check('account offered', row !== undefined, name, rows.join(', ') || 'none');
    return this.#screen.tap(row ?? name);
  }

  /** Opens the form of an account; a password that is asked for is given where there is one. */
  async edit(name: string, password?: string): Promise<Frame> {
    await this.open();
    await this.#screen.tap(texts.editAccount);
    if (this.#screen.refused) return this.#screen.frame;
    await this.pick(name);
    if (this.#screen.frame.field?.secret && password !== undefined) {
      await this.#screen.enter(password);
    }
    return this.#screen.frame;
  }

  /** The form of an account with the changes in it, not confirmed; stops where the machine refuses. */
  async draftChange(name: string, change: AccountChange, password?: string): Promise<Frame> {
    const screen = this.#screen;
    await this.edit(name, password);
    const typed = [
      [texts.accountName, change.name],
      [texts.accountCode, change.code],
      [texts.description, change.description],
    ] as const;
    for (const [label, text] of typed) {
      if (text === undefined || screen.refused) continue;
      await screen.tapLabel(label);
      if (!screen.refused) await screen.enter(text);
    }
    if (screen.refused) return screen.frame;
    const active = screen.valueOf(texts.status) === texts.active;
    if (change.active !== undefined && change.active !== active)
      await screen.tapLabel(texts.status);
    if (change.password !== undefined) await this.enterPassword(change.password, change.again);
    return screen.frame;
  }

  /** Changes an account up to OK on its form, which may ask whether accounts below it follow. */
  async change(name: string, change: AccountChange, password?: string): Promise<Frame> {
    await this.draftChange(name, change, password);
    return this.#screen.refused ? this.#screen.frame : this.#screen.tap(texts.ok);
  }

  /** Up to the question whether the account is to be deleted, or the refusal. */
  async askToDelete(name: string): Promise<Frame> {
    await this.edit(name);
    return this.#screen.tap(texts.deleteAccount);
  }

  async delete(name: string): Promise<Frame> {
    await this.askToDelete(name);
    return this.#screen.refused ? this.#screen.frame : this.#screen.tap(texts.yesDelete);
  }

  /** What the form of an account says after a label. */
  async valueOf(name: string, label: string): Promise<string | undefined> {
    await this.edit(name);
    return this.#screen.valueOf(label);
  }

  /** The accounts that a sub account can be added to. */
  async parents(): Promise<readonly string[]> {
    await this.#screen.bench.goTo('Create Account', 'Select Parent');
    return (await this.#screen.entries()).map((text) => parseAccountRow(text).name);
  }

  /** Creates accounts named and coded 1, 2, 3 … until there are so many. */
  async fillUpTo(count: number): Promise<void> {
    for (let number = 1; number <= count; number += 1) {
      await this.create({ name: String(number), code: String(number) });
    }
  }

  /** All accounts, read off the list that Edit account begins with. */
  async list(): Promise<readonly AccountRow[]> {
    await this.#screen.bench.goTo('Edit Account', 'Select Account');
    return (await this.#screen.entries()).map(parseAccountRow);
  }
}
