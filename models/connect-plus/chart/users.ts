import { dialog, field, type Refusal, screen, unless } from './building.ts';
import type { PanelState } from './setup.ts';

/** What no username can be. */
const noUsername: readonly Refusal[] = [
  { when: 'fieldBlank', text: 'userMissing' },
  { when: 'userNameTaken', text: 'userTaken' },
];

/** The first time that logins are turned on, a supervisor is made first. */
const firstSupervisor: PanelState = {
  initial: 'Username',
  states: {
    Username: field('createSupervisor', {
      field: 'username',
      refusals: noUsername,
      ok: { target: 'Password', actions: 'userName' },
      cancel: '#Users',
    }),
    Password: field('createSupervisor', {
      field: 'userPassword',
      refusals: [{ when: 'fieldEmpty', text: 'passwordNeeded' }],
      ok: { target: 'Password Again', actions: 'keepFirst' },
      cancel: '#Users',
    }),
    'Password Again': field('createSupervisor', {
      field: 'reenterUserPassword',
      refusals: [{ when: 'differsFromFirst', text: 'passwordsDiffer' }],
      ok: { target: 'Hint', actions: 'userPassword' },
      cancel: '#Users',
    }),
    Hint: field('createSupervisor', {
      field: 'hint',
      ok: {
        target: 'Another User',
        actions: ['userHint', 'saveUser', 'turnOnLogins', 'becomeSupervisor'],
      },
      cancel: '#Users',
    }),
    'Another User': dialog('createSupervisor', {
      view: 'anotherUser',
      on: {
        'TAP.yesAnotherUser': { target: '#User', actions: 'draftUser' },
        'TAP.noMoreUsers': '#Users',
      },
    }),
  },
};

/** The form of a user, new or not. */
const user: PanelState = {
  id: 'User',
  initial: 'Form',
  states: {
    Form: screen('editUser', {
      view: 'userForm',
      buttons: ['ok', 'cancel', 'deleteUser'],
      on: {
        'TAP.username': 'Username',
        'TAP.password': 'Password',
        'TAP.role': 'Role',
        'TAP.hint': 'Hint',
        'TAP.ok': unless(
          [
            { when: 'userHasNoName', text: 'userMissing' },
            { when: 'userLacksPassword', text: 'passwordNeeded' },
            { when: 'losesSupervisor', text: 'lastSupervisor' },
          ],
          [
            { guard: 'stopsSupervising', target: '#Home', actions: 'saveUser' },
            { target: '#Users', actions: 'saveUser' },
          ] as never,
        ),
        'TAP.cancel': '#Users',
        'TAP.deleteUser': [
          { guard: 'isNewUser', actions: 'beep' },
          {
            guard: 'deletesLastSupervisor',
            target: '.Refused',
            actions: { type: 'refuse', params: { text: 'lastSupervisor' } },
          },
          { guard: 'onlyUser', target: 'Delete Last User' },
          { target: 'Confirm Delete' },
        ],
      },
    }),
    Username: field('editUser', {
      field: 'username',
      from: 'username',
      refusals: noUsername,
      ok: { target: 'Form', actions: 'userName' },
      cancel: 'Form',
    }),
    Password: field('editUser', {
      field: 'userPassword',
      ok: { target: 'Form', actions: 'userPassword' },
      cancel: 'Form',
    }),
    Role: screen('role', {
      view: 'roles',
      buttons: ['cancel'],
      on: { PICK: { target: 'Form', actions: 'userRole' }, 'TAP.cancel': 'Form' },
    }),
    Hint: field('editUser', {
      field: 'hint',
      from: 'hint',
      ok: { target: 'Form', actions: 'userHint' },
      cancel: 'Form',
    }),
    'Confirm Delete': dialog('deleteUser', {
      view: 'deleteUser',
      on: {
        'TAP.yesDeleteUser': [
          { guard: 'deletesSelf', target: '#Log In', actions: ['deleteUser', 'logOut'] },
          { target: '#Users', actions: 'deleteUser' },
        ],
        'TAP.cancel': 'Form',
      },
    }),
    'Delete Last User': dialog('deleteUser', {
      view: 'deleteLastUser',
      on: {
        'TAP.yesDeleteUser': { target: '#Users', actions: 'deleteUser' },
        'TAP.cancel': 'Form',
      },
    }),
  },
};

/** Settings > System > Users. */
const users: PanelState = {
  initial: 'List',
  states: {
    List: {
      id: 'Users',
      ...screen('users', {
        view: 'users',
        buttons: ['addUser', 'done'],
        on: {
          'TAP.enableLogins': [
            { guard: 'loginsOn', target: 'Turn Off Logins' },
            { guard: 'hasSupervisor', target: '#Log In', actions: 'turnOnLogins' },
            { target: 'First Supervisor', actions: 'draftSupervisor' },
          ],
          'TAP.operatorPasswords': unless(
            [{ when: 'operatorsLackPasswords', text: 'operatorsLackPasswords' }],
            { actions: 'toggleOperatorPasswords' },
          ),
          'TAP.accountPasswords': { actions: 'toggleAccountPasswords' },
          'TAP.addUser': [
            { guard: 'hasSupervisor', target: 'User', actions: 'draftUser' },
            { target: 'First Supervisor', actions: 'draftSupervisor' },
          ],
          PICK: { target: 'User', actions: 'draftPickedUser' },
          'TAP.done': '#Home',
        },
      }),
    },
    'First Supervisor': firstSupervisor,
    User: user,
    'Turn Off Logins': dialog('users', {
      view: 'turnOffLogins',
      on: {
        'TAP.yesTurnOffLogins': { target: 'List', actions: 'turnOffLogins' },
        'TAP.cancel': 'List',
      },
    }),
  },
};

/** Settings, with its list on the left. */
export const settings: PanelState = {
  id: 'Settings',
  initial: 'List',
  states: {
    List: screen('settings', { view: 'settings', on: { 'TAP.system': 'System' } }),
    System: screen('system', { view: 'system', on: { 'TAP.users': 'Users' } }),
    Users: users,
  },
};
