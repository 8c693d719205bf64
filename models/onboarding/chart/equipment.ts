import { asking, opening } from './asking.ts';
import { field, page } from './building.ts';
import type { ChartSources, PanelState } from './setup.ts';

const kinds = ['equipment'] as const;

/** 2. The equipment, by product code and serial number or by the installation. Source: onboarding page. */
export const equipmentSection = (sources: ChartSources): PanelState => ({
  id: 'Equipment',
  initial: 'Opening',
  states: {
    Opening: opening(kinds, [
      { guard: 'equipmentConfirmed', target: 'Registered' },
      { guard: 'equipmentKnown', target: 'Address' },
      { target: 'Choosing' },
    ]),
    Choosing: page('equipmentSection', {
      view: 'equipmentHow',
      on: { 'TAP.byProductCode': 'Product Code', 'TAP.byInstallation': 'Installation' },
    }),
    'Product Code': field('equipmentSection', {
      field: 'productCode',
      refusals: [{ when: 'fieldBlank', text: 'fieldMissing' }],
      ok: { target: 'Serial Number', actions: 'keepProductCode' },
      cancel: 'Choosing',
    }),
    'Serial Number': field('equipmentSection', {
      field: 'serial',
      refusals: [{ when: 'fieldBlank', text: 'fieldMissing' }],
      ok: { target: 'Asking', actions: 'askForProductCode' },
      cancel: 'Choosing',
    }),
    Installation: field('equipmentSection', {
      field: 'installation',
      refusals: [{ when: 'noInstallation', text: 'noInstallation' }],
      ok: { target: 'Asking', actions: { type: 'ask', params: { kind: 'equipment' } } },
      cancel: 'Choosing',
    }),
    ...asking(sources, { kinds, title: 'equipmentSection', done: 'Address', refused: 'Choosing' }),
    Address: page('equipmentSection', {
      view: 'confirmAddress',
      buttons: ['yes', 'no'],
      on: {
        'TAP.yes': { target: 'Registered', actions: 'confirmEquipment' },
        'TAP.no': { target: 'Choosing', actions: 'forgetEquipment' },
      },
    }),
    Registered: page('equipmentSection', {
      view: 'equipmentKept',
      buttons: ['ok', 'registerAnother'],
      on: {
        'TAP.ok': '#Home',
        'TAP.registerAnother': [{ guard: 'isSetUp', actions: 'beep' }, { target: 'Choosing' }],
      },
    }),
  },
});
