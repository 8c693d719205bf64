import type { MeterFault } from '../fault.ts';
import { editEvents, inChart, inRules, onScreen, withConfig } from './seeding.ts';

/** Faults in the generic call and in what is shown of it. */
export const onlineServicesFaults: readonly MeterFault[] = [
  onScreen(
    'refused-package-not-listed',
    'A package that was refused is not in the list of what a call has done.',
    (screen) => ({
      ...screen,
      rows: screen.rows.filter(({ text }) => !text.includes(' refused: ')),
    }),
  ),
  onScreen(
    'done-before-failure-not-listed',
    'A call that broke off shows the reason alone.',
    (screen) =>
      screen.title === 'Call Failed' ? { ...screen, rows: screen.rows.slice(0, 1) } : screen,
  ),
  inRules(
    'future-rates-shown-in-force',
    'Rates that hold from a later day are shown as those in force.',
    () => ({ ratesInForce: ({ rates }) => rates.at(-1) }),
  ),
  inChart(
    'generic-call-brings-nothing',
    'The generic call makes the postal inspection and nothing else.',
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, ['User Menu', 'Online Services', 'Confirm'], () => ({
          OK: {
            target: 'Calling',
            actions: { type: 'beginCall', params: { errand: 'inspection' } },
          },
        })),
      ),
  ),
  inChart(
    'supervisor-call-ends-at-user',
    "The supervisor's call ends in the user menu, with no log-in.",
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, ['Supervisor', 'Online Services', 'Call Complete'], () => ({
          OK: '#User Menu',
        })),
      ),
  ),
];
