import type { Frame } from '#core';
import * as connectPlus from '#models/connect-plus';
import type { TouchScreen } from './screen.ts';

const { texts } = connectPlus;

/** A user as a scenario describes one. */
export interface NewUser {
  readonly name: string;
  readonly role: connectPlus.Role;
  readonly password?: string;
  readonly hint?: string;
}

/** What of a user is to be changed; what is left out stays. A password of '' is taken away. */
export type UserChange = Partial<NewUser>;

/** A user as the list shows one. */
export interface UserRow {
  readonly name: string;
  readonly role: connectPlus.Role;
}

const roles = ['operator', 'supervisor'] as const;

/** "Ann (SUPERVISOR)" taken apart; `undefined` for a row that is no user. */
function parseUserRow(text: string): UserRow | undefined {
  const role = roles.find((one) => text.endsWith(` (${texts[one]})`));
  return role && { name: text.slice(0, text.lastIndexOf(' (')), role };
}

/** Settings > System > Users, and logging in and out. */
export class UserScreens {
  readonly #screen: TouchScreen;

  constructor(screen: TouchScreen) {
    this.#screen = screen;
  }

  async open(): Promise<Frame> {
    return this.#screen.bench.goTo('Settings', 'Users', 'List');
  }

  /** What Settings has in its list on the left. */
  async settings(): Promise<readonly string[]> {
    await this.#screen.bench.goTo('Home');
    await this.#screen.tap(texts.settings);
    return this.#screen.buttons();
  }

  /** Ticks a box on the Users screen, or takes its tick away, where it is not so already. */
  async tick(text: string, on = true): Promise<Frame> {
    await this.open();
    return this.#screen.ticked(text) === on ? this.#screen.frame : this.#screen.tap(text);
  }

  /** Turns logins on, which asks for a supervisor first: up to the question for another user. */
  async enable(supervisor: NewUser): Promise<Frame> {
    const screen = this.#screen;
    await this.tick(texts.enableLogins);
    const { name, password = '', hint = '' } = supervisor;
    for (const text of [name, password, password, hint]) {
      if (!screen.refused) await screen.enter(text);
    }
    if (!screen.refused) this.#know(supervisor);
    return screen.frame;
  }

  /** Enters the supervisor that is asked for first, up to the field with this label. */
  async enterFirst({ name, password = '' }: NewUser, upTo: string): Promise<Frame> {
    const screen = this.#screen;
    for (const text of [name, password, password]) {
      if (screen.frame.field?.label !== upTo) await screen.enter(text);
    }
    return screen.frame;
  }

  /** Turns logins on with the first user, a supervisor, and adds the others. */
  async setUp(users: readonly NewUser[]): Promise<void> {
    const [supervisor, ...others] = users;
    if (supervisor) await this.enable(supervisor);
    if (others.length === 0) await this.#screen.tap(texts.noMoreUsers);
    for (const [index, user] of others.entries()) {
      if (index === 0) await this.#screen.tap(texts.yesAnotherUser);
      else await this.#screen.tap(texts.addUser);
      await this.#fill(user);
      await this.#save(user);
    }
    this.#screen.bench.expectTitle(texts.users);
    const wanted = users.map(({ name, role }) => ({ name, role }));
    this.#screen.bench.expectSame('users', wanted, await this.list());
  }

  /** Adds a user up to OK on the form; stops where the machine refuses. */
  async add(user: NewUser): Promise<Frame> {
    await this.draft(user);
    return this.#save(user);
  }

  /** The name of a new user, and no more. */
  async enterName(name: string): Promise<Frame> {
    await this.open();
    await this.#screen.tap(texts.addUser);
    await this.#screen.tapLabel(texts.username);
    return this.#screen.enter(name);
  }

  /** The form of a new user, filled in. */
  async draft(user: NewUser): Promise<Frame> {
    await this.open();
    await this.#screen.tap(texts.addUser);
    return this.#fill(user);
  }

  /** Opens the form of a user. */
  async edit(name: string): Promise<Frame> {
    await this.open();
    const rows = await this.#screen.entries();
    return this.#screen.tap(rows.find((text) => parseUserRow(text)?.name === name) ?? name);
  }

  async change(name: string, change: UserChange): Promise<Frame> {
    await this.edit(name);
    await this.#fill(change);
    return this.#save({ name, ...change });
  }

  /** Asks to delete a user, up to the question or the refusal. */
  async askToDelete(name: string): Promise<Frame> {
    await this.edit(name);
    return this.#screen.tap(texts.deleteUser);
  }

  async delete(name: string): Promise<Frame> {
    await this.askToDelete(name);
    return this.#screen.refused ? this.#screen.frame : this.#screen.tap(texts.yesDeleteUser);
  }

  /** What the form of a user says after a label. */
  async valueOf(name: string, label: string): Promise<string | undefined> {
    await this.edit(name);
    return this.#screen.valueOf(label);
  }

  async list(): Promise<readonly UserRow[]> {
    await this.open();
    const rows = await this.#screen.entries();
    return rows.flatMap((text) => parseUserRow(text) ?? []);
  }

  async logOut(): Promise<Frame> {
    await this.#screen.bench.goTo('Home');
    return this.#screen.tap(texts.logOut);
  }

  /** Logs the present user out, if there is one, and picks another one from those who may log in. */
  async beginLogIn(name: string): Promise<Frame> {
    if (this.#screen.frame.title !== texts.logIn) await this.logOut();
    return this.#screen.tap(name);
  }

  /** Logs in; a password that is wrong leaves the refusal on the display. */
  async logIn(name: string, password?: string): Promise<Frame> {
    await this.beginLogIn(name);
    return password === undefined ? this.#screen.frame : this.#screen.enter(password);
  }

  async #fill({ name, role, password, hint }: UserChange): Promise<Frame> {
    const screen = this.#screen;
    const fields = [
      [texts.username, name],
      [texts.password, password],
      [texts.hint, hint],
    ] as const;
    for (const [label, text] of fields) {
      if (text === undefined || screen.refused) continue;
      await screen.tapLabel(label);
      await screen.enter(text);
    }
    if (role === undefined || screen.refused) return screen.frame;
    await screen.tapLabel(texts.role);
    return screen.tap(texts[role]);
  }

  async #save(user: { readonly name: string; readonly password?: string }): Promise<Frame> {
    if (this.#screen.refused) return this.#screen.frame;
    await this.#screen.tap(texts.ok);
    if (!this.#screen.refused) this.#know(user);
    return this.#screen.frame;
  }

  /** Keeps a password with which the way to a screen can lead through the log-in. */
  #know({ name, password }: { readonly name: string; readonly password?: string }): void {
    const { bench } = this.#screen;
    if (password) bench.credentials = { ...bench.credentials, [name]: password };
  }
}
