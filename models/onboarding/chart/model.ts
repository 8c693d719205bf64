import { page, unless } from './building.ts';
import { calling } from './calling.ts';
import { meterBusy, meterKeys } from './connection.ts';
import type { ChartSources, PanelState } from './setup.ts';

/**
 * The set-up of one model up to its first call. A replaced meter gives its postage up first, then the
 * new meter takes it. What was cut goes on where it was.
 */
const setUp = (sources: ChartSources): PanelState => ({
  initial: 'Steps',
  states: {
    Steps: page('setUpOf', {
      view: 'setUp',
      buttons: ['startSetUp', 'anotherModel'],
      on: {
        ...meterKeys,
        'TAP.startSetUp': unless(
          [
            { when: 'equipmentElsewhere', text: 'equipmentElsewhere' },
            { when: 'replacedAway', text: 'replacedAway' },
            meterBusy,
          ],
          { target: 'Calling', actions: 'beginSetUp' },
        ),
        'TAP.anotherModel': '#Model Choosing',
      },
    }),
    Calling: calling(sources, '#Set-up Call Over'),
    Over: {
      id: 'Set-up Call Over',
      always: [
        { guard: 'callFailed', target: 'Failed' },
        { guard: 'goesOnWithNewMeter', target: 'Calling', actions: 'beginSetUp' },
        { guard: 'setUpSucceeded', target: 'Ended', actions: 'finishSetUp' },
        { target: 'Ended' },
      ],
    },
    Failed: page('callFailed', {
      view: 'callFailure',
      dialog: true,
      buttons: ['ok'],
      on: { 'TAP.ok': 'Steps' },
    }),
    Ended: page('callEnded', {
      view: 'callResult',
      dialog: true,
      buttons: ['ok'],
      on: { 'TAP.ok': [{ guard: 'isSetUp', target: '#Meter' }, { target: 'Steps' }] },
    }),
  },
});

/** 7. The model, among those that fit the connection, and its own set-up. Source: onboarding page. */
export const modelSection = (sources: ChartSources): PanelState => ({
  id: 'Model',
  initial: 'Opening',
  states: {
    Opening: {
      always: [
        { guard: 'isSetUp', target: '#Meter' },
        { guard: 'modelChosen', target: 'Set-up' },
        { target: 'Choosing' },
      ],
    },
    Choosing: {
      id: 'Model Choosing',
      ...page('selectModel', {
        view: 'models',
        on: { PICK: { target: 'Set-up', actions: 'pickModel' } },
      }),
    },
    'Set-up': setUp(sources),
  },
});
