import {
  type FundsAnswer,
  isoDay,
  type Millis,
  type PeerAnswer,
  type SessionAnswer,
  type WithdrawalAnswer,
} from '#core';
import {
  answersChallenge,
  type CoreLimits,
  fundsRefusal,
  type InspectionDays,
  inspect,
  putBack,
  takeFunds,
  unchallenged,
} from '../security-core/index.ts';
import { answers, understand } from './answers.ts';
import { bringsAll, type Call, type CallFailure, type CallNote, fundsToAsk } from './call.ts';
import { labelFault, takePiece } from './packages.ts';
import { type PostalMeter, receiptsKept } from './postal.ts';
import type { Prepared } from './prepare.ts';

/** What a meter goes by in its dealings with the Data Centre: values of its profile. */
export interface PostalSettings {
  readonly coreLimits: CoreLimits;
  readonly inspection: InspectionDays;
  /** The largest package that it takes, in bytes. */
  readonly packageBytes: number;
}

/**
 * Takes the answer to the message under way. What it changes in the memory is changed at once, and
 * the message is not sent again. Without an answer the call breaks off, and the memory stays.
 */
export function takeAnswer(
  meter: PostalMeter,
  call: Call,
  answer: PeerAnswer,
  now: Millis,
  settings: PostalSettings,
): Prepared {
  const { step } = call;
  if (!step) return went(meter, call);
  switch (step.kind) {
    case 'session': {
      const read = understand(answer, answers.session);
      return read.status === 'failed'
        ? broken(meter, call, read.reason)
        : takeSession(meter, call, read.answer, now, settings);
    }
    case 'funds': {
      const read = understand(answer, answers.funds);
      return read.status === 'failed'
        ? broken(meter, call, read.reason)
        : takeFundsAnswer(meter, call, read.answer, now, settings);
    }
    case 'withdrawal': {
      const read = understand(answer, answers.withdrawal);
      return read.status === 'failed'
        ? broken(meter, call, read.reason)
        : takeWithdrawal(meter, call, read.answer);
    }
    case 'inspection': {
      const read = understand(answer, answers.inspection);
      if (read.status === 'failed') return broken(meter, call, read.reason);
      if (read.answer.status === 'refused')
        return went(meter, call, { kind: 'inspection refused' });
      const registers = inspect(meter.registers, now, settings.inspection);
      return went({ ...meter, registers }, call, { kind: 'inspected' });
    }
    case 'piece': {
      const read = understand(answer, answers.piece);
      if (read.status === 'failed') return broken(meter, call, read.reason);
      const { label, piece } = step;
      const isAsked =
        read.answer.kind === label.kind &&
        read.answer.id === label.id &&
        read.answer.piece === piece;
      if (!isAsked) return broken(meter, call, 'not understood');
      const { postal, note } = takePiece(meter.postal, label, read.answer.data, isoDay(now));
      return went({ ...meter, postal }, call, ...(note ? [note] : []));
    }
    case 'diagnostics': {
      const read = understand(answer, answers.diagnostics);
      return read.status === 'failed'
        ? broken(meter, call, read.reason)
        : went(meter, call, { kind: 'diagnostics sent' });
    }
    case 'end': {
      const read = understand(answer, answers.end);
      if (read.status === 'failed') return broken(meter, call, read.reason);
      const ended = went({ ...meter, registers: unchallenged(meter.registers) }, call);
      return { ...ended, call: { ...ended.call, end: 'ended' } };
    }
    default:
      return step satisfies never;
  }
}

/** The message under way has been answered. */
function went({ registers, postal }: PostalMeter, call: Call, ...notes: CallNote[]): Prepared {
  const { step } = call;
  return {
    registers,
    postal,
    call: {
      ...call,
      step: null,
      done: step ? [...call.done, step] : call.done,
      notes: [...call.notes, ...notes],
    },
  };
}

