import type { AnyStateMachine } from 'xstate';
import { isDigit } from '#core';
import type { MeterFault } from '../fault.ts';
import { changeOf, editEvents, inChart, onScreen, withAction, withConfig } from './seeding.ts';

const longMs = 600_000;

const withDelay = (machine: AnyStateMachine, name: string): AnyStateMachine =>
  machine.provide({ delays: { [name]: longMs } });

/** Faults of the keypad, the entry of texts, the menus' numbers and the display. */
export const panelFaults: readonly MeterFault[] = [
  {
    name: 'swallowed-key',
    description: 'The second of two equal digits in a row is lost.',
    swallowsKey: (key, before) => isDigit(key) && key === before,
  },
  inChart(
    'multi-tap-off-by-one',
    'A key pressed twice gives its third letter: "6" twice is O.',
    (machine) =>
      withAction(machine, 'typeDigit', (real) => (moment, params) => {
        const { field } = moment.context;
        const patch = real(moment, params);
        const second =
          patch.field !== undefined &&
          patch.field.mode !== 'digits' &&
          field.tap?.index === 0 &&
          patch.field.tap?.index === 1;
        return second
          ? real({ ...moment, context: { ...moment.context, ...patch } }, params)
          : patch;
      }),
  ),
  inChart(
    'pause-takes-no-letter',
    'A letter is not taken after a pause: the next press of its key still changes it.',
    (machine) => withDelay(machine, 'multiTap'),
  ),
  inChart('double-c-clears-one', 'C twice in a row clears two characters only.', (machine) =>
    withAction(machine, 'clearAll', () => changeOf(machine, 'clearOne')),
  ),
  inChart(
    'double-c-has-no-limit',
    'C twice clears the field however long the pause between them.',
    (machine) => withDelay(machine, 'doublePress'),
  ),
  inChart(
    'shortcut-opens-next-item',
    'In Manage Accounts the number of an entry opens the one after it.',
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, ['Supervisor', 'Manage Accounts'], ({ DIGIT }) => {
          const steps = DIGIT as readonly { readonly target: string }[];
          // The entries come first; the last two are for a number that is begun or unknown.
          const entries = steps.length - 2;
          return {
            DIGIT: steps.map((step, index) =>
              index < entries - 1 ? { ...step, target: steps[index + 1]?.target } : step,
            ),
          };
        }),
      ),
  ),
  inChart(
    'shortcut-never-taken',
    'A number that could go on is not taken however long its second digit does not come.',
    (machine) => withDelay(machine, 'shortcut'),
  ),
  onScreen(
    'list-last-row-hidden',
    'The bottom row of a list that is longer than the display stays blank.',
    (screen) =>
      screen.more.above || screen.more.below
        ? { ...screen, rows: screen.rows.slice(0, -1) }
        : screen,
  ),
  inChart('refusal-does-not-beep', 'The machine refuses without a beep.', (machine) =>
    withAction(machine, 'refuse', (real) => (moment, params) => ({
      ...real(moment, params),
      beeps: moment.context.beeps,
    })),
  ),
];
