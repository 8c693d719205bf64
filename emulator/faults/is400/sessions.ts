import type { MeterFault } from '../fault.ts';
import { editEvents, inChart, inRules, withAction, withConfig, withGuard } from './seeding.ts';

/** Faults in how a user's session begins and what it is charged to. */
export const sessionFaults: readonly MeterFault[] = [
  inRules('inactive-account-offered', 'Users are offered inactive accounts too.', (real) => ({
    selectableAccounts: (memory, operator) =>
      real.selectableAccounts(
        { ...memory, accounts: memory.accounts.map((one) => ({ ...one, active: true })) },
        operator,
      ),
  })),
  inChart(
    'sole-account-not-chosen',
    'A user who may choose one account only is asked to choose it.',
    (machine) => withGuard(machine, 'oneAccountSelectable', () => () => false),
  ),
  inChart(
    'switching-keeps-old-account',
    'A user who changes the account still works on the old one.',
    (machine) =>
      withAction(machine, 'chargeSelected', (real) => (moment, params) => {
        const { session } = moment.context;
        return session.account === null ? real(moment, params) : { session };
      }),
  ),
  inChart(
    'home-key-skips-session-start',
    "HOME leads from the supervisor's menus straight to franking, with no PIN and no account.",
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, ['Supervisor'], () => ({ HOME: '#Home' })),
      ),
  ),
  inChart(
    'postage-kept-for-next-user',
    'The postage that one user keyed in is there for the next one.',
    (machine) =>
      withAction(machine, 'endSession', (real) => (moment, params) => ({
        ...real(moment, params),
        postage: moment.context.postage,
      })),
  ),
];
