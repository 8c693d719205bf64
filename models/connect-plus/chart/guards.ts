import { isoDay } from '#core';
import type { CoreRefusal } from '../../security-core/index.ts';
import { isFull } from '../../touch/changes.ts';
import type { Context, PanelEvent } from '../context.ts';
import type { FieldName } from '../fields.ts';
import { xlsRoom } from '../file-names.ts';
import { panelOf } from '../panel.ts';
import { typedDay } from '../periods.ts';
import { reportNames } from '../report-columns.ts';
import { tableOf } from '../report-view.ts';
import { pieceOf } from './pieces.ts';
import type { ChartSources } from './setup.ts';

interface Args {
  readonly context: Context;
  readonly event: PanelEvent;
}

/** The questions that the chart asks before it moves. Each is pure. */
export function chartGuards(sources: ChartSources) {
  const { profile, rules } = sources;
  const panel = panelOf(sources);
  const picked = ({ event }: Args): string => (event.type === 'PICK' ? event.id : '');
  const value = ({ context }: Args): string => context.field.value;
  /** Blanks around a name or a code are no part of it. */
  const entered = ({ context }: Args): string => context.field.value.trim();
  return {
    // Fields
    fieldFull: ({ context, event }: Args, params: { field: FieldName }) =>
      event.type === 'KEY' && isFull(params.field, context, panel),
    fieldBlank: (args: Args) => entered(args) === '',
    fieldEmpty: (args: Args) => value(args) === '',
    differsFromFirst: ({ context }: Args) => context.field.value !== context.first,
    noSuchDay: (args: Args) => typedDay(value(args)) === undefined,
    noSuchYearStart: (args: Args) => typedDay(`${value(args)}2023`) === undefined,

    // Users
    asksLogin: ({ context }: Args) => context.memory.userLogins,
    pickedHasNoPassword: (args: Args) =>
      rules.findUser(args.context.memory, picked(args))?.password === null,
    wrongPassword: ({ context }: Args) =>
      !rules.passwordFits(context.memory, context.userDraft.name, context.field.value),
    loginsOn: ({ context }: Args) => context.memory.userLogins,
    hasSupervisor: ({ context }: Args) =>
      context.memory.users.some(({ role }) => role === 'supervisor'),
    userNameTaken: (args: Args) =>
      rules.userNameTaken(args.context.memory, entered(args), args.context.userDraft.of),
    operatorsLackPasswords: ({ context }: Args) =>
      !context.memory.operatorPasswords && rules.operatorsLackPasswords(context.memory),
    userHasNoName: ({ context }: Args) => context.userDraft.name === '',
    userLacksPassword: ({ context }: Args) =>
      context.userDraft.password === null &&
      rules.needsPassword(context.memory, context.userDraft.role),
    losesSupervisor: ({ context }: Args) =>
      context.userDraft.of !== null &&
      context.userDraft.role !== 'supervisor' &&
      (context.memory.users.length === 1 ||
        !rules.mayLoseSupervisor(context.memory, context.userDraft.of)),
    deletesLastSupervisor: ({ context }: Args) =>
      context.userDraft.of !== null &&
      !rules.mayLoseSupervisor(context.memory, context.userDraft.of),
    onlyUser: ({ context }: Args) => context.memory.users.length === 1,
    deletesSelf: ({ context }: Args) =>
      context.memory.userLogins && context.userDraft.of === context.user,
    stopsSupervising: ({ context: { memory, user, userDraft } }: Args) =>
      memory.userLogins && userDraft.of === user && userDraft.role !== 'supervisor',
    isNewUser: ({ context }: Args) => context.userDraft.of === null,

    // Accounts
    accountsExist: ({ context }: Args) => context.memory.accounts.length > 0,
    businessManager: ({ context }: Args) => context.memory.businessManager,
    accountsFull: ({ context }: Args) => rules.accountsFull(context.memory),
    accountNameTaken: (args: Args) =>
      rules.nameTaken(args.context.memory, entered(args), args.context.account.of),
    accountCodeTaken: (args: Args) =>
      rules.codeTaken(args.context.memory, entered(args), args.context.account.of),
    passwordLengthWrong: (args: Args) =>
      value(args) !== '' && [...value(args)].length !== profile.accountPasswordLength,
    editedAccountUsed: ({ context }: Args) =>
      context.account.of !== null && !rules.mayRewrite(context.memory, context.account.of),
    mayNotDelete: ({ context }: Args) =>
      context.account.of !== null && !rules.mayDelete(context.memory, context.account.of),
    statusCascades: ({ context }: Args) => {
      const { of, active } = context.account;
      const before = rules.findAccount(context.memory, of);
      return (
        of !== null &&
        before !== undefined &&
        before.active !== active &&
        rules.childrenOf(context.memory, of).length > 0
      );
    },
    pickedAsksPassword: (args: Args) =>
      rules.passwordOf(args.context.memory, Number(picked(args))) !== null,
    wrongEditPassword: ({ context }: Args) =>
      rules.passwordOf(context.memory, context.account.of) !== context.field.value,
    wrongMailPassword: ({ context }: Args) =>
      rules.passwordOf(context.memory, context.target) !== context.field.value,

    // The Data Centre
    callOver: ({ context }: Args) => context.call === null || context.call.end !== null,
    /** A refill that has come is done, whatever became of the messages after it. */
    callBroken: ({ context: { call } }: Args) =>
      call !== null &&
      call.end !== 'ended' &&
      !(call.errand.kind === 'refill' && call.notes.some(({ kind }) => kind === 'funds added')),
    calledFromInformation: ({ context }: Args) =>
      context.call?.errand.kind === 'synchronisation' || context.call?.errand.kind === 'inspection',
    refillAmountWrong: (args: Args) => !rules.mayRefill(Number(value(args)), profile),
    fundsLow: ({ context }: Args) => rules.fundsLow(context.memory),
    saysInspection: ({ context: { memory, now } }: Args) =>
      rules.standingOf(memory.registers, now, profile.inspection).status === 'due' &&
      memory.inspectionSaid !== isoDay(now),

    // Run Mail
    lacksAccount: ({ context }: Args) =>
      context.memory.accounts.length > 0 && context.mailing.account === null,
    accountNotChargeable: ({ context }: Args) =>
      context.mailing.account !== null &&
      !rules.isChargeable(context.memory, context.mailing.account),
    pieceTooHeavy: ({ context, event }: Args) =>
      event.type === 'FEED' && pieceOf(context, event, sources) === undefined,
    fundsTooLow: ({ context, event }: Args) => {
      const piece = pieceOf(context, event, sources);
      return (
        piece !== undefined &&
        !rules.canAfford(context.memory.registers, piece.postage + piece.fees)
      );
    },
    coreRefuses: ({ context, event }: Args, params: { reason: CoreRefusal }) => {
      if (event.type !== 'FEED') return false;
      const { registers } = context.memory;
      const piece = pieceOf(context, event, sources);
      const value = piece ? piece.postage + piece.fees : 0;
      return rules.postageRefusal(registers, value, event.at, profile.coreLimits) === params.reason;
    },

    // Transactions
    criterionIs: ({ context }: Args, params: { criterion: Context['criterion'] }) =>
      context.criterion === params.criterion,
    noDates: ({ context }: Args) => context.filter.from === '',
    filterBackwards: ({ context }: Args) =>
      (typedDay(context.field.value) ?? '') < context.filter.from,
    filterNameTaken: ({ context }: Args) =>
      context.memory.filters.some(({ name }) => name === context.field.value),
    noTransactionSelected: ({ context }: Args) =>
      !rules
        .filteredTransactions(context.memory, context.filter)
        .some(({ id }) => id === context.transaction),

    // Reports
    reportDaysBackwards: ({ context }: Args) =>
      context.report.settings.from > context.report.settings.to,
    reportNameTaken: ({ context }: Args) =>
      context.field.value !== context.report.saved &&
      (context.memory.reports.some(({ name }) => name === context.field.value) ||
        reportNames.some((name) => sources.texts[name] === context.field.value)),
    reportViewed: ({ context }: Args) => context.report.viewed,
    isStandardReport: ({ context }: Args) => context.report.saved === null,
    fileNameMissing: ({ context }: Args) => context.report.fileName === '',
    fileNameForbidden: (args: Args) => !rules.isFileName(value(args).trim()),
    folderMissing: ({ context }: Args) => context.report.folder === null,
    tooManyRows: ({ context }: Args) => {
      if (context.report.fileType !== 'xls') return false;
      const table = tableOf(context, sources);
      return table.rows.length > xlsRoom(table);
    },
    nothingPlaced: ({ context }: Args) => context.place === '',
  };
}
