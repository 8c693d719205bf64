import type { Connection, Need } from '../memory.ts';
import { page, type Step, type Transitions, unless } from './building.ts';
import type { PanelState } from './setup.ts';

/** The keys of the meter itself, which stands beside the PC. */
export const meterKeys: Transitions = {
  'TAP.meterMenu': { actions: 'leaveMeterHome' },
  'TAP.meterHome': { actions: 'returnMeterHome' },
};

/** PC Meter Connect reaches a meter that shows its Home screen only. */
export const meterBusy = { when: 'meterBusy', text: 'meterBusy' } as const;

const ticked = (need: Need) => ({ actions: { type: 'tickNeed', params: { need } } }) as const;

/** A machine that is set up stays with a connection that its model has. */
const prepared = (connection: Connection, target: string): Step =>
  unless<Step>([{ when: { type: 'modelUnfit', params: { connection } }, text: 'modelUnfit' }], {
    target,
    actions: { type: 'prepareConnection', params: { connection } },
  });

/** 6. How the machine reaches the Data Centre, and what that takes. Source: onboarding page. */
export const connectionSection: PanelState = {
  id: 'Connection',
  initial: 'Choosing',
  states: {
    Choosing: page('connectionSection', {
      view: 'connection',
      on: {
        'TAP.byPc': prepared('pc', 'Computer'),
        'TAP.byLan': prepared('lan', 'Network'),
      },
    }),
    Computer: page('byPc', {
      view: 'checklist',
      buttons: ['connect', 'cancel'],
      on: {
        'TAP.windows': ticked('windows'),
        'TAP.requirements': ticked('requirements'),
        'TAP.pcMeterConnect': ticked('pcMeterConnect'),
        'TAP.internet': ticked('internet'),
        ...meterKeys,
        'TAP.connect': unless([{ when: 'lacksNeeds', text: 'needsMissing' }, meterBusy], {
          target: '#Home',
          actions: 'keepConnection',
        }),
        'TAP.cancel': 'Choosing',
      },
    }),
    Network: page('byLan', {
      view: 'checklist',
      buttons: ['connect', 'cancel'],
      on: {
        'TAP.lanInternet': ticked('lanInternet'),
        'TAP.connect': unless([{ when: 'lacksNeeds', text: 'needsMissing' }], {
          target: '#Home',
          actions: 'keepConnection',
        }),
        'TAP.cancel': 'Choosing',
      },
    }),
  },
};
