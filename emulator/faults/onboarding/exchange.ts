import type { MeterFault } from '../fault.ts';
import { inChart, inRules, withGuard } from './seeding.ts';

/** Faults in the exchange of one meter for another, and in what the PC finds busy. */
export const exchangeFaults: readonly MeterFault[] = [
  inRules(
    'kept-postage-passed-over',
    'The new meter loads from the account although postage of the replaced one is kept for it.',
    ({ prepareMessage }, { firstLoad }) => ({
      prepareMessage: (meter, call, now) => {
        const prepared = prepareMessage(meter, call, now);
        const { funds } = prepared.postal;
        const isNew = meter.postal.funds === null && funds?.source === 'replaced meter';
        if (!isNew || !funds) return prepared;
        const asked = { ...funds, source: 'account', amount: firstLoad } as const;
        return { ...prepared, postal: { ...prepared.postal, funds: asked } };
      },
    }),
  ),
  inRules(
    'first-load-and-kept-postage',
    'A customer who changes meters gets the first load from the account too.',
    (_real, { firstLoad }) => ({ firstLoadOf: () => firstLoad, nextMeter: () => 'meter' }),
  ),
  inRules(
    'withdrawal-put-back-without-an-answer',
    'A meter puts back the postage that it gave up when the answer does not come.',
    ({ takeAnswer }) => ({
      takeAnswer: (meter, call, answer, now, settings) => {
        const taken = takeAnswer(meter, call, answer, now, settings);
        const gone = taken.postal.withdrawal;
        if (call.step?.kind !== 'withdrawal' || taken.call.end === null || !gone) return taken;
        const { registers, postal } = taken;
        return {
          ...taken,
          registers: { ...registers, descending: gone.amount, status: 'in service' },
          postal: { ...postal, withdrawal: null },
        };
      },
    }),
  ),
  inRules(
    'replaced-meter-emptied-in-part',
    'A meter that is replaced keeps a dollar of the postage that it gives up.',
    ({ prepareMessage }) => ({
      prepareMessage: (meter, call, now) => {
        const prepared = prepareMessage(meter, call, now);
        const { registers, postal } = prepared;
        if (meter.postal.withdrawal !== null || !postal.withdrawal) return prepared;
        return { ...prepared, registers: { ...registers, descending: 100 } };
      },
    }),
  ),
  inChart(
    'busy-meter-set-up',
    'The first set-up begins although the meter is not at its Home screen.',
    (machine) =>
      withGuard(
        machine,
        'meterBusy',
        (real) => (moment, params) =>
          moment.event.type !== 'TAP.startSetUp' && real(moment, params),
      ),
  ),
  inChart(
    'busy-meter-refilled',
    'The PC refills a meter that is not at its Home screen.',
    (machine) =>
      withGuard(
        machine,
        'meterBusy',
        (real) => (moment, params) => moment.event.type !== 'TAP.refill' && real(moment, params),
      ),
  ),
  inChart(
    'lan-meter-busy',
    'A meter on the local network counts as busy like one on a PC.',
    (machine) =>
      withGuard(
        machine,
        'meterBusy',
        () =>
          ({ context }) =>
            !context.meterAtHome,
      ),
  ),
];
