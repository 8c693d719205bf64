import { asking, opening } from './asking.ts';
import { page } from './building.ts';
import type { ChartSources, PanelState } from './setup.ts';

const kinds = ['payment'] as const;

/** 4. How postage is paid, PitneyWorks first. Source: onboarding page. */
export const paymentSection = (sources: ChartSources): PanelState => ({
  id: 'Payment Method',
  initial: 'Opening',
  states: {
    Opening: opening(kinds, [{ target: 'Choosing' }]),
    Choosing: page('paymentSection', {
      view: 'payment',
      on: { PICK: { target: 'Asking', actions: 'askForPayment' } },
    }),
    ...asking(sources, { kinds, title: 'paymentSection', done: '#Home', refused: 'Choosing' }),
  },
});
