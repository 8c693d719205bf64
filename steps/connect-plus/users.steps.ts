import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import type { connectPlus } from '#bench';
import type { FrankbenchWorld } from '../world.ts';

type Row = Readonly<Record<string, string>>;

/** A line of a table as a user: the columns name, role, password, hint. */
function userOf({ name = '', role, password, hint }: Row) {
  return {
    name,
    role: role === 'SUPERVISOR' ? 'supervisor' : 'operator',
    ...(password ? { password } : {}),
    ...(hint ? { hint } : {}),
  } satisfies connectPlus.NewUser;
}

/** The first one is the supervisor that turning logins on asks for, and is logged in. */
Given<FrankbenchWorld>('a Connect+ with these users', async function (table: DataTable) {
  await this.connectPlus.users.setUp(table.hashes().map(userOf));
  await this.bench.goTo('Home');
});

// Settings ---------------------------------------------------------------------------------------

Given<FrankbenchWorld>('account passwords are on', async function () {
  await this.connectPlus.users.tick('Account passwords');
});

When<FrankbenchWorld>('{string} is ticked on the Users screen', async function (text: string) {
  await this.connectPlus.users.tick(text);
});

When<FrankbenchWorld>(
  'the tick of {string} is taken away on the Users screen',
  async function (text: string) {
    await this.connectPlus.users.tick(text, false);
  },
);

When<FrankbenchWorld>(
  'the tick of {string} is taken away and the question is answered with {string}',
  async function (text: string, answer: string) {
    await this.connectPlus.users.tick(text, false);
    await this.connectPlus.screen.tap(answer);
  },
);

When<FrankbenchWorld>('the Users screen is opened', async function () {
  await this.connectPlus.users.open();
});

// Creating ---------------------------------------------------------------------------------------

When<FrankbenchWorld>('logins are turned on with supervisor', async function (table: DataTable) {
  for (const row of table.hashes()) await this.connectPlus.users.enable(userOf(row));
});

When<FrankbenchWorld>('a new user gets the name {string}', async function (name: string) {
  await this.connectPlus.users.enterName(name);
});

Given<FrankbenchWorld>(
  'the supervisor to be made is entered up to {string}',
  async function (label: string) {
    const supervisor = { name: 'Ann', role: 'supervisor', password: 'Sesame1' } as const;
    await this.connectPlus.users.enterFirst(supervisor, label);
  },
);

When<FrankbenchWorld>(
  'the power is cut {int} bytes into confirming it',
  async function (bytes: number) {
    await this.connectPlus.screen.tapAndCut('OK', bytes);
    await this.bench.powerOn();
  },
);

When<FrankbenchWorld>('this user is added', async function (table: DataTable) {
  for (const row of table.hashes()) await this.connectPlus.users.add(userOf(row));
});

When<FrankbenchWorld>(
  'the power is cut {int} bytes into adding operator {string}',
  async function (bytes: number, name: string) {
    await this.connectPlus.users.draft({ name, role: 'operator' });
    await this.connectPlus.screen.tapAndCut('OK', bytes);
    await this.bench.powerOn();
  },
);

// Changing and deleting --------------------------------------------------------------------------

When<FrankbenchWorld>('user {string} is opened', async function (name: string) {
  await this.connectPlus.users.edit(name);
});

When<FrankbenchWorld>(
  'user {string} is renamed to {string}',
  async function (name: string, changed: string) {
    await this.connectPlus.users.change(name, { name: changed });
  },
);

When<FrankbenchWorld>(
  'user {string} becomes a(n) {role}',
  async function (name: string, role: connectPlus.NewUser['role']) {
    await this.connectPlus.users.change(name, { role });
  },
);

When<FrankbenchWorld>(
  'user {string} gets {password}',
  async function (name: string, password: string) {
    await this.connectPlus.users.change(name, { password });
  },
);

When<FrankbenchWorld>("user {string}'s password is taken away", async function (name: string) {
  await this.connectPlus.users.change(name, { password: '' });
});

When<FrankbenchWorld>('user {string} is deleted', async function (name: string) {
  await this.connectPlus.users.delete(name);
});

When<FrankbenchWorld>(
  'user {string} is deleted and the question is answered with {string}',
  async function (name: string, answer: string) {
    await this.connectPlus.users.askToDelete(name);
    await this.connectPlus.screen.tap(answer);
  },
);

When<FrankbenchWorld>('deleting user {string} is asked for', async function (name: string) {
  await this.connectPlus.users.askToDelete(name);
});

// What there is afterwards -----------------------------------------------------------------------

Then<FrankbenchWorld>('the users are', async function (table: DataTable) {
  const expected = table.hashes().map((row) => {
    const { name, role } = userOf(row);
    return { name, role };
  });
  this.bench.expectSame('users', expected, await this.connectPlus.users.list());
});

/** Either list is legal after a power cut, and nothing in between. */
Then<FrankbenchWorld>(
  'the users are {string} or {string}',
  async function (one: string, other: string) {
    const users = await this.connectPlus.users.list();
    const seen = users.map(({ name }) => name).join(', ');
    this.bench.check('users', [one, other].includes(seen), `${one} or ${other}`, seen);
  },
);

Then<FrankbenchWorld>('there is no user', async function () {
  this.bench.expectSame('users', [], await this.connectPlus.users.list());
});

/** The user and the log-in are saved together or not at all. */
Then<FrankbenchWorld>(
  'there is no user and no log-in, or {string} and a log-in',
  async function (name: string) {
    if (this.bench.frame.title === 'Log In') {
      this.bench.expectSame('users', [name], await this.connectPlus.screen.entries());
    } else {
      this.bench.expectTitle('Home');
      this.bench.expectSame('users', [], await this.connectPlus.users.list());
    }
  },
);

Then<FrankbenchWorld>('{string} is ticked', async function (text: string) {
  await this.connectPlus.users.open();
  this.bench.expectSame(text, true, this.connectPlus.screen.ticked(text));
});

Then<FrankbenchWorld>('{string} is not ticked', async function (text: string) {
  await this.connectPlus.users.open();
  this.bench.expectSame(text, false, this.connectPlus.screen.ticked(text));
});

Then<FrankbenchWorld>(
  'the {string} of user {string} is {string}',
  async function (label: string, name: string, value: string) {
    this.bench.expectSame(label, value, await this.connectPlus.users.valueOf(name, label));
  },
);
