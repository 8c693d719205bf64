import { lines, menu, newPin } from './building.ts';
import type { PanelState } from './setup.ts';

/** Supervisor menu > Credit PIN: what adding credit asks for, if anything. */
export const creditPin: PanelState = {
  initial: 'Credit PIN Menu',
  states: {
    'Credit PIN Menu': {
      id: 'Credit PIN Menu',
      ...menu({
        title: 'creditPin',
        menu: 'creditPin',
        above: 'creditPinStanding',
        back: '#Supervisor Menu',
        open: { setPin: 'Set PIN', cancelPin: 'Cancel PIN' },
      }),
    },
    'Set PIN': newPin('setPin', {
      back: 'Credit PIN Menu',
      taken: 'creditPinTaken',
      ok: { target: 'PIN Set', actions: 'setCreditPin' },
    }),
    'PIN Set': lines({
      title: 'creditPin',
      lines: 'creditPinStanding',
      ok: { target: 'Credit PIN Menu' },
      back: 'Credit PIN Menu',
    }),
    'Cancel PIN': lines({
      title: 'cancelPin',
      lines: 'creditPinStanding',
      ok: { target: 'Credit PIN Menu', actions: 'cancelCreditPin' },
      back: 'Credit PIN Menu',
    }),
  },
};
