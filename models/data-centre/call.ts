import type { FundsRefusal, PackageLabel, Pence, SessionAnswer, WithdrawalRefusal } from '#core';
import type { CoreRefusal } from '../security-core/index.ts';
import type { PendingFunds, PostalMeter } from './postal.ts';

/** What a meter calls its Data Centre for. */
export type Errand =
  | { readonly kind: 'refill'; readonly amount: Pence }
  | { readonly kind: 'balance' }
  | { readonly kind: 'inspection' }
  | { readonly kind: 'synchronisation' }
  /** The first load: what is kept from a replaced meter, otherwise `amount` from the account. */
  | { readonly kind: 'first set-up'; readonly amount: Pence }
  | { readonly kind: 'withdrawal' };

/** One message of a call and its answer. */
export type Step =
  | { readonly kind: 'session' }
  | { readonly kind: 'withdrawal' }
  | { readonly kind: 'funds' }
  | { readonly kind: 'inspection' }
  | { readonly kind: 'piece'; readonly label: PackageLabel; readonly piece: number }
  | { readonly kind: 'diagnostics' }
  | { readonly kind: 'end' };

/** Something that a call has brought about, or that it could not. */
export type CallNote =
  | { readonly kind: 'funds added'; readonly amount: Pence }
  | { readonly kind: 'funds refused'; readonly reason: FundsRefusal; readonly most: Pence }
  | { readonly kind: 'core refused'; readonly reason: CoreRefusal }
  | { readonly kind: 'withdrawn'; readonly amount: Pence }
  | { readonly kind: 'withdrawal refused'; readonly reason: WithdrawalRefusal }
  | { readonly kind: 'inspected' }
  | { readonly kind: 'inspection refused' }
  | { readonly kind: 'installed'; readonly label: PackageLabel }
  | {
      readonly kind: 'package refused';
      readonly label: PackageLabel;
      readonly reason: 'too large' | 'size' | 'digest' | 'content';
    }
  | { readonly kind: 'diagnostics sent' };

/** Why a call broke off. Nothing is known then of the message that was under way. */
export type CallFailure =
  | 'unreachable'
  | 'no answer'
  | 'reset'
  | 'server error'
  | 'not understood'
  | 'stale challenge';

/** A call to the Data Centre, from its first message to its end. Forgotten when the power goes. */
export interface Call {
  readonly errand: Errand;
  /** The answer that opened the session. */
  readonly session: SessionAnswer | null;
  /** The message under way, and its key. */
  readonly step: Step | null;
  readonly key: string;
  readonly done: readonly Step[];
  readonly notes: readonly CallNote[];
  readonly end: 'ended' | CallFailure | null;
}

export const newCall = (errand: Errand): Call => ({
  errand,
  session: null,
  step: null,
  key: '',
  done: [],
  notes: [],
  end: null,
});

const isDone = ({ done }: Call, kind: Step['kind']): boolean =>
  done.some((step) => step.kind === kind);

/** Whether a call with this errand brings all that there is to bring. */
export const bringsAll = ({ kind }: Errand): boolean =>
  kind === 'synchronisation' || kind === 'first set-up';

/** Whether this call asks for postage that was not asked for before. */
function asksForFunds({ errand, session, notes }: Call, { registers }: PostalMeter): boolean {
  if (notes.some(({ kind }) => kind === 'core refused')) return false;
  if (errand.kind === 'refill') return true;
  if (!bringsAll(errand)) return false;
  if (session?.transfer) return true;
  return errand.kind === 'first set-up' && registers.sequence === 0 && errand.amount > 0;
}

/** What this call asks for: what is kept from a replaced meter, otherwise what was told it. */
export function fundsOf({ errand, session }: Call): Pick<PendingFunds, 'source' | 'amount'> {
  const transfer = errand.kind === 'refill' ? 0 : (session?.transfer ?? 0);
  if (transfer > 0) return { source: 'replaced meter', amount: transfer };
  return { source: 'account', amount: 'amount' in errand ? errand.amount : 0 };
}

/** The postage that the next messages of this call will ask for; `undefined` for none. */
export const fundsToAsk = (call: Call, meter: PostalMeter): Pence | undefined =>
  meter.postal.funds === null && asksForFunds(call, meter) ? fundsOf(call).amount : undefined;

/** The next piece of the packages that are left to fetch; a download goes on where it was cut. */
function nextPiece({ session, notes }: Call, { postal }: PostalMeter): Step | undefined {
  const settled = notes.flatMap((note) => ('label' in note ? [note.label] : []));
  const label = session?.packages.find((one) => !settled.some((other) => sameLabel(one, other)));
  if (!label) return undefined;
  const { download } = postal;
  const piece = download && sameLabel(download.label, label) ? download.pieces.length : 0;
  return { kind: 'piece', label, piece };
}

/** What a call does next; `undefined` when it is at its end. */
export function nextStep(call: Call, meter: PostalMeter): Step | undefined {
  if (call.end !== null || isDone(call, 'end')) return undefined;
  if (!call.session) return { kind: 'session' };
  const { postal } = meter;
  // What was asked for before comes first: until it has come or was refused, the registers of the
  // two sides differ.
  if (!isDone(call, 'funds') && postal.funds !== null) return { kind: 'funds' };
  // Postage that was debited and could not be taken would be lost to a meter that is withdrawn.
  const gives =
    call.errand.kind === 'withdrawal' &&
    meter.registers.status === 'in service' &&
    postal.funds === null;
  if (!isDone(call, 'withdrawal') && (postal.withdrawal !== null || gives)) {
    return { kind: 'withdrawal' };
  }
  if (!isDone(call, 'funds') && asksForFunds(call, meter)) return { kind: 'funds' };
  if (!isDone(call, 'inspection')) return { kind: 'inspection' };
  if (bringsAll(call.errand)) {
    const piece = nextPiece(call, meter);
    if (piece) return piece;
    if (call.session.diagnosticsWanted && !isDone(call, 'diagnostics')) {
      return { kind: 'diagnostics' };
    }
  }
  return { kind: 'end' };
}

/** Whether two labels are of the same package, fetched in the same pieces. */
export const sameLabel = (a: PackageLabel, b: PackageLabel): boolean =>
  a.kind === b.kind &&
  a.id === b.id &&
  a.sha256 === b.sha256 &&
  a.size === b.size &&
  a.pieces === b.pieces;
