import { formatPence, type Pence } from '#core';
import { assigning } from '../../assigning.ts';
import {
  type Context,
  type Draft,
  emptyDraft,
  type Notice,
  nobody,
  type PanelEvent,
} from '../context.ts';
import { coreNotice } from '../core-texts.ts';
import { type FieldName, fieldSpec } from '../fields.ts';
import { type LinesName, linesOf } from '../lines.ts';
import { listStart, selectIndex } from '../list.ts';
import { type ListName, listItems } from '../lists.ts';
import type { AccountMode, Memory, PinKind } from '../memory.ts';
import { clearAll, clearOne, commitTap, nextMode, pressDigit } from '../text-entry.ts';
import type { TextKey } from '../texts.en-GB.ts';
import { callPatches } from './calling.ts';
import { creditPatches } from './credit-actions.ts';
import type { PlainErrand } from './errand-call.ts';
import { selectedId } from './guards.ts';
import type { ChartSources } from './setup.ts';

/** Which of the draft's entries a field fills. */
export type DraftText = 'number' | 'name' | 'pin';

export interface NoticeParams {
  readonly text: TextKey;
  readonly code?: string;
  /** A limit that the text names as `{max}`. */
  readonly max?: 'accounts' | 'operators' | 'pin';
  /** Limits that the text names as `{least}`, `{most}` and `{step}`. */
  readonly limits?: 'credit';
}

/** An amount as it is typed: nothing where it is zero. */
const moneyText = (amount: Pence): string => (amount === 0 ? '' : String(amount));

/** By the moment in their names, whatever their capitals. */
const newestFirst = (names: readonly string[]): readonly string[] =>
  names.toSorted((a, b) => (a.toUpperCase() < b.toUpperCase() ? 1 : -1));

