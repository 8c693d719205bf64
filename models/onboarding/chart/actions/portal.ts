import { type PaymentMethod, paymentMethods } from '#core';
import type { Context } from '../../context.ts';
import { refusalTexts } from '../../names.ts';
import type { PortalErrand, PortalKind } from '../../portal-errands.ts';
import type { ChartSources } from '../setup.ts';
import { change, entered, picked } from './changing.ts';

/** What is asked for with the text in the field. */
type AskedByText = 'profile' | 'equipment' | 'service' | 'address' | 'rates' | 'replacement';

function errandOf(kind: AskedByText, text: string): PortalErrand {
  switch (kind) {
    case 'profile':
    case 'rates':
      return { kind };
    case 'equipment':
      return { kind, by: 'installation', installation: text };
    case 'service':
      return { kind, about: text };
    case 'address':
      return { kind, address: text };
    case 'replacement':
      return { kind, replaced: text };
    default:
      return kind satisfies never;
  }
}

/** What is asked of the portal, and what its answers change. */
export function portalActions({ rules }: ChartSources) {
  const asked = (context: Context, errand: PortalErrand): Partial<Context> => ({
    memory: rules.askPortal(context.memory, errand),
    asks: errand.kind,
    outcome: null,
  });
  return {
    ask: change((context, _event, { kind }: { kind: AskedByText }) =>
      asked(context, errandOf(kind, entered(context))),
    ),
    askForProductCode: change((context) =>
      asked(context, {
        kind: 'equipment',
        by: 'serial',
        productCode: context.productCode,
        serial: entered(context),
      }),
    ),
    askForServiceState: change((context, event) =>
      asked(context, { kind: 'service state', number: picked(event) }),
    ),
    askForPayment: change((context, event) => {
      const method: PaymentMethod =
        paymentMethods.find((one) => one === picked(event)) ?? paymentMethods[0];
      return asked(context, { kind: 'payment', method });
    }),
    askAgain: change((context, _event, { kinds }: { kinds: readonly PortalKind[] }) => {
      const waiting = kinds.find((kind) => rules.pendingOfKind(context.memory, kind));
      return waiting ? { asks: waiting, outcome: null } : {};
    }),
    takePortalAnswer: change((context, event) => {
      if (event.type !== 'PORTAL.ANSWER') return {};
      const { memory, outcome } = rules.takePortalAnswer(
        context.memory,
        context.asks,
        event.answer,
      );
      const told = outcome.status === 'done' ? outcome.rates : undefined;
      return { memory, outcome, ...(told ? { rates: told } : {}) };
    }),
    sayPortalRefusal: change(({ outcome, beeps }) =>
      outcome?.status === 'refused'
        ? { beeps: beeps + 1, notice: { text: refusalTexts[outcome.reason], values: {} } }
        : {},
    ),
  };
}
