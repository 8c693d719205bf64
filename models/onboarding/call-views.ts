import type { FundsRefusal, PackageKind, WithdrawalRefusal } from '#core';
import { type CallFailure, type CallNote, progressOf } from '../data-centre/index.ts';
import { fillIn } from '../fill-in.ts';
import type { Context } from './context.ts';
import { type Element, says, type View } from './element.ts';
import type { PageSources } from './panel.ts';
import type { TextKey } from './texts.en.ts';

const failures: Readonly<Record<CallFailure, TextKey>> = {
  unreachable: 'callUnreachable',
  'no answer': 'callNoAnswer',
  reset: 'callReset',
  'server error': 'callServerError',
  'not understood': 'callNotUnderstood',
  'stale challenge': 'callStale',
};

const fundsReasons: Readonly<Record<FundsRefusal | WithdrawalRefusal, TextKey>> = {
  'not enough funds': 'reasonFunds',
  'registers differ': 'reasonRegisters',
  withdrawn: 'reasonWithdrawn',
  'nothing to transfer': 'reasonTransfer',
  'not replaced': 'reasonNotReplaced',
};

const packageFaults: Readonly<
  Record<Extract<CallNote, { kind: 'package refused' }>['reason'], TextKey>
> = {
  'too large': 'faultTooLarge',
  size: 'faultSize',
  digest: 'faultDigest',
  content: 'faultContent',
};

/** The tasks of a synchronisation, in the order of the page. Source: onboarding page. */
const tasks = [
  'taskFunds',
  'taskRates',
  'taskSoftware',
  'taskInspection',
  'taskDiagnostics',
  'taskFeatures',
  'taskGraphics',
] as const satisfies readonly TextKey[];

export type Task = (typeof tasks)[number];

const packageTasks: Readonly<Record<PackageKind, Task>> = {
  rates: 'taskRates',
  software: 'taskSoftware',
  features: 'taskFeatures',
  graphics: 'taskGraphics',
};

/** The task that a note is about. */
function taskOf(note: CallNote): Task {
  switch (note.kind) {
    case 'funds added':
    case 'funds refused':
    case 'core refused':
    case 'withdrawn':
    case 'withdrawal refused':
      return 'taskFunds';
    case 'inspected':
    case 'inspection refused':
      return 'taskInspection';
    case 'installed':
    case 'package refused':
      return packageTasks[note.label.kind];
    case 'diagnostics sent':
      return 'taskDiagnostics';
    default:
      return note satisfies never;
  }
}

/** What came of a task, in words. */
function resultOf(note: CallNote, moved: boolean, pages: PageSources): string {
  const { texts, rules, language } = pages;
  const money = (amount: number): string => rules.money(amount, language);
  switch (note.kind) {
    case 'funds added':
      return fillIn(texts[moved ? 'fundsMoved' : 'fundsAdded'], { amount: money(note.amount) });
    case 'funds refused':
      return fillIn(texts.fundsRefused, {
        reason: texts[fundsReasons[note.reason]],
        most: money(note.most),
      });
    case 'core refused':
      return fillIn(texts.fundsRefused, { reason: texts.reasonCore, most: money(0) });
    case 'withdrawn':
      return fillIn(texts.fundsWithdrawn, { amount: money(note.amount) });
    case 'withdrawal refused':
      return fillIn(texts.withdrawalRefused, { reason: texts[fundsReasons[note.reason]] });
    case 'inspected':
      return texts.inspected;
    case 'inspection refused':
      return texts.inspectionRefused;
    case 'installed':
      return fillIn(texts.installed, { ids: note.label.id });
    case 'package refused':
      return fillIn(texts.packageRefused, {
        ids: note.label.id,
        reason: texts[packageFaults[note.reason]],
      });
    case 'diagnostics sent':
      return texts.diagnosticsSent;
    default:
      return note satisfies never;
  }
}

/** The message under way, so that each of them is seen. */
export const callProgress: View = ({ call, calls, memory }, pages) => {
  const progress = progressOf(call);
  const serial = (memory[calls] ?? memory.meter).serial;
  return [
    says(pages, 'callsOf', { serial }),
    ...(progress ? [says(pages, progress.text, progress.values)] : []),
  ];
};

/** What came of each task that there is something to say of. */
function taskLines(
  { call, calls, memory }: Context,
  pages: PageSources,
  otherwise?: TextKey,
): readonly Element[] {
  const { postal } = memory[calls] ?? memory.meter;
  const moved = postal.receipts[0]?.source === 'replaced meter';
  return tasks.flatMap((task) => {
    const notes = (call?.notes ?? []).filter((note) => taskOf(note) === task);
    if (notes.length === 0 && otherwise === undefined) return [];
    const results = notes.map((note) => resultOf(note, moved, pages));
    const result = results.length > 0 ? results.join(', ') : pages.texts[otherwise ?? 'none'];
    return [says(pages, 'taskLine', { task: pages.texts[task], result })];
  });
}

/** What came of each of the seven tasks of a call that has ended. */
export const callResult: View = (context, pages) => {
  const { calls, memory } = context;
  const { serial } = memory[calls] ?? memory.meter;
  return [
    says(pages, 'callsOf', { serial }, 'message'),
    ...taskLines(context, pages, 'nothingToDo'),
  ];
};

/** Why a call has broken off, and what had come of it by then. */
export const callFailure: View = (context, pages) => {
  const end = context.call?.end;
  if (!end || end === 'ended') return [];
  return [
    says(pages, failures[end], {}, 'error'),
    says(pages, 'tryAgain'),
    ...taskLines(context, pages),
  ];
};