/** The chart's moves that change its context. Each is an `assign`: nothing here reaches outside. */
export function chartActions(sources: ChartSources) {
  const { profile, rules } = sources;

  /** An action that changes part of the context. */
  const change = <Params = undefined>(
    patch: (context: Context, event: PanelEvent, params: Params) => Partial<Context>,
  ) =>
    assigning<Context, PanelEvent, Params>(({ context, event }, params) =>
      patch(context, event, params),
    );

  const draftPatch = (context: Context, patch: Partial<Draft>): Partial<Context> => ({
    draft: { ...context.draft, ...patch },
  });
  const accountDraft = (context: Context, of: string | null): Partial<Context> => {
    const account = rules.findAccount(context.memory, of);
    if (!account) return {};
    const { number, name, active, pin } = account;
    return { draft: { ...emptyDraft, of: number, number, name, active, pin } };
  };
  const operatorDraft = (context: Context, of: string | null): Partial<Context> => {
    const operator = rules.findOperator(context.memory, of);
    if (!operator) return {};
    const { name, active, pin, accounts } = operator;
    return { draft: { ...emptyDraft, of: name, name, active, pin, accounts } };
  };
  const memoryPatch = (memory: Memory): Partial<Context> => ({ memory });
  const move = (context: Context, list: ListName, by: number): Partial<Context> => ({
    shortcut: '',
    list: selectIndex(
      context.list,
      context.list.index + by,
      listItems(list, context, sources).length,
      profile.displayRows,
    ),
  });
  const noticeOf = ({ memory }: Context, { text, code, max, limits: of }: NoticeParams): Notice => {
    const limits = {
      accounts: profile.accountCapacity,
      operators: profile.operatorCapacity,
      pin: profile.pinLength,
    };
    const { least, most, step } = rules.creditLimits(memory, profile);
    return {
      text,
      code: code ?? null,
      values: {
        ...(max ? { max: limits[max] } : {}),
        ...(of
          ? { least: formatPence(least), most: formatPence(most), step: formatPence(step) }
          : {}),
      },
    };
  };
  const calls = callPatches(sources);
  const credit = creditPatches(sources);
  const beep = (context: Context): Partial<Context> => ({ beeps: context.beeps + 1 });

  return {
    // Lists and menus
    openList: change<{ list: ListName; at?: 'draft-status' | 'mode' }>(
      (context, _event, params) => {
        const wanted =
          params.at === 'mode'
            ? context.memory.mode
            : params.at === 'draft-status'
              ? context.draft.active
                ? 'active'
                : 'inactive'
              : undefined;
        const items = listItems(params.list, context, sources);
        const index = Math.max(
          0,
          items.findIndex((item) => item.id === wanted),
        );
        return {
          shortcut: '',
          field: clearAll(context.field),
          list: selectIndex(listStart, index, items.length, profile.displayRows),
        };
      },
    ),
    moveUp: change<{ list: ListName }>((context, _event, { list }) => move(context, list, -1)),
    moveDown: change<{ list: ListName }>((context, _event, { list }) => move(context, list, 1)),
    openLines: change((context) => ({ list: listStart, field: clearAll(context.field) })),
    scroll: change<{ lines: LinesName; by: number }>((context, _event, { lines, by }) => {
      const last = Math.max(0, linesOf(lines, context, sources).length - profile.displayRows);
      const top = Math.max(0, Math.min(context.list.top + by, last));
      return { list: { index: top, top } };
    }),
    typeShortcut: change((context, event) => ({
      shortcut: context.shortcut + (event.type === 'DIGIT' ? event.digit : ''),
    })),
    forgetShortcut: change(() => ({ shortcut: '' })),
    findByNumber: change<{ list: ListName }>((context, event, { list }) => {
      const typed = context.shortcut + (event.type === 'DIGIT' ? event.digit : '');
      const items = listItems(list, context, sources);
      const index = items.findIndex(({ id }) => id !== 'add' && id.startsWith(typed));
      if (index < 0) return beep(context);
      return {
        shortcut: typed,
        list: selectIndex(context.list, index, items.length, profile.displayRows),
      };
    }),

    // Fields
    openField: change<{ field: FieldName; from?: DraftText | 'postage' | 'amount' }>(
      (context, _event, { field, from }) => {
        const [mode] = fieldSpec(field).modes(profile);
        const value =
          from === 'postage'
            ? moneyText(context.postage)
            : from === 'amount'
              ? moneyText(context.draft.amount ?? rules.offeredCredit(context.memory, profile))
              : from
                ? (context.draft[from] ?? '')
                : '';
        return { field: { value, mode, tap: null } };
      },
    ),
    typeDigit: change((context, event) =>
      event.type === 'DIGIT'
        ? { field: pressDigit(context.field, event.digit, profile.keyCharacters) }
        : {},
    ),
    commitTap: change((context) => ({ field: commitTap(context.field) })),
    clearOne: change((context) => ({ field: clearOne(context.field) })),
    clearAll: change((context) => ({ field: clearAll(context.field) })),
    nextMode: change<{ field: FieldName }>((context, _event, { field }) => ({
      field: nextMode(context.field, fieldSpec(field).modes(profile)),
    })),

    // Messages
    refuse: change<NoticeParams>((context, _event, params) => ({
      notice: noticeOf(context, params),
      ...beep(context),
    })),
    refuseTooLong: change<{ field: FieldName }>((context, _event, params) => {
      const spec = fieldSpec(params.field);
      const { text, code } = spec.tooLong;
      return {
        notice: { text, code, values: { max: spec.maxLength(profile) } },
        ...beep(context),
      };
    }),
    beep: change((context) => beep(context)),

    // PINs
    refusePin: change<{ kind: PinKind }>((context, _event, { kind }) => {
      const memory = rules.countWrongPin(context.memory, kind);
      return {
        memory,
        notice: { text: 'wrongPin', code: null, values: { count: memory.wrongPins[kind] } },
        field: clearAll(context.field),
        ...beep(context),
      };
    }),
    acceptPin: change<{ kind: PinKind }>((context, _event, { kind }) =>
      memoryPatch(rules.forgetWrongPins(context.memory, kind)),
    ),

    // Sessions
    endSession: change(() => ({ session: nobody, draft: emptyDraft, postage: 0 })),
    openUserSession: change((context) => ({
      session: { ...context.session, role: 'user' as const },
    })),
    openSupervisorSession: change(() => ({
      session: { role: 'supervisor' as const, account: null, operator: null },
    })),
    nameOperator: change((context) => ({
      session: {
        ...context.session,
        operator: rules.operatorWithPin(context.memory, context.field.value)?.name ?? null,
      },
    })),
    chargeSelected: change<{ list: ListName }>((context, _event, { list }) => ({
      session: { ...context.session, account: selectedId(context, list, sources) ?? null },
    })),
    chargeSole: change((context) => ({
      session: {
        ...context.session,
        account:
          rules.selectableAccounts(context.memory, context.session.operator)[0]?.number ?? null,
      },
    })),
    chargeDraft: change((context) => ({
      session: { ...context.session, account: context.draft.of },
    })),
    keepPostage: change((context) => ({ postage: Number(context.field.value) })),
    frank: change((context) =>
      memoryPatch(
        rules.frank(context.memory, context.session.account, Number(context.field.value)),
      ),
    ),

    refusePostage: change((context, event) => {
      const { registers } = context.memory;
      const now = event.at ?? context.now;
      const value = Number(context.field.value);
      const reason = rules.postageRefusal(registers, value, now, profile.coreLimits);
      return reason ? { notice: coreNotice(reason, profile.coreLimits), ...beep(context) } : {};
    }),

    // Credit
    newCreditDraft: change(credit.newDraft),
    draftAmount: change(credit.draftAmount),
    draftAddable: change(credit.draftAddable),
    beginCredit: change(credit.beginCredit),
    setCreditPin: change(credit.setPin),
    cancelCreditPin: change(credit.cancelPin),

    // Drafts
    newAccountDraft: change(() => ({ draft: emptyDraft })),
    draftSelectedAccount: change<{ list: ListName }>((context, _event, { list }) =>
      accountDraft(context, selectedId(context, list, sources) ?? null),
    ),
    draftAccountAgain: change((context) => accountDraft(context, context.draft.of)),
    draftSoleAccount: change((context) => {
      const sole = rules.selectableAccounts(context.memory, context.session.operator)[0];
      return sole ? draftPatch(context, { of: sole.number, number: sole.number }) : {};
    }),
    newOperatorDraft: change(() => ({ draft: emptyDraft })),
    draftSelectedOperator: change((context) =>
      operatorDraft(context, selectedId(context, 'operators', sources) ?? null),
    ),
    draftOperatorAgain: change((context) => operatorDraft(context, context.draft.of)),
    draftField: change<{ to: DraftText }>((context, _event, { to }) =>
      draftPatch(context, { [to]: context.field.value }),
    ),
    draftStatus: change((context) =>
      draftPatch(context, { active: selectedId(context, 'status', sources) === 'active' }),
    ),
    draftMode: change((context) =>
      draftPatch(context, {
        mode: selectedId(context, 'accountModes', sources) as AccountMode,
        pin: null,
      }),
    ),
    draftFile: change((context) =>
      draftPatch(context, { file: selectedId(context, 'files', sources) ?? null }),
    ),
    toggleAccount: change((context) => {
      const number = selectedId(context, 'operatorAccounts', sources) ?? '';
      const { accounts } = context.draft;
      return draftPatch(context, {
        accounts: accounts.includes(number)
          ? accounts.filter((one) => one !== number)
          : [...accounts, number],
      });
    }),

    // What the machine remembers
    addAccount: change((context) => {
      const { number, name, active, pin } = context.draft;
      return memoryPatch(rules.addAccount(context.memory, { number, name, active, pin }));
    }),
    saveAccount: change((context) => {
      const { of, name, active, pin } = context.draft;
      return of === null
        ? {}
        : memoryPatch(rules.editAccount(context.memory, of, { name, active, pin }));
    }),
    deleteAccount: change((context) =>
      context.draft.of === null
        ? {}
        : memoryPatch(rules.deleteAccount(context.memory, context.draft.of)),
    ),
    addOperator: change((context) => {
      const { name, active, pin, accounts } = context.draft;
      return memoryPatch(
        rules.addOperator(context.memory, { name, active, pin: pin ?? '', accounts }),
      );
    }),
    saveOperator: change((context) => {
      const { of, name, active, pin, accounts } = context.draft;
      if (of === null) return {};
      return memoryPatch(
        rules.editOperator(context.memory, of, { name, active, pin: pin ?? '', accounts }),
      );
    }),
    deleteOperator: change((context) =>
      context.draft.of === null
        ? {}
        : memoryPatch(rules.deleteOperator(context.memory, context.draft.of)),
    ),
    changeMode: change((context) =>
      memoryPatch(rules.changeMode(context.memory, context.draft.mode, context.draft.pin, profile)),
    ),
    takeRemoteAccounts: change((context, event) =>
      event.type === 'PC.ACCOUNTS'
        ? memoryPatch(rules.takeRemoteAccounts(context.memory, event.accounts))
        : {},
    ),
    setSharedPin: change((context) => ({
      memory: { ...context.memory, sharedPin: context.field.value },
    })),

    // The server
    newDay: change((context, event) => ({ now: event.at ?? context.now })),
    beginCall: change<{ errand: PlainErrand }>((_context, _event, { errand }) =>
      credit.beginCall(errand),
    ),
    prepareMessage: change(calls.prepare),
    takeAnswer: change(calls.take),

    // USB key
    keepFiles: change((_context, event) => ({
      files:
        event.type === 'STICK.FILES'
          ? newestFirst(event.names.filter(rules.isAccountFileName))
          : [],
    })),
    importAccounts: change((context, event) => {
      if (event.type !== 'STICK.CONTENT') return {};
      const { accounts, result } = rules.importAccounts(context.memory, event.bytes, profile);
      const memory =
        accounts === context.memory.accounts ? context.memory : { ...context.memory, accounts };
      return { memory, imported: result, list: listStart };
    }),
    refuseStick: change((context, event) =>
      event.type === 'STICK.FAILED'
        ? {
            notice: { text: `stick-${event.reason}` as const, code: null, values: {} },
            ...beep(context),
          }
        : {},
    ),
  };
}
