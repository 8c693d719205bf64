import type { MeterFault } from '../fault.ts';
import { editEvents, inChart, inRules, withConfig } from './seeding.ts';

const callingPc = ['Supervisor', 'Account Mode Selection', 'Calling PC'] as const;

/** Faults in the change of the account mode. */
export const modeFaults: readonly MeterFault[] = [
  inRules(
    'mode-without-default-account',
    'The change to "Accounts" makes no default account where there was none.',
    ({ changeMode }) => ({
      changeMode: (memory, mode, pin, profile) =>
        mode === 'accounts' ? { ...memory, mode } : changeMode(memory, mode, pin, profile),
    }),
  ),
  inRules(
    'mode-change-drops-accounts',
    'The change to "No Account" empties the account list.',
    ({ changeMode }) => ({
      changeMode: (memory, mode, pin, profile) => ({
        ...changeMode(memory, mode, pin, profile),
        ...(mode === 'no-account' ? { accounts: [] } : {}),
      }),
    }),
  ),
  inRules('mode-warning-missing', 'No warning comes before a mode with accounts is left.', () => ({
    warnsBefore: () => false,
  })),
  inChart(
    'remote-mode-set-although-pc-failed',
    'The PC did not answer, and the mode is "Remote Account Management" all the same.',
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, callingPc, (on) => {
          const failed = on['PC.FAILED'] as { readonly actions: unknown };
          return { 'PC.FAILED': { ...failed, actions: ['changeMode', failed.actions] } };
        }),
      ),
  ),
  inRules(
    'remote-list-added',
    "The PC's account list is added to the meter's instead of taking its place.",
    ({ takeRemoteAccounts, sorted }) => ({
      takeRemoteAccounts: (memory, list) => {
        const taken = takeRemoteAccounts(memory, list);
        const numbers = new Set(taken.accounts.map((account) => account.number));
        const kept = memory.accounts.filter((account) => !numbers.has(account.number));
        return {
          ...taken,
          removed: memory.removed,
          accounts: sorted([...taken.accounts, ...kept]),
        };
      },
    }),
  ),
  inRules(
    'remote-usage-lost',
    "What an account was charged is lost when the PC's list takes the place of the meter's.",
    ({ takeRemoteAccounts }) => ({
      takeRemoteAccounts: (memory, list) => takeRemoteAccounts({ ...memory, accounts: [] }, list),
    }),
  ),
];
