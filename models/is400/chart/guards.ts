import { isNumberText } from '../account-file.ts';
import type { Context, PanelEvent } from '../context.ts';
import { type FieldName, fieldSpec } from '../fields.ts';
import { type ListName, listItems } from '../lists.ts';
import type { AccountMode } from '../memory.ts';
import { type MenuName, menuItems } from '../menus.ts';
import { steps } from '../text-entry.ts';
import type { ChartSources } from './setup.ts';

interface Args {
  readonly context: Context;
  readonly event: PanelEvent;
}

/** The item under the cursor. */
export const selectedId = (
  context: Context,
  list: ListName,
  sources: ChartSources,
): string | undefined => listItems(list, context, sources)[context.list.index]?.id;

const typedNumber = ({ context, event }: Args): string =>
  context.shortcut + (event.type === 'DIGIT' ? event.digit : '');

/** The questions that the chart asks before it moves. Each is pure. */
export function chartGuards(sources: ChartSources) {
  const { profile, rules } = sources;
  const operatorOf = (context: Context) =>
    rules.operatorWithPin(context.memory, context.field.value);
  const selectable = (context: Context) => {
    const { memory, session } = context;
    return rules.selectableAccounts(memory, session.operator);
  };
  const creditNoteOf = ({ call }: Context) => rules.creditNote(call?.notes ?? []);
  return {
    // Lists and menus
    selected: ({ context }: Args, params: { list: ListName; id: string }) =>
      selectedId(context, params.list, sources) === params.id,
    hasSelection: ({ context }: Args, params: { list: ListName }) =>
      selectedId(context, params.list, sources) !== undefined,
    numberOpens: (args: Args, params: { menu: MenuName; id: string }) => {
      const typed = typedNumber(args);
      const items = menuItems(params.menu, args.context.memory);
      const longer = items.some(({ number }) => {
        const text = String(number);
        return text !== typed && text.startsWith(typed);
      });
      return !longer && items.some((item) => item.text === params.id && `${item.number}` === typed);
    },
    numberBegins: (args: Args, params: { menu: MenuName }) => {
      const typed = typedNumber(args);
      return menuItems(params.menu, args.context.memory).some(({ number }) =>
        String(number).startsWith(typed),
      );
    },
    numberIs: ({ context }: Args, params: { menu: MenuName; id: string }) =>
      menuItems(params.menu, context.memory).some(
        (item) => item.text === params.id && `${item.number}` === context.shortcut,
      ),

    // Fields
    fieldBlank: ({ context }: Args) => context.field.value.trim() === '',
    fieldEmpty: ({ context }: Args) => context.field.value === '',
    typesDigits: ({ context }: Args) => context.field.mode === 'digits',
    fieldFull: ({ context, event }: Args, params: { field: FieldName }) =>
      event.type === 'DIGIT' &&
      !steps(context.field, event.digit) &&
      [...context.field.value].length >= fieldSpec(params.field).maxLength(profile),
    pinIncomplete: ({ context }: Args) => context.field.value.length !== profile.pinLength,

    // Account modes
    modeIs: ({ context }: Args, params: { mode: AccountMode }) =>
      context.memory.mode === params.mode,
    modeChosenIsSet: ({ context }: Args) =>
      selectedId(context, 'accountModes', sources) === context.memory.mode,
    modeNeedsAccount: ({ context }: Args) =>
      rules.modeNeedsAccount(
        context.memory,
        selectedId(context, 'accountModes', sources) as AccountMode,
      ),
    modeWarns: ({ context }: Args) =>
      rules.warnsBefore(
        context.memory,
        selectedId(context, 'accountModes', sources) as AccountMode,
      ),
    draftModeAsksPin: ({ context }: Args) =>
      rules.pinForMode(context.memory, context.draft.mode) !== null,
    draftModeIsRemote: ({ context }: Args) => context.draft.mode === 'remote',
    draftModePinTaken: ({ context }: Args) =>
      rules.operatorPinTaken(context.memory, context.field.value),

    // PINs
    isSupervisorPin: ({ context }: Args) => context.field.value === context.memory.supervisorPin,
    isSharedPin: ({ context }: Args) => context.field.value === context.memory.sharedPin,
    isOperatorPin: ({ context }: Args) => operatorOf(context) !== undefined,
    isDraftOperatorPin: ({ context }: Args) =>
      rules.findOperator(context.memory, context.draft.of)?.pin === context.field.value,
    isAccountPin: ({ context }: Args) =>
      rules.findAccount(context.memory, context.draft.of)?.pin === context.field.value,
    accountHasNoPin: ({ context }: Args, params: { list: ListName }) =>
      context.memory.mode === 'account-pin' &&
      rules.findAccount(context.memory, selectedId(context, params.list, sources) ?? null)?.pin ===
        null,
    operatorEditAsksPin: () => profile.operatorEditAsksPin,

    // Sessions
    noAccountSelectable: ({ context }: Args) => selectable(context).length === 0,
    oneAccountSelectable: ({ context }: Args) => selectable(context).length === 1,
    operatorHasNoAccount: ({ context }: Args) =>
      context.memory.mode === 'accounts-access' && selectable(context).length === 0,
    soleAccountAsksPin: ({ context }: Args) =>
      context.memory.mode === 'account-pin' && selectable(context).length === 1,
    soleAccountHasNoPin: ({ context }: Args) =>
      selectable(context).length === 1 &&
      context.memory.mode === 'account-pin' &&
      selectable(context)[0]?.pin === null,
    postageAllowed: ({ context }: Args) => context.session.role === 'user',
    postageRefused: ({ context, event }: Args) =>
      rules.postageRefusal(
        context.memory.registers,
        Number(context.field.value),
        event.at ?? context.now,
        profile.coreLimits,
      ) !== undefined,

    // Credit
    amountRefused: ({ context }: Args) =>
      !rules.isCreditAmount(
        Number(context.field.value),
        rules.creditLimits(context.memory, profile),
      ),
    asksCreditPin: ({ context }: Args) => context.memory.creditPin !== null,
    isCreditPin: ({ context }: Args) => context.field.value === context.memory.creditPin,
    creditPinTaken: ({ context }: Args) =>
      rules.creditPinTaken(context.memory, context.field.value),
    creditPending: ({ context }: Args) => context.memory.postal.funds !== null,
    creditAdded: ({ context }: Args) => creditNoteOf(context)?.kind === 'funds added',
    creditRefused: ({ context }: Args) => creditNoteOf(context)?.kind === 'funds refused',
    coreRefused: ({ context }: Args) => creditNoteOf(context)?.kind === 'core refused',

    // Accounts
    addingToFullList: ({ context }: Args) =>
      selectedId(context, 'accounts', sources) === 'add' && rules.isFull(context.memory, profile),
    numberTaken: ({ context }: Args) => rules.numberTaken(context.memory, context.field.value),
    numberUnspoken: ({ context }: Args) => !isNumberText(context.field.value, profile),
    accountNameTaken: ({ context }: Args) =>
      rules.nameTaken(context.memory, context.field.value, context.draft.of),
    accountPinTaken: ({ context }: Args) =>
      rules.accountPinTaken(context.memory, context.field.value),
    asksAccountPin: ({ context }: Args) => context.memory.mode === 'account-pin',
    lastAccount: ({ context }: Args) => context.memory.accounts.length === 1,

    // Operators
    addingToFullOperators: ({ context }: Args) =>
      selectedId(context, 'operators', sources) === 'add' &&
      rules.operatorsFull(context.memory, profile),
    operatorNameTaken: ({ context }: Args) =>
      rules.operatorNameTaken(context.memory, context.field.value, context.draft.of),
    operatorPinTaken: ({ context }: Args) =>
      rules.operatorPinTaken(context.memory, context.field.value, context.draft.of),
    lastOperator: ({ context }: Args) => context.memory.operators.length === 1,

    // The server
    callFailed: ({ context }: Args) => context.call?.end !== 'ended',
    callOver: ({ context }: Args) => context.call === null || context.call.end !== null,

    // USB key
    noAccountFile: ({ event }: Args) =>
      event.type === 'STICK.FILES' && !event.names.some(rules.isAccountFileName),
  };
}
