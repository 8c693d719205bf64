import type { MeterFault } from '../fault.ts';
import {
  atPowerOn,
  editEvents,
  inChart,
  inRules,
  type Steps,
  withAction,
  withConfig,
  withGuard,
  without,
} from './seeding.ts';

const first = ['Settings', 'Users', 'First Supervisor'] as const;
const form = ['Settings', 'Users', 'User'] as const;

/** Faults in users: how they are made and changed, and who is left. */
export const userFaults: readonly MeterFault[] = [
  // Creating and editing
  inRules('supervisor-without-password', 'A supervisor does not need a password.', () => ({
    needsPassword: (memory, role) => role === 'operator' && memory.operatorPasswords,
  })),
  inRules('operator-without-password', 'Operators never need a password.', () => ({
    needsPassword: (_memory, role) => role === 'supervisor',
  })),
  inRules('operator-always-needs-password', 'Operators always need a password.', () => ({
    needsPassword: () => true,
  })),
  inChart(
    'first-supervisor-without-password',
    'The first supervisor is made without a password.',
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, [...first, 'Password'], (on) => ({
          'TAP.ok': without(on['TAP.ok'], 'fieldEmpty'),
        })),
      ),
  ),
  inChart(
    'user-password-again-not-compared',
    "Whatever is entered the second time, the supervisor's password is set.",
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, [...first, 'Password Again'], (on) => ({
          'TAP.ok': without(on['TAP.ok'], 'differsFromFirst'),
        })),
      ),
  ),
  inChart(
    'first-user-is-operator',
    'The first user, who should be a supervisor, is an operator.',
    (machine) =>
      withAction(machine, 'draftSupervisor', (real) => (moment, params) => {
        const { userDraft } = real(moment, params);
        return userDraft ? { userDraft: { ...userDraft, role: 'operator' } } : {};
      }),
  ),
  inChart(
    'cancel-turns-logins-on',
    'Cancel at the hint of the first supervisor turns logins on.',
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, [...first, 'Hint'], () => ({
          'TAP.cancel': {
            target: '#Users',
            actions: ['saveUser', 'turnOnLogins', 'becomeSupervisor'],
          },
        })),
      ),
  ),
  inChart('user-without-name', 'A user is saved without a name.', (machine) =>
    withGuard(machine, 'userHasNoName', () => () => false),
  ),
  inRules('duplicate-username-accepted', 'A second user gets a name that is in use.', () => ({
    userNameTaken: () => false,
  })),
  inRules(
    'changed-user-password-forgotten',
    'A new password is confirmed and the one before stays.',
    ({ editUser, findUser }) => ({
      editUser: (memory, name, changed) =>
        editUser(memory, name, { ...changed, password: findUser(memory, name)?.password ?? null }),
    }),
  ),
  inRules(
    'changed-role-forgotten',
    'A new role is confirmed and the one before stays.',
    (real) => ({
      editUser: (memory, name, changed) =>
        real.editUser(memory, name, {
          ...changed,
          role: real.findUser(memory, name)?.role ?? changed.role,
        }),
    }),
  ),
  inChart('user-cancel-saves', 'Cancel on the form of a user saves it.', (machine) =>
    withConfig(machine, (config) =>
      editEvents(config, [...form, 'Form'], () => ({
        'TAP.cancel': { target: '#Users', actions: 'saveUser' },
      })),
    ),
  ),

  // Who is left
  inChart('last-supervisor-deletable', 'The last supervisor can be deleted.', (machine) =>
    withGuard(machine, 'deletesLastSupervisor', () => () => false),
  ),
  inChart('last-supervisor-demotable', 'The last supervisor can be made an operator.', (machine) =>
    withGuard(machine, 'losesSupervisor', () => () => false),
  ),
  inChart('only-user-demotable', 'The only user can be made an operator.', (machine) =>
    withGuard(
      machine,
      'losesSupervisor',
      (real) => (moment, params) => moment.context.memory.users.length > 1 && real(moment, params),
    ),
  ),
  inRules('deleted-user-stays', 'Delete is confirmed and the user is still there.', () => ({
    deleteUser: (memory) => memory,
  })),
  inChart('user-deleted-without-asking', 'A user is deleted without a question.', (machine) =>
    withConfig(machine, (config) =>
      editEvents(config, [...form, 'Form'], (on) => ({
        'TAP.deleteUser': [
          ...(on['TAP.deleteUser'] as Steps).slice(0, -1),
          { target: '#Users', actions: 'deleteUser' },
        ],
      })),
    ),
  ),
  inChart(
    'deleted-user-goes-on',
    'Supervisors who delete themselves are not logged out.',
    (machine) => withGuard(machine, 'deletesSelf', () => () => false),
  ),

  // Turning logins off
  inChart(
    'only-user-deleted-without-warning',
    'Deleting the only user warns of nothing.',
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, [...form, 'Form'], (on) => ({
          'TAP.deleteUser': without(on['TAP.deleteUser'], 'onlyUser'),
        })),
      ),
  ),
  inChart('logins-off-without-warning', 'Logins are turned off without a warning.', (machine) =>
    withConfig(machine, (config) =>
      editEvents(config, ['Settings', 'Users', 'List'], (on) => ({
        'TAP.enableLogins': (on['TAP.enableLogins'] as Steps).map((step) =>
          step.guard === 'loginsOn' ? { guard: 'loginsOn', actions: 'turnOffLogins' } : step,
        ),
      })),
    ),
  ),
  inRules(
    'account-passwords-outlast-logins',
    'Account passwords stay on when logins are turned off.',
    ({ turnOffLogins }) => ({
      turnOffLogins: (memory) => ({
        ...turnOffLogins(memory),
        accountPasswords: memory.accountPasswords,
      }),
    }),
  ),
  inRules(
    'logins-off-forget-users',
    'Users are gone when logins are turned off.',
    ({ turnOffLogins }) => ({
      turnOffLogins: (memory) => ({ ...turnOffLogins(memory), users: [] }),
    }),
  ),
  inRules(
    'logins-outlast-the-only-user',
    'Logins stay on when the only user is deleted.',
    ({ deleteUser }) => ({
      deleteUser: (memory, name) => ({
        ...deleteUser(memory, name),
        userLogins: memory.userLogins,
      }),
    }),
  ),
  atPowerOn('logins-off-at-power-on', 'After a power cut logins are off.', (memory) => ({
    ...memory,
    userLogins: false,
  })),
];
