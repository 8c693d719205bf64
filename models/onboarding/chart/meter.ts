import { field, page, unless } from './building.ts';
import { calling } from './calling.ts';
import { meterBusy, meterKeys } from './connection.ts';
import type { ChartSources, PanelState } from './setup.ts';

/** 8. The meter once it is set up: what it holds, and what it calls the Data Centre for. */
export const meterSection = (sources: ChartSources): PanelState => ({
  id: 'Meter',
  initial: 'Overview',
  states: {
    Overview: page('readySection', {
      view: 'ready',
      buttons: ['refill', 'synchronise', 'getBalance', 'details'],
      on: {
        ...meterKeys,
        'TAP.refill': unless([meterBusy], [
          { guard: 'fundsWait', target: 'Waiting' },
          { target: 'Amount' },
        ] as never),
        'TAP.synchronise': unless([meterBusy], {
          target: 'Calling',
          actions: { type: 'beginErrand', params: { errand: 'synchronisation' } },
        }),
        'TAP.getBalance': unless([meterBusy], {
          target: 'Calling',
          actions: { type: 'beginErrand', params: { errand: 'balance' } },
        }),
        'TAP.details': 'Details',
        FEED: unless(
          [
            { when: 'meterLocked', text: 'meterLocked' },
            { when: 'letterTooDear', text: 'letterTooDear' },
            { when: 'letterRefused', text: 'letterRefused' },
          ],
          { actions: 'frank' },
        ),
      },
    }),
    Details: page('details', {
      view: 'details',
      buttons: ['ok'],
      on: { 'TAP.ok': 'Overview' },
    }),
    Waiting: page('refill', {
      view: 'fundsWaiting',
      buttons: ['sendAgain', 'cancel'],
      on: {
        'TAP.sendAgain': { target: 'Calling', actions: 'beginRefillAgain' },
        'TAP.cancel': 'Overview',
      },
    }),
    Amount: field('refill', {
      field: 'amount',
      from: 'usualAmount',
      refusals: [{ when: 'amountOutOfRange', text: 'refillLimits' }],
      ok: { target: 'Calling', actions: 'beginRefill' },
      cancel: 'Overview',
    }),
    Calling: calling(sources, '#Meter Call Over'),
    Over: {
      id: 'Meter Call Over',
      always: [{ guard: 'callFailed', target: 'Failed' }, { target: 'Ended' }],
    },
    Failed: page('callFailed', {
      view: 'callFailure',
      dialog: true,
      buttons: ['ok'],
      on: { 'TAP.ok': 'Overview' },
    }),
    Ended: page('callEnded', {
      view: 'callResult',
      dialog: true,
      buttons: ['ok'],
      on: { 'TAP.ok': 'Overview' },
    }),
  },
});
