import type { LinkFault } from '../link-fault.ts';
import { intercepting, speaking } from './intercepting.ts';

const onceHead = /^\s*:?PAN(?:EL)?:ONCE\s+(\d+)/i;

/** Faults in what should happen exactly once. */
export const sequenceFaults: readonly LinkFault[] = [
  {
    name: 'doubles-resent-keys',
    description: 'A key that is sent again with the same number is pressed again.',
    foundBy: 'same-number-once',
    controller: (controller, { once }) =>
      intercepting(controller, {
        press: (operation, proper) => {
          if (operation.seq === once.last) once.last = operation.seq - 1;
          return proper(operation);
        },
      }),
  },
  {
    name: 'forgets-sequence-on-reconnect',
    description: 'A new connection begins to count anew.',
    foundBy: 'numbers-survive-reopen',
    session: (session, { once }) => {
      once.last = 0;
      once.answer = undefined;
      return session;
    },
  },
  {
    name: 'accepts-sequence-gap',
    description: 'A key is pressed whatever its number is, if only it is higher than the last.',
    foundBy: 'gap-refused',
    controller: (controller, { once }) =>
      intercepting(controller, {
        press: (operation, proper) => {
          if (operation.seq > once.last) once.last = operation.seq - 1;
          return proper(operation);
        },
      }),
  },
  {
    name: 'replays-nothing-with-once',
    description: 'A guarded message that is sent again is carried out again.',
    foundBy: 'once-replays-other-changes',
    session: (session, { once }) =>
      speaking(session, {
        hears: (line) => {
          const seq = Number(onceHead.exec(line)?.[1] ?? 0);
          if (seq > 0 && seq === once.last) once.last = seq - 1;
          return line;
        },
      }),
  },
  {
    name: 'believes-any-check-sum',
    description: 'A guarded message is carried out whatever its check sum says.',
    foundBy: 'once-spoilt-refused',
    session: (session) =>
      speaking(session, {
        hears: (line) => line.replace(/^(\s*:?PAN(?:EL)?:ONCE\s+\d+)\s*,\s*#H[0-9A-F]+/i, '$1'),
      }),
  },
  {
    name: 'takes-keys-of-everybody',
    description: 'Whoever presses a key is taken for the one that holds the panel.',
    foundBy: 'others-watch',
    controller: (controller) => ({
      carryOut: (operation) => controller.carryOut(operation, 'anybody'),
    }),
  },
];
