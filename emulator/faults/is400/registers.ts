import { canAfford } from '#models';
import type { MeterFault } from '../fault.ts';
import { assigning, editEvents, inChart, inRules, withConfig } from './seeding.ts';

/** Faults in franking and in the figures that it moves. */
export const registerFaults: readonly MeterFault[] = [
  inRules(
    'wrong-account-charged',
    'Postage is charged to the first account of the list instead of the one on Home.',
    ({ frank }) => ({
      frank: (memory, account, value) =>
        frank(memory, account === null ? null : (memory.accounts[0]?.number ?? null), value),
    }),
  ),
  inRules(
    'zero-item-counted-as-nonzero',
    'An imprint of £0.00 is counted among the items that bore postage.',
    ({ frank }) => ({
      frank: (memory, account, value) => {
        const after = frank(memory, account, value);
        if (value !== 0) return after;
        const { items } = memory.registers;
        return { ...after, registers: { ...memory.registers, items: items + 1 } };
      },
    }),
  ),
  inRules(
    'register-off-by-a-penny',
    'An imprint takes a penny too much from the credit.',
    ({ frank }) => ({
      frank: (memory, account, value) => {
        const after = frank(memory, account, value);
        if (value === 0) return after;
        const descending = Math.max(0, after.registers.descending - 1);
        return { ...after, registers: { ...after.registers, descending } };
      },
    }),
  ),
  inRules('control-total-drifts', 'The control total grows with every imprint.', ({ frank }) => ({
    frank: (memory, account, value) => {
      const after = frank(memory, account, value);
      const controlTotal = after.registers.controlTotal + value;
      return { ...after, registers: { ...after.registers, controlTotal } };
    },
  })),
  inRules(
    'account-report-forgets-zero-items',
    'An imprint of £0.00 is not counted in the report of its account.',
    ({ frank }) => ({
      frank: (memory, account, value) => ({
        ...frank(memory, account, value),
        ...(value === 0 ? { accounts: memory.accounts } : {}),
      }),
    }),
  ),
  inRules(
    'credit-not-checked',
    'An envelope is franked although the credit does not cover its postage.',
    ({ frank, postageRefusal }) => ({
      postageRefusal: (...asked) => {
        const reason = postageRefusal(...asked);
        return reason === 'not enough postage' ? undefined : reason;
      },
      frank: (memory, account, value) => {
        const after = frank(memory, account, value);
        // What is missing is lent: a credit below nothing would be a second fault.
        const descending = Math.max(0, after.registers.descending);
        return { ...after, registers: { ...after.registers, descending } };
      },
    }),
  ),
  inChart(
    'franks-in-supervisor-mode',
    'An envelope is franked, charged to nobody, while the supervisor is logged in.',
    (machine, { rules }) =>
      withConfig(machine, (config) =>
        editEvents(config, ['Supervisor'], () => ({
          FEED: {
            actions: assigning(({ context: { memory, postage } }) => ({
              memory: canAfford(memory.registers, postage)
                ? rules.frank(memory, null, postage)
                : memory,
            })),
          },
        })),
      ),
  ),
  inRules(
    'last-penny-refused',
    'Postage that takes all of the credit is refused.',
    ({ postageRefusal }) => ({
      postageRefusal: (core, value, now, limits) =>
        value === core.descending ? 'not enough postage' : postageRefusal(core, value, now, limits),
    }),
  ),
];
