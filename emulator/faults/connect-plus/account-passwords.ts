import type { MeterFault } from '../fault.ts';
import {
  editEvents,
  inChart,
  inRules,
  onScreen,
  type StateConfig,
  type Steps,
  withConfig,
  withGuard,
  without,
} from './seeding.ts';

const forms = ['Create Account', 'Edit Account'] as const;

/** The forms of new and of edited accounts, with other transitions on one of their screens. */
const onForms = (
  config: StateConfig,
  state: string,
  events: Parameters<typeof editEvents>[2],
): StateConfig =>
  forms.reduce(
    (edited, form) => editEvents(edited, ['Manage Accounts', form, state], events),
    config,
  );

/** Faults in the passwords of accounts: what one may be, where it is asked for, what fits. */
export const accountPasswordFaults: readonly MeterFault[] = [
  inChart(
    'short-account-password-accepted',
    'A password of three characters is accepted.',
    (machine) =>
      withGuard(
        machine,
        'passwordLengthWrong',
        () =>
          ({ context: { field } }) =>
            field.value.length < 3,
      ),
  ),
  inChart(
    'long-account-password-accepted',
    'A password takes a fifth character.',
    (machine, { profile }) =>
      withGuard(
        machine,
        'fieldFull',
        (real) => (moment, params) =>
          params.field === 'accountPassword'
            ? moment.context.field.value.length > profile.accountPasswordLength
            : real(moment, params),
      ),
  ),
  inChart(
    'account-password-again-not-compared',
    'Whatever is entered the second time, the password is set.',
    (machine) =>
      withConfig(machine, (config) =>
        onForms(config, 'Password Again', (on) => ({
          'TAP.ok': without(on['TAP.ok'], 'differsFromFirst'),
        })),
      ),
  ),
  inChart(
    'password-again-in-any-case',
    'The second entry of a password may differ in capitals.',
    (machine) =>
      withGuard(
        machine,
        'differsFromFirst',
        () =>
          ({ context: { field, first } }) =>
            field.value.toLowerCase() !== first?.toLowerCase(),
      ),
  ),
  inChart(
    'account-password-set-by-one-entry',
    'A password is set although its second entry was refused.',
    (machine) =>
      withConfig(machine, (config) =>
        onForms(config, 'Password', (on) => ({
          'TAP.ok': [
            ...(on['TAP.ok'] as Steps).slice(0, -1),
            {
              target: 'Password Again',
              actions: ['keepFirst', 'accountPassword', 'saveAccount'],
            },
          ],
        })),
      ),
  ),
  inChart('account-password-not-compared', 'Any password opens an account for mail.', (machine) =>
    withGuard(machine, 'wrongMailPassword', () => () => false),
  ),
  inChart(
    'account-password-in-any-case',
    'A password opens an account for mail in capitals too.',
    (machine, { rules }) =>
      withGuard(
        machine,
        'wrongMailPassword',
        () =>
          ({ context: { memory, target, field } }) =>
            rules.passwordOf(memory, target)?.toLowerCase() !== field.value.toLowerCase(),
      ),
  ),
  inChart(
    'account-password-begun-is-enough',
    'The first characters of a password open an account for mail.',
    (machine, { rules }) =>
      withGuard(
        machine,
        'wrongMailPassword',
        () =>
          ({ context: { memory, target, field } }) =>
            field.value === '' || !rules.passwordOf(memory, target)?.startsWith(field.value),
      ),
  ),
  inChart('any-account-password-fits', 'The password of one account opens another.', (machine) =>
    withGuard(
      machine,
      'wrongMailPassword',
      () =>
        ({ context: { memory, field } }) =>
          memory.accounts.every(({ password }) => password !== field.value),
    ),
  ),
  inChart(
    'wrong-account-password-selects',
    'A wrong password is refused, and the account is in use all the same.',
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, ['Run Mail', 'Select Account'], (on) => ({
          PICK: (on.PICK as Steps).map((step) =>
            step.guard === 'pickedAsksPassword'
              ? { ...step, actions: ['askMailAccount', 'mailPickedAccount'] }
              : step,
          ),
        })),
      ),
  ),
  inChart('mail-asks-no-account-password', 'Mail is charged without the password.', (machine) =>
    withConfig(machine, (config) =>
      editEvents(config, ['Run Mail', 'Select Account'], (on) => ({
        PICK: without(on.PICK, 'pickedAsksPassword'),
      })),
    ),
  ),
  inChart(
    'edit-asks-no-account-password',
    'An account is edited without its password.',
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, ['Manage Accounts', 'Edit Account', 'Select Account'], (on) => ({
          PICK: without(on.PICK, 'pickedAsksPassword'),
        })),
      ),
  ),
  inChart(
    'edit-takes-any-account-password',
    'Any password opens the form of an account.',
    (machine) => withGuard(machine, 'wrongEditPassword', () => () => false),
  ),
  inRules(
    'sub-account-without-password',
    'Sub accounts do not ask for the password of their account.',
    ({ findAccount }) => ({
      passwordOf: (memory, id) =>
        memory.accountPasswords ? (findAccount(memory, id)?.password ?? null) : null,
    }),
  ),
  inRules(
    'sub-sub-account-without-password',
    'Sub sub accounts do not ask for the password of their account.',
    ({ passwordOf, levelOf }) => ({
      passwordOf: (memory, id) =>
        id !== null && levelOf(memory, id) > 2 ? null : passwordOf(memory, id),
    }),
  ),
  inRules(
    'account-passwords-asked-while-off',
    'Accounts ask for their passwords while account passwords are off.',
    ({ passwordOf }) => ({
      passwordOf: (memory, id) => passwordOf({ ...memory, accountPasswords: true }, id),
    }),
  ),
  inRules(
    'changed-account-password-forgotten',
    'A changed password is confirmed and the one before stays.',
    ({ editAccount, findAccount }) => ({
      editAccount: (memory, id, entry, cascade) => {
        const before = findAccount(memory, id)?.password ?? null;
        return editAccount(memory, id, { ...entry, password: before ?? entry.password }, cascade);
      },
    }),
  ),
  onScreen(
    'password-shown-while-typed',
    'A password is on the display while it is typed.',
    (screen, { field }) =>
      screen.field?.secret ? { ...screen, field: { ...screen.field, value: field.value } } : screen,
  ),
  onScreen(
    'password-shown-on-the-form',
    'The form of an account or a user shows its password.',
    (screen, { account, userDraft }) => ({
      ...screen,
      rows: screen.rows.map((row) => ({
        ...row,
        text: row.text.replace(
          /^(Password.*: )set$/,
          `$1${(screen.title === 'User' ? userDraft : account).password ?? 'set'}`,
        ),
      })),
    }),
  ),
];
