import type { MeterFault } from '../fault.ts';
import {
  editEvents,
  inChart,
  inRules,
  onScreen,
  withAction,
  withConfig,
  withGuard,
} from './seeding.ts';

/** Faults in who gets in, and what they may do then. */
export const logInFaults: readonly MeterFault[] = [
  // Rights
  inRules('operator-creates-accounts', 'An operator sees all that a supervisor sees.', () => ({
    supervises: () => true,
  })),
  onScreen(
    'operator-sees-transactions',
    'The Transactions of Manage Accounts are visible to an operator.',
    (screen, { memory, user }) => {
      const operator = memory.users.some(({ name, role }) => name === user && role === 'operator');
      const [reports] = screen.rows;
      if (!operator || !reports || screen.title !== 'Manage Accounts') return screen;
      return { ...screen, rows: [{ ...reports, text: 'Transactions' }, ...screen.rows] };
    },
  ),
  inRules(
    'rights-of-the-first-user',
    'Everybody has the rights of the user who was made first.',
    () => ({
      supervises: ({ userLogins, users }) => !userLogins || users[0]?.role === 'supervisor',
    }),
  ),
  inRules('nobody-supervises-without-users', 'Without users nobody has the rights of one.', () => ({
    supervises: ({ users }, user) =>
      users.some(({ name, role }) => name === user && role === 'supervisor'),
  })),

  // Logging in
  inChart('log-in-password-not-compared', 'Any password logs a user in.', (machine) =>
    withGuard(machine, 'wrongPassword', () => () => false),
  ),
  inRules('log-in-password-in-any-case', 'A password logs in in capitals too.', ({ findUser }) => ({
    passwordFits: (memory, name, password) =>
      findUser(memory, name)?.password?.toLowerCase() === password.toLowerCase(),
  })),
  inRules(
    'log-in-password-begun-is-enough',
    'The first characters of a password log a user in.',
    ({ findUser }) => ({
      passwordFits: (memory, name, password) =>
        password !== '' && (findUser(memory, name)?.password?.startsWith(password) ?? false),
    }),
  ),
  inRules(
    'log-in-password-runs-over',
    'What follows the password is not looked at.',
    ({ findUser }) => ({
      passwordFits: (memory, name, password) =>
        password.startsWith(findUser(memory, name)?.password ?? password),
    }),
  ),
  inRules('any-user-password-fits', 'The password of one user logs another in.', () => ({
    passwordFits: (memory, _name, password) =>
      memory.users.some((user) => user.password === password),
  })),
  inRules(
    'empty-password-fits',
    'A user gets in without typing the password.',
    ({ passwordFits }) => ({
      passwordFits: (memory, name, password) =>
        password === '' || passwordFits(memory, name, password),
    }),
  ),
  inChart('log-in-asks-no-password', 'The name alone logs a user in.', (machine) =>
    withGuard(machine, 'pickedHasNoPassword', () => () => true),
  ),
  inChart('log-in-not-asked-at-power-on', 'After power on nobody is asked to log in.', (machine) =>
    withGuard(machine, 'asksLogin', () => () => false),
  ),
  inChart('log-out-stays', 'Log out leads to Home, and the user is still there.', (machine) =>
    withConfig(machine, (config) =>
      editEvents(config, ['Home'], () => ({ 'TAP.logOut': '#Home' })),
    ),
  ),
  inChart(
    'account-handed-to-the-next-user',
    'The account of one user is charged by the next.',
    (machine) =>
      withAction(
        withAction(machine, 'logOut', (real) => (moment, params) => ({
          ...real(moment, params),
          mailing: moment.context.mailing,
        })),
        'logIn',
        (real) => (moment, params) => ({
          ...real(moment, params),
          mailing: moment.context.mailing,
        }),
      ),
  ),
  onScreen('hint-missing', 'A wrong password is refused without the hint.', (screen) => ({
    ...screen,
    rows: screen.rows.map((row) => ({ ...row, text: row.text.replace(/ Hint: .*$/, '') })),
  })),
  inChart('wrong-hint', "A wrong password shows the first user's hint to all.", (machine) =>
    withAction(
      machine,
      'refuse',
      (real) => (moment, params) =>
        real(
          {
            ...moment,
            context: {
              ...moment.context,
              userDraft: {
                ...moment.context.userDraft,
                name: moment.context.memory.users[0]?.name ?? '',
              },
            },
          },
          params,
        ),
    ),
  ),
  onScreen('home-there-at-log-in', 'The log-in has a way home.', (screen) => {
    const [row] = screen.rows;
    if (screen.title !== 'Log In' || !row) return screen;
    return { ...screen, rows: [...screen.rows, { ...row, text: 'Home', role: 'button' }] };
  }),
];
