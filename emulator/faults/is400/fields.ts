import type { MeterFault } from '../fault.ts';
import { editEvents, inChart, inRules, withConfig, withGuard } from './seeding.ts';

/** Faults in how long a text may be. */
export const fieldFaults: readonly MeterFault[] = [
  inChart(
    'number-one-too-long',
    'An account number takes one character more than it may have.',
    (machine, { profile }) =>
      withGuard(
        machine,
        'fieldFull',
        (real) => (moment, params) =>
          real(moment, params) &&
          !(
            params.field === 'accountNumber' &&
            moment.context.field.value.length === profile.accountNumberLength
          ),
      ),
  ),
  inChart(
    'number-too-long-unsaid',
    'A character too many of an account number is dropped without a word.',
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(
          config,
          ['Supervisor', 'Account List', 'Add Account', 'Account Number'],
          ({ DIGIT }) => {
            // The first transition of a field's DIGIT is the refusal of a full field.
            const [{ guard }, ...rest] = DIGIT as readonly [{ readonly guard: unknown }, unknown];
            return { DIGIT: [{ guard }, ...rest] };
          },
        ),
      ),
  ),
  inRules(
    'name-cut-silently',
    'A new account whose name has the full length is kept without its last character.',
    ({ addAccount }, { accountNameLength }) => ({
      addAccount: (memory, entry) =>
        addAccount(memory, { ...entry, name: entry.name.slice(0, accountNameLength - 1) }),
    }),
  ),
  inChart('empty-number-accepted', 'An account can be added without a number.', (machine) =>
    withConfig(machine, (config) =>
      editEvents(
        config,
        ['Supervisor', 'Account List', 'Add Account', 'Account Number'],
        ({ OK }) => ({
          OK: (OK as readonly { readonly guard?: unknown }[]).filter(
            ({ guard }) => guard !== 'fieldEmpty' && guard !== 'numberUnspoken',
          ),
        }),
      ),
    ),
  ),
];