/** The call is over before its end. What was asked for and not answered is asked for again. */
const broken = ({ registers, postal }: PostalMeter, call: Call, end: CallFailure): Prepared => ({
  registers: unchallenged(registers),
  postal,
  call: { ...call, step: null, end },
});

/** Packages that one call brings; what is left comes with the next. */
const packagesInACall = 32;

function takeSession(
  meter: PostalMeter,
  before: Call,
  answer: SessionAnswer,
  now: Millis,
  { coreLimits, packageBytes }: PostalSettings,
): Prepared {
  const { registers } = meter;
  if (!answersChallenge(registers, answer.nonce, now, coreLimits)) {
    return broken(meter, before, 'stale challenge');
  }
  const session = { ...answer, packages: answer.packages.slice(0, packagesInACall) };
  const call = { ...before, session };
  const notes: CallNote[] = [];
  // Postage that the core could not take is not asked for: debited once, it would be stuck.
  const wanted = fundsToAsk(call, meter);
  const reason = wanted === undefined ? undefined : fundsRefusal(registers, wanted, coreLimits);
  if (reason) notes.push({ kind: 'core refused', reason });
  for (const label of bringsAll(call.errand) ? session.packages : []) {
    const fault = labelFault(label, packageBytes);
    if (fault) notes.push({ kind: 'package refused', label, reason: fault });
  }
  const postal = { ...meter.postal, account: answer.account };
  return went({ ...meter, postal }, call, ...notes);
}

function takeFundsAnswer(
  meter: PostalMeter,
  call: Call,
  answer: FundsAnswer,
  now: Millis,
  { coreLimits }: PostalSettings,
): Prepared {
  const { registers, postal } = meter;
  const asked = postal.funds;
  if (!asked) return broken(meter, call, 'not understood');
  const told = { ...postal, account: answer.account };
  if (answer.status === 'refused') {
    const { reason, most } = answer;
    return went({ ...meter, postal: { ...told, funds: null } }, call, {
      kind: 'funds refused',
      reason,
      most,
    });
  }
  // Another amount than was asked for is no answer to the question.
  if (answer.amount !== asked.amount) return broken(meter, call, 'not understood');
  const nonce = call.session?.nonce ?? '';
  const taken = takeFunds(registers, answer, nonce, now, coreLimits);
  // The postage is debited: the question stays, so that none of it is lost. Only the Data Centre can
  // help then; the meter goes on franking with what it has.
  if (taken.status === 'refused') {
    return went({ ...meter, postal: told }, call, { kind: 'core refused', reason: taken.reason });
  }
  const receipt = {
    at: now,
    source: asked.source,
    amount: answer.amount,
    before: registers.descending,
    after: taken.core.descending,
    account: answer.account,
  };
  return went(
    {
      ...meter,
      registers: taken.core,
      postal: {
        ...told,
        funds: null,
        receipts: [receipt, ...postal.receipts].slice(0, receiptsKept),
      },
    },
    call,
    { kind: 'funds added', amount: answer.amount },
  );
}

function takeWithdrawal(meter: PostalMeter, call: Call, answer: WithdrawalAnswer): Prepared {
  const { registers, postal } = meter;
  const gone = postal.withdrawal;
  if (!gone) return broken(meter, call, 'not understood');
  const { amount } = gone;
  const settled = { ...postal, withdrawal: null };
  if (answer.status === 'taken') {
    const isAnswer = answer.amount === amount && answer.sequence === registers.sequence;
    return isAnswer
      ? went({ ...meter, postal: settled }, call, { kind: 'withdrawn', amount })
      : broken(meter, call, 'not understood');
  }
  const { reason } = answer;
  const note = { kind: 'withdrawal refused', reason } as const;
  // A meter that is withdrawn already has nothing to put back: the postage would be in two places.
  if (reason === 'withdrawn') return went(meter, call, note);
  return went({ ...meter, postal: settled, registers: putBack(registers, amount) }, call, note);
}
