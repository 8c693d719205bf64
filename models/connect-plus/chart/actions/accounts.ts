import { type AccountDraft, type Context, emptyAccount } from '../../context.ts';
import type { ChartSources } from '../setup.ts';
import { changing, picked } from './changing.ts';

/** Accounts as they are entered, changed and deleted. */
export function accountActions(sources: ChartSources) {
  const { rules } = sources;
  const { change, remember } = changing(sources);
  const inAccount = (patch: (context: Context) => Partial<AccountDraft>) =>
    change((context) => ({ account: { ...context.account, ...patch(context) } }));

  const entryOf = ({ of: _of, ...entry }: AccountDraft) => entry;
  const accountDraft = ({ memory }: Context, id: number): Partial<Context> => {
    const account = rules.findAccount(memory, id);
    if (!account) return {};
    const { id: of, ...entry } = account;
    return { account: { of, ...entry } };
  };

  return {
    draftAccount: inAccount(() => emptyAccount),
    pickParent: change((_context, event) => ({
      account: { ...emptyAccount, parent: Number(picked(event)) },
    })),
    draftBelow: change(({ memory }) => ({
      // The account that was made last is the one that the dialog speaks of.
      account: { ...emptyAccount, parent: memory.nextAccount - 1 },
    })),
    draftPickedAccount: change((context, event) => accountDraft(context, Number(picked(event)))),
    accountName: inAccount(({ field }) => ({ name: field.value.trim() })),
    accountCode: inAccount(({ field }) => ({ code: field.value.trim() })),
    description: inAccount(({ field }) => ({ description: field.value })),
    accountPassword: inAccount(({ field }) => ({ password: field.value })),
    noAccountPassword: inAccount(() => ({ password: null })),
    toggleStatus: inAccount(({ account }) => ({ active: !account.active })),
    addAccount: remember((memory, { account }) => rules.addAccount(memory, entryOf(account))),
    saveAccount: remember((memory, { account }) =>
      account.of === null ? memory : rules.editAccount(memory, account.of, entryOf(account), false),
    ),
    saveAccountAndBelow: remember((memory, { account }) =>
      account.of === null ? memory : rules.editAccount(memory, account.of, entryOf(account), true),
    ),
    /** Mail that was to be charged to what is gone needs another account. */
    deleteAccount: change(({ memory, account, mailing }) => {
      if (account.of === null) return {};
      const left = rules.deleteAccount(memory, account.of);
      const chosen = rules.findAccount(left, mailing.account)?.id ?? null;
      return { memory: left, mailing: { ...mailing, account: chosen } };
    }),
    surcharge: remember((memory, { field }) => ({ ...memory, surcharge: Number(field.value) })),

    useBusinessManager: change(({ memory }, event) =>
      event.type === 'BUSINESS_MANAGER' ? { memory: { ...memory, businessManager: event.on } } : {},
    ),
  };
}
