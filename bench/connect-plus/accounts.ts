import type { Frame } from '#core';
import { connectPlus } from '#models';
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
    return screen.refused ? screen.frame : screen.enter(again);
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

  /** All accounts, read off the list that Edit account begins with. */
  async list(): Promise<readonly AccountRow[]> {
    await this.#screen.bench.goTo('Edit Account', 'Select Account');
    return (await this.#screen.entries()).map(parseAccountRow);
  }
}
