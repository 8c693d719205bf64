import { type FundsRefusal, formatPence, type RowRole } from '#core';
import { type CallFailure, type CallNote, progressOf } from '../data-centre/index.ts';
import { fillIn } from '../fill-in.ts';
import type { CoreRefusal } from '../security-core/index.ts';
import { line } from '../touch/elements.ts';
import type { ChartSources } from './chart/setup.ts';
import type { Context } from './context.ts';
import type { Element, View } from './elements.ts';
import { receiptLines } from './funds-reports.ts';
import { accountLines, waitingLines } from './funds-views.ts';
import type { TextKey } from './texts.en-GB.ts';

const failures: Readonly<Record<CallFailure, TextKey>> = {
  unreachable: 'callUnreachable',
  'no answer': 'callNoAnswer',
  reset: 'callReset',
  'server error': 'callServerError',
  'not understood': 'callNotUnderstood',
  'stale challenge': 'callStale',
};

const fundsReasons: Readonly<Record<FundsRefusal, TextKey>> = {
  'not enough funds': 'reasonFunds',
  'registers differ': 'reasonRegisters',
  withdrawn: 'reasonWithdrawn',
  'nothing to transfer': 'reasonTransfer',
};

const coreReasons: Readonly<Record<CoreRefusal, TextKey>> = {
  'descending over its limit': 'reasonDescending',
  'sum over its limit': 'reasonSum',
  'ascending over its limit': 'reasonAscending',
  'registers differ': 'reasonRegisters',
  'out of sequence': 'reasonSequence',
  'postage out of range': 'reasonRange',
  'not enough postage': 'reasonPostage',
  'past the watchdog': 'reasonWatchdog',
  'stale challenge': 'reasonChallenge',
  withdrawn: 'reasonWithdrawn',
};

const packageFaults: Readonly<
  Record<Extract<CallNote, { kind: 'package refused' }>['reason'], TextKey>
> = {
  'too large': 'faultTooLarge',
  size: 'faultSize',
  digest: 'faultDigest',
  content: 'faultContent',
};

/** What a call has brought about, a row or two for each. */
function noteLines(note: CallNote, { memory }: Context, sources: ChartSources): readonly Element[] {
  const { texts } = sources;
  switch (note.kind) {
    case 'funds added': {
      const added = line(fillIn(texts.fundsAdded, { amount: formatPence(note.amount) }), 'message');
      return [added, ...receiptLines(0, memory, sources)];
    }
    case 'funds refused':
      return [
        line(fillIn(texts.fundsRefused, { reason: texts[fundsReasons[note.reason]] }), 'error'),
        line(fillIn(texts.mostThatMayBeAdded, { most: formatPence(note.most) })),
      ];
    case 'core refused':
      return [
        line(fillIn(texts.coreRefused, { reason: texts[coreReasons[note.reason]] }), 'error'),
      ];
    case 'withdrawn':
      return [line(fillIn(texts.fundsWithdrawn, { amount: formatPence(note.amount) }), 'message')];
    case 'withdrawal refused':
      return [line(texts.withdrawalRefused, 'error')];
    case 'inspected':
      return [line(texts.inspected, 'message')];
    case 'inspection refused':
      return [line(texts.inspectionRefused, 'error')];
    case 'installed': {
      const { kind, id } = note.label;
      return [line(fillIn(texts.packageInstalled, { kind, id }), 'message')];
    }
    case 'package refused': {
      const { kind, id } = note.label;
      const reason = texts[packageFaults[note.reason]];
      return [line(fillIn(texts.packageRefused, { kind, id, reason }), 'error')];
    }
    case 'diagnostics sent':
      return [line(texts.diagnosticsSent, 'message')];
    default:
      return note satisfies never;
  }
}

/** The message under way: each shows something else, so that one can see the call go on. */
const callProgress: View = ({ call }, { texts }) => {
  const progress = progressOf(call);
  return progress ? [line(fillIn(texts[progress.text], progress.values))] : [];
};

/** What came of a call: why it broke off, what was done, and what still waits. */
const callResult: View = (context, sources) => {
  const { call, memory } = context;
  if (!call) return [];
  const { end, notes } = call;
  const added = notes.some(({ kind }) => kind === 'funds added');
  const broke = (role: RowRole): readonly Element[] =>
    end === null || end === 'ended' ? [] : [line(sources.texts[failures[end]], role)];
  const asksBalance = call.errand.kind === 'balance' && call.session !== null;
  return [
    ...(added ? [] : broke('error')),
    ...notes.flatMap((note) => noteLines(note, context, sources)),
    ...(added ? broke('message') : []),
    ...(asksBalance ? accountLines(memory.postal.account, sources) : []),
    ...waitingLines(context, sources),
  ];
};

/** A call while it lasts, and what came of it. */
export const callViews = { callProgress, callResult } as const satisfies Record<string, View>;
