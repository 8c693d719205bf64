import type { AnyMachineSnapshot } from 'xstate';
import { specOf as anySpecOf, bySnapshot } from '../place.ts';
import type { Shown } from '../touch/panel.ts';
import type { Context } from './context.ts';
import type { PanelNames, ScreenSpec } from './panel.ts';

/** The chart's own context; every snapshot that comes here is one of this chart. */
export const contextOf = (snapshot: AnyMachineSnapshot): Context => snapshot.context as Context;

/** The screen of the innermost state that has one. */
export const specOf = (snapshot: AnyMachineSnapshot): ScreenSpec => anySpecOf<ScreenSpec>(snapshot);

/** The screen of a snapshot, and what is in it. */
export const shownBy = (snapshot: AnyMachineSnapshot): Shown<PanelNames, Context> => ({
  spec: specOf(snapshot),
  context: contextOf(snapshot),
});

/** What the machine remembers, apart from a batch that looking around has ended. */
export function sameData(before: AnyMachineSnapshot, after: AnyMachineSnapshot): boolean {
  const a = contextOf(before).memory;
  const b = contextOf(after).memory;
  return (
    a === b ||
    (a.accounts === b.accounts &&
      a.users === b.users &&
      a.userLogins === b.userLogins &&
      a.operatorPasswords === b.operatorPasswords &&
      a.accountPasswords === b.accountPasswords &&
      a.surcharge === b.surcharge &&
      a.registers === b.registers &&
      a.postal === b.postal &&
      a.refill === b.refill &&
      a.filters === b.filters &&
      a.reports === b.reports &&
      a.period === b.period &&
      (a.transactions === b.transactions ||
        a.transactions.every(({ id, account }, index) => {
          const other = b.transactions[index];
          return other?.id === id && other.account === account;
        })))
  );
}

/** Where a snapshot stands, as text: its state, the page of its list, the field, what is marked. */
export const placeOf = bySnapshot((snapshot) => {
  const { user, top, field, mailing, criterion, transaction, report, place, path } =
    contextOf(snapshot);
  return JSON.stringify([
    snapshot.value,
    user,
    top,
    field,
    mailing.account,
    criterion,
    transaction,
    report.name,
    report.saved,
    place,
    path,
  ]);
});
