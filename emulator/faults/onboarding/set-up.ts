import type { MeterFault } from '../fault.ts';
import { atPowerOn, inRules } from './seeding.ts';

/** Faults in the first set-up, and in what meters give and take at it. */
export const setUpFaults: readonly MeterFault[] = [
  inRules(
    'first-load-for-everybody',
    'At the first set-up postage is loaded from the account whatever the customer pays by.',
    (_real, { firstLoad }) => ({ firstLoadOf: () => firstLoad }),
  ),
  inRules(
    'first-load-halved',
    'The first load is half of what it should be.',
    ({ firstLoadOf }) => ({
      firstLoadOf: (memory, profile) => firstLoadOf(memory, profile) / 2,
    }),
  ),
  inRules(
    'exchange-leaves-funds-on-both',
    'A meter that is replaced keeps its postage although the Data Centre has taken it.',
    ({ takeAnswer }) => ({
      takeAnswer: (meter, call, answer, now, settings) => {
        const taken = takeAnswer(meter, call, answer, now, settings);
        const [note] = taken.call.notes.slice(call.notes.length);
        if (note?.kind !== 'withdrawn') return taken;
        const { registers } = taken;
        return {
          ...taken,
          registers: {
            ...registers,
            descending: note.amount,
            controlTotal: registers.controlTotal + note.amount,
            refilled: registers.refilled + note.amount,
          },
        };
      },
    }),
  ),
  inRules(
    'replaced-meter-stays-in-service',
    'A meter that has given its postage up is still in service.',
    ({ takeAnswer }) => ({
      takeAnswer: (meter, call, answer, now, settings) => {
        const taken = takeAnswer(meter, call, answer, now, settings);
        const gaveUp = taken.call.notes
          .slice(call.notes.length)
          .some(({ kind }) => kind === 'withdrawn');
        return gaveUp
          ? { ...taken, registers: { ...taken.registers, status: 'in service' } }
          : taken;
      },
    }),
  ),
  atPowerOn(
    'exchange-lost-at-a-cut',
    'Postage that has left a meter is forgotten when the power goes before its arrival is known.',
    (memory) =>
      memory.replaced
        ? {
            ...memory,
            replaced: {
              ...memory.replaced,
              postal: { ...memory.replaced.postal, withdrawal: null },
            },
          }
        : memory,
  ),
  inRules(
    'withdrawal-under-a-new-key',
    'Postage that is given up is sent under a new key each time.',
    ({ prepareMessage }) => ({
      prepareMessage: (meter, call, now) => {
        const prepared = prepareMessage(meter, call, now);
        const { step } = prepared.call;
        if (step?.kind !== 'withdrawal') return prepared;
        const key = `${meter.serial}-w${prepared.postal.messages}`;
        return { ...prepared, call: { ...prepared.call, key } };
      },
    }),
  ),
  inRules(
    'new-meter-does-not-wait',
    'The new meter is set up before the replaced one has given its postage up.',
    () => ({ nextMeter: () => 'meter' }),
  ),
  inRules(
    'set-up-done-without-funds',
    'The first set-up counts as done although the postage was refused.',
    () => ({ setUpSucceeded: (call, calls) => calls === 'meter' && call?.end === 'ended' }),
  ),
  inRules(
    'model-kept-that-does-not-fit',
    'The model stays chosen when the connection no longer fits it.',
    () => ({ withConnection: (memory, connection) => ({ ...memory, connection }) }),
  ),
  inRules(
    'inspection-does-not-unlock',
    'A postal inspection does not move the day of the lock-out.',
    ({ takeAnswer }) => ({
      takeAnswer: (meter, call, answer, now, settings) => {
        const taken = takeAnswer(meter, call, answer, now, settings);
        const { inspected, watchdog } = meter.registers;
        return { ...taken, registers: { ...taken.registers, inspected, watchdog } };
      },
    }),
  ),
];
