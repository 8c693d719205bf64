import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import { addAccount } from './accounts.ts';
import type { Memory, User } from './memory.ts';
import { connectPlusModel } from './model.ts';
import {
  addUser,
  deleteUser,
  editUser,
  mayLoseSupervisor,
  needsPassword,
  operatorsLackPasswords,
  passwordFits,
  supervises,
  turnOffLogins,
  turnOnLogins,
  userNameTaken,
} from './users.ts';

const model = connectPlusModel('connect-plus');
const factory = model.factoryMemory({}) as Memory;

const ann: User = { name: 'Ann', role: 'supervisor', password: 'Sesame1', hint: 'open up' };
const bob: User = { name: 'Bob', role: 'operator', password: null, hint: '' };
const two = turnOnLogins(addUser(addUser(factory, ann), bob));

describe('rights', () => {
  test('are a supervisor’s for everybody while nobody logs in', () => {
    expect(supervises(factory, null)).toBe(true);
    expect(supervises(turnOffLogins(two), 'Bob')).toBe(true);
  });

  test('follow the role once somebody does, and nobody has none', () => {
    expect([supervises(two, 'Ann'), supervises(two, 'Bob'), supervises(two, null)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('passwords', () => {
  test('fit exactly or not at all', () => {
    for (const wrong of ['', 'sesame1', 'SESAME1', 'Sesame', 'Sesame11', ' Sesame1']) {
      expect(passwordFits(two, 'Ann', wrong)).toBe(false);
    }
    expect(passwordFits(two, 'Ann', 'Sesame1')).toBe(true);
    expect(passwordFits(two, 'Eve', 'Sesame1')).toBe(false);
    expect(passwordFits(two, null, 'Sesame1')).toBe(false);
  });

  test('are needed by supervisors, and by operators where the system says so', () => {
    const strict = { ...two, operatorPasswords: true };
    expect(needsPassword(two, 'supervisor')).toBe(true);
    expect([two, strict].map((memory) => needsPassword(memory, 'operator'))).toEqual([false, true]);
    expect(operatorsLackPasswords(two)).toBe(true);
    expect(operatorsLackPasswords(editUser(two, 'Bob', { ...bob, password: 'plum' }))).toBe(false);
  });
});

describe('who is left', () => {
  test('the last supervisor stays while there are others', () => {
    expect(mayLoseSupervisor(two, 'Ann')).toBe(false);
    expect(mayLoseSupervisor(two, 'Bob')).toBe(true);
    expect(mayLoseSupervisor(deleteUser(two, 'Bob'), 'Ann')).toBe(true);
  });

  test('the last user takes log-in and account passwords along', () => {
    const locked = { ...two, accountPasswords: true };
    const left = deleteUser(locked, 'Bob');
    expect([left.userLogins, left.accountPasswords]).toEqual([true, true]);
    const none = deleteUser(left, 'Ann');
    expect([none.userLogins, none.accountPasswords, none.users]).toEqual([false, false, []]);
  });

  test('turning log-in off keeps the users', () => {
    expect(turnOffLogins(two).users).toEqual([ann, bob]);
  });

  test('a name is taken by others only', () => {
    expect(userNameTaken(two, 'Bob', 'Ann')).toBe(true);
    expect(userNameTaken(two, 'Bob', 'Bob')).toBe(false);
    expect(userNameTaken(deleteUser(two, 'Bob'), 'Bob', null)).toBe(false);
  });
});

/** The texts that lead to the Users screen, from wherever they are seen. */
const wayToUsers = ['Settings', 'System', 'Users'];

/**
 * A machine that fingers work at: each number is a tap on one of the places that do something, or on
 * the way to `drawnTo` where that is seen, but for every fifth.
 */
function work(
  memory: Memory,
  taps: readonly number[],
  look: (memory: Memory) => void,
  drawnTo: readonly string[] = [],
) {
  const machine = createActor(model.chart(), { input: { memory, now: 0 } });
  machine.start();
  for (const tap of taps) {
    const snapshot = machine.getSnapshot();
    const typed = model.keysFor(snapshot, 'x') ?? [];
    const places = [...model.movesOf(snapshot, {}), ...typed];
    const screen = model.screenOf(snapshot);
    const way = drawnTo.flatMap((text) => model.keyToChoose(screen, text) ?? []);
    const place = (tap % 5 > 0 ? way[0] : undefined) ?? places[tap % Math.max(1, places.length)];
    const event = place && model.eventOf(place, snapshot, 0);
    if (event) machine.send(event as Parameters<typeof machine.send>[0]);
    look(model.memoryOf(machine.getSnapshot()) as Memory);
  }
  machine.stop();
}

const taps = fc.array(fc.nat(1000), { minLength: 200, maxLength: 400 });

describe('whatever is touched', () => {
  test('an operator alone changes neither accounts nor users nor settings', () => {
    const account = {
      parent: null,
      name: 'Marketing',
      code: 'M-01',
      description: '',
      active: true,
      password: null,
    };
    // Ann's password cannot be typed here: nobody gets in but Bob.
    const users = [{ ...ann, password: 'never typed' }, bob];
    const memory = addAccount({ ...two, users }, account);
    const settings = ({ accounts, users, userLogins, accountPasswords, surcharge }: Memory) => ({
      accounts,
      users,
      userLogins,
      accountPasswords,
      surcharge,
    });
    fc.assert(
      fc.property(taps, (touched) => {
        work(memory, touched, (now) => expect(settings(now)).toEqual(settings(memory)));
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });

  test('where there are users there is a supervisor, and each supervisor has a password', () => {
    // A password that the fingers come upon.
    const short = editUser(two, 'Ann', { ...ann, password: 'x' });
    fc.assert(
      fc.property(
        fc.constantFrom(factory, short, turnOffLogins(short)),
        taps,
        (memory, touched) => {
          work(
            memory,
            touched,
            ({ userLogins, users }) => {
              const supervisors = users.filter(({ role }) => role === 'supervisor');
              if (userLogins || users.length > 0) expect(supervisors.length).toBeGreaterThan(0);
              for (const { password } of supervisors) expect(password).toBeTruthy();
            },
            wayToUsers,
          );
        },
      ),
      { numRuns: 60, endOnFailure: true },
    );
  });
});
