import { asking, opening } from './asking.ts';
import { field, page } from './building.ts';
import type { ChartSources, PanelState } from './setup.ts';

const kinds = ['service', 'service state', 'address', 'rates'] as const;

/** 3. My Account: what the registration of equipment opens. Source: onboarding page. */
export const accountSection = (sources: ChartSources): PanelState => ({
  id: 'My Account',
  initial: 'Opening',
  states: {
    Opening: opening(kinds, [{ target: 'Menu' }]),
    Menu: page('accountSection', {
      view: 'account',
      on: {
        'TAP.requestService': 'About',
        'TAP.serviceStatus': 'Services',
        'TAP.changeAddress': 'New Address',
        'TAP.seeRates': { target: 'Asking', actions: { type: 'ask', params: { kind: 'rates' } } },
      },
    }),
    About: field('requestService', {
      field: 'about',
      refusals: [{ when: 'fieldBlank', text: 'fieldMissing' }],
      ok: { target: 'Asking', actions: { type: 'ask', params: { kind: 'service' } } },
      cancel: 'Menu',
    }),
    'New Address': field('changeAddress', {
      field: 'address',
      refusals: [{ when: 'fieldBlank', text: 'fieldMissing' }],
      ok: { target: 'Asking', actions: { type: 'ask', params: { kind: 'address' } } },
      cancel: 'Menu',
    }),
    ...asking(sources, { kinds, title: 'accountSection', done: 'Told', refused: 'Menu' }),
    Told: {
      always: [
        { guard: 'askedForRates', target: 'Rates' },
        { guard: 'askedForService', target: 'Services' },
        { target: 'Menu' },
      ],
    },
    Services: page('serviceStatus', {
      view: 'services',
      buttons: ['ok'],
      on: { PICK: { target: 'Asking', actions: 'askForServiceState' }, 'TAP.ok': 'Menu' },
    }),
    Rates: page('seeRates', { view: 'rates', buttons: ['ok'], on: { 'TAP.ok': 'Menu' } }),
  },
});
