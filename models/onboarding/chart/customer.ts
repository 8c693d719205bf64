import { asking, opening } from './asking.ts';
import { field, page, unless } from './building.ts';
import type { ChartSources, PanelState } from './setup.ts';

const kinds = ['replacement'] as const;

/** 5. A new customer, or one who changes meters. Source: onboarding page. */
export const customerSection = (sources: ChartSources): PanelState => ({
  id: 'Customer',
  initial: 'Opening',
  states: {
    Opening: opening(kinds, [{ target: 'Choosing' }]),
    Choosing: page('customerSection', {
      view: 'customerKind',
      buttons: ['ok'],
      on: {
        'TAP.newCustomer': { target: '#Home', actions: 'becomeNewCustomer' },
        // What the replaced meter holds is kept for the equipment that is registered.
        'TAP.changingMeters': unless([{ when: 'equipmentElsewhere', text: 'equipmentElsewhere' }], {
          target: 'Replaced Meter',
        }),
        'TAP.ok': '#Home',
      },
    }),
    'Replaced Meter': field('customerSection', {
      field: 'replacedSerial',
      refusals: [{ when: 'fieldBlank', text: 'fieldMissing' }],
      ok: { target: 'Asking', actions: { type: 'ask', params: { kind: 'replacement' } } },
      cancel: 'Choosing',
    }),
    ...asking(sources, { kinds, title: 'customerSection', done: 'Choosing', refused: 'Choosing' }),
  },
});
