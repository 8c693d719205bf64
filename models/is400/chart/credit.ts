import { field, lines, menu } from './building.ts';
import { calling } from './calling.ts';
import { errandCall } from './errand-call.ts';
import { rightPin, wrongPin } from './pins.ts';
import type { ChartSources, PanelState } from './setup.ts';

const call = { target: 'Calling', actions: 'beginCredit' } as const;

/**
 * My Credit > Credit: the amount, the PIN if there is one, the confirmation, the call. Once a call has
 * failed the amount stays as it was: the server may have taken it.
 */
const credit = (sources: ChartSources): PanelState => ({
  entry: 'newCreditDraft',
  initial: 'Which Amount',
  states: {
    'Which Amount': {
      always: [{ guard: 'creditPending', target: 'Fixed Amount' }, { target: 'Amount' }],
    },
    Amount: field({
      title: 'addCredit',
      field: 'creditAmount',
      from: 'amount',
      back: '#My Credit',
      refusals: [{ when: 'amountRefused', text: 'amountRefused', limits: 'credit' }],
      ok: [
        { guard: 'asksCreditPin', target: 'Credit PIN', actions: 'draftAmount' },
        { target: 'Confirm', actions: 'draftAmount' },
      ],
    }),
    'Credit PIN': field({
      title: 'creditPin',
      field: 'creditPin',
      above: 'creditAmount',
      back: 'Amount',
      ok: [
        { guard: 'isCreditPin', target: 'Confirm', actions: rightPin('credit') },
        wrongPin('credit'),
      ],
    }),
    Confirm: lines({ title: 'confirmCredit', lines: 'creditAmount', ok: call, back: 'Amount' }),
    'Fixed Amount': lines({
      title: 'confirmCredit',
      lines: 'fixedAmount',
      ok: call,
      back: '#My Credit',
    }),
    Calling: calling(sources, '#Credit Call Ended'),
    'Call Ended': {
      id: 'Credit Call Ended',
      always: [
        { guard: 'creditAdded', target: 'Credit Added' },
        { guard: 'creditRefused', target: 'Credit Refused', actions: 'beep' },
        { guard: 'coreRefused', target: 'Security Device Refused', actions: 'beep' },
        { target: 'Call Failed', actions: 'beep' },
      ],
    },
    'Credit Added': lines({
      title: 'creditAdded',
      lines: 'creditAdded',
      ok: { target: '#My Credit' },
      back: '#My Credit',
    }),
    'Credit Refused': lines({
      title: 'creditRefused',
      lines: 'creditRefused',
      ok: { target: 'Amount', actions: 'draftAddable' },
      on: { C: { target: 'Amount', actions: 'draftAddable' } },
    }),
    'Security Device Refused': lines({
      title: 'creditRefused',
      lines: 'coreRefused',
      ok: { target: '#My Credit' },
      back: '#My Credit',
    }),
    'Call Failed': lines({
      title: 'callFailed',
      lines: 'creditFailed',
      ok: { target: 'Fixed Amount' },
      back: 'Fixed Amount',
    }),
  },
});

/** User menu > My Credit, with all that it opens. */
export const myCredit = (sources: ChartSources, back: string) =>
  ({
    'My Credit': {
      id: 'My Credit',
      ...menu({
        title: 'myCredit',
        menu: 'myCredit',
        back,
        open: {
          addCredit: 'Credit',
          postalInspection: 'Postal Inspection',
          accountBalance: 'Account Balance',
        },
      }),
    },
    Credit: credit(sources),
    'Postal Inspection': errandCall(sources, {
      id: 'Postal Inspection',
      title: 'postalInspection',
      lines: 'postalInspection',
      errand: 'inspection',
      back: '#My Credit',
    }),
    'Account Balance': errandCall(sources, {
      id: 'Account Balance',
      title: 'accountBalance',
      lines: 'accountBalance',
      errand: 'balance',
      back: '#My Credit',
    }),
  }) satisfies Record<string, PanelState>;
