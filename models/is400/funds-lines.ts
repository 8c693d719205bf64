import { formatPence, isoDay, isoTime, oneDay, type PostageAccount } from '#core';
import type { CallNote } from '../data-centre/index.ts';
import type { Context } from './context.ts';
import { coreNotice } from './core-texts.ts';
import type { Profile } from './profile.ts';
import { type Line, type LineSources, type LinesOf, type Say, sayer } from './say.ts';

const creditToAdd = ({ memory, draft }: Context): number =>
  memory.postal.funds?.amount ?? draft.amount ?? 0;

const balanceLines = (account: PostageAccount | null, say: Say): readonly Line[] =>
  account
    ? [
        say('prepaidBalance', { amount: formatPence(account.prepaid) }),
        say('onCredit', { amount: formatPence(account.credit) }),
      ]
    : [say('balanceUnknown')];

/** Why a call broke off, where it did. */
const failureLines = ({ call }: Context, say: Say): readonly Line[] =>
  call?.end && call.end !== 'ended' ? [say(`end-${call.end}`, {}, 'error')] : [];

const coreLine = (
  reason: Extract<CallNote, { kind: 'core refused' }>['reason'],
  say: Say,
  profile: Profile,
): Line => {
  const { text, values } = coreNotice(reason, profile.coreLimits);
  return say(text, values, 'error');
};

/** What a call has done, note by note. */
function noteLine(note: CallNote, say: Say, { texts, profile }: LineSources): Line {
  switch (note.kind) {
    case 'funds added':
      return say('creditAddedNow', { amount: formatPence(note.amount) });
    case 'funds refused':
      return say(`funds-${note.reason}`, {}, 'error');
    case 'core refused':
      return coreLine(note.reason, say, profile);
    case 'withdrawn':
      return say('givenBack', { amount: formatPence(note.amount) });
    case 'withdrawal refused':
      return say('notGivenBack', {}, 'error');
    case 'inspected':
      return say('inspected');
    case 'inspection refused':
      return say('inspectionRefused', {}, 'error');
    case 'installed':
      return say('installed', { kind: texts[`kind-${note.label.kind}`], id: note.label.id });
    case 'package refused':
      return say(
        'packageRefused',
        {
          kind: texts[`kind-${note.label.kind}`],
          id: note.label.id,
          reason: texts[`package-${note.reason}`],
        },
        'error',
      );
    case 'diagnostics sent':
      return say('diagnosticsSent');
    default:
      return note satisfies never;
  }
}

/** How the machine stands with its postal inspection; nothing while that is in order. */
export function standingLines(
  { memory, now }: Context,
  { rules, profile, texts }: LineSources,
): readonly Line[] {
  const say = sayer(texts);
  const { status, daysLeft } = rules.standingOf(memory.registers, now, profile.inspection);
  switch (status) {
    case 'in order':
      return [];
    case 'due':
      return [
        say(daysLeft === 1 ? 'inspectionDueIn1' : 'inspectionDue', { count: daysLeft }, 'message'),
      ];
    case 'locked':
      return [say('inspectionLocked', {}, 'message')];
    default:
      return status satisfies never;
  }
}

/** The texts of the screens about credit, inspection and the server. */
export const fundsLines = {
  creditAmount: (context, { texts }) => [
    sayer(texts)('amountIs', { amount: formatPence(creditToAdd(context)) }),
  ],
  fixedAmount: (context, { texts }) => {
    const say = sayer(texts);
    return [
      say('amountIs', { amount: formatPence(creditToAdd(context)) }),
      say('amountFixed', {}, 'message'),
    ];
  },
  creditAdded: (context, sources) => {
    const { memory, call } = context;
    const say = sayer(sources.texts);
    const added = sources.rules.creditNote(call?.notes ?? []);
    return [
      ...(added ? [noteLine(added, say, sources)] : []),
      say('newCredit', { amount: formatPence(memory.registers.descending) }),
      ...balanceLines(memory.postal.account, say),
      ...failureLines(context, say),
    ];
  },
  creditRefused: ({ memory, call }, sources) => {
    const { rules, profile, texts } = sources;
    const say = sayer(texts);
    const note = rules.creditNote(call?.notes ?? []);
    if (note?.kind !== 'funds refused') return [];
    const limits = rules.creditLimits(memory, profile);
    return [
      noteLine(note, say, sources),
      ...(note.reason === 'not enough funds'
        ? [say('mayBeAdded', { amount: formatPence(rules.addableCredit(note.most, limits)) })]
        : []),
    ];
  },
  coreRefused: ({ call }, sources) => {
    const say = sayer(sources.texts);
    const note = sources.rules.creditNote(call?.notes ?? []);
    return [...(note ? [noteLine(note, say, sources)] : []), say('askForService', {}, 'message')];
  },
  creditFailed: (context, { texts }) => {
    const say = sayer(texts);
    return [...failureLines(context, say), say('creditNotKnown', {}, 'error')];
  },
  creditPinStanding: ({ memory }, { texts }) => [
    sayer(texts)(memory.creditPin === null ? 'creditPinOff' : 'creditPinOn', {}, 'message'),
  ],
  postalInspection: (context, sources) => {
    const { inspected, watchdog } = context.memory.registers;
    const say = sayer(sources.texts);
    return [
      ...(inspected === null ? [] : [say('lastInspection', { day: isoDay(inspected) })]),
      ...(watchdog === null ? [] : [say('nextInspection', { day: isoDay(watchdog - oneDay) })]),
      ...standingLines(context, sources),
      say('okCalls', {}, 'message'),
    ];
  },
  accountBalance: ({ memory }, { texts }) => {
    const say = sayer(texts);
    return [...balanceLines(memory.postal.account, say), say('okCalls', {}, 'message')];
  },
  onlineServices: (_context, { texts }) => [sayer(texts)('okCalls', {}, 'message')],
  callResult: (context, sources) => {
    const say = sayer(sources.texts);
    return [
      ...failureLines(context, say),
      ...(context.call?.notes ?? []).map((note) => noteLine(note, say, sources)),
      ...(context.call?.errand.kind === 'balance'
        ? balanceLines(context.memory.postal.account, say)
        : []),
    ];
  },
  addingPostage: ({ memory }, { texts }) => {
    const say = sayer(texts);
    const { receipts } = memory.postal;
    if (receipts.length === 0) return [say('noDownload')];
    return receipts.map(({ at, amount, after }) =>
      say('download', {
        at: isoTime(at).slice(0, 16).replace('T', ' '),
        amount: formatPence(amount),
        after: formatPence(after),
      }),
    );
  },
  rateManagement: ({ memory: { postal }, now }, { rules, profile, texts }) => {
    const say = sayer(texts);
    const { installed } = postal;
    return [
      say('ratesInForce', {
        rates: rules.ratesInForce(postal, isoDay(now))?.id ?? profile.factoryRates,
      }),
      say('ratesInstalled', { rates: installed.rates }),
      say('softwareInstalled', { software: installed.software }),
      ...installed.features.map((name) => say('featureInstalled', { name })),
      ...installed.graphics.map((name) => say('graphicInstalled', { name })),
    ];
  },
} satisfies Record<string, LinesOf>;
