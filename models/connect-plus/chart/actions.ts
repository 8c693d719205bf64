import { assign } from 'xstate';
import type { Millis, Table } from '#core';
import {
  type AccountDraft,
  type Context,
  emptyAccount,
  emptyReport,
  emptyUser,
  type FileType,
  fileTypes,
  idleMailing,
  type PanelEvent,
  type ReportDraft,
  type StickFailure,
  type UserDraft,
} from '../context.ts';
import { type FieldName, fieldSpec } from '../fields.ts';
import { forbiddenCharacters, xlsRoom } from '../file-names.ts';
import { type Division, divisions, type Memory, type Role } from '../memory.ts';
import { dayAsTyped, typedDay } from '../periods.ts';
import { type ReportName, reportNames } from '../report-columns.ts';
import type { TextKey } from '../texts.en-GB.ts';
import { elementsOf, tableOf, type ViewName } from '../views.ts';
import type { ChartSources } from './setup.ts';

/** What a field is filled with as it opens. */
export type FieldSource =
  | 'accountName'
  | 'accountCode'
  | 'description'
  | 'username'
  | 'hint'
  | 'surcharge'
  | 'jobId1'
  | 'jobId2'
  | 'filterFrom'
  | 'filterTo'
  | 'reportFrom'
  | 'reportTo'
  | 'reportName'
  | 'fileName';

export interface NoticeParams {
  readonly text: TextKey;
}

interface ActionArgs {
  readonly context: Context;
  readonly event: PanelEvent;
}

const stickTexts: Readonly<Record<StickFailure, TextKey>> = {
  absent: 'noUsb',
  full: 'usbFull',
  'write-protected': 'usbProtected',
  pulled: 'usbPulled',
  unreadable: 'usbUnreadable',
  exists: 'fileExists',
  missing: 'usbFolderGone',
};

const tooMany = (table: Table) => ({ rows: table.rows.length, most: xlsRoom(table) });

/** The chart's moves that change its context. Each is an `assign`: nothing here reaches outside. */
export function chartActions(sources: ChartSources) {
  const { profile, rules } = sources;

  /** An action that changes part of the context. Midnight is looked at before anything else. */
  const change = <Params = undefined>(
    patch: (context: Context, event: PanelEvent, params: Params) => Partial<Context>,
  ) =>
    assign<Context, PanelEvent, Params, PanelEvent, never>(
      ({ context, event }: ActionArgs, params: Params) => {
        const now = event.at ?? context.now;
        const memory = rules.closeAtMidnight(context.memory, now);
        const timed = { ...context, now, memory };
        return { now, memory, ...patch(timed, event, params) };
      },
    );

  const remember = (patch: (memory: Memory, context: Context) => Memory) =>
    change((context) => ({ memory: patch(context.memory, context) }));
  const inAccount = (patch: (context: Context) => Partial<AccountDraft>) =>
    change((context) => ({ account: { ...context.account, ...patch(context) } }));
  const inUser = (patch: (context: Context, event: PanelEvent) => Partial<UserDraft>) =>
    change((context, event) => ({ userDraft: { ...context.userDraft, ...patch(context, event) } }));
  const inReport = (patch: (context: Context, event: PanelEvent) => Partial<ReportDraft>) =>
    change((context, event) => ({ report: { ...context.report, ...patch(context, event) } }));
  const picked = (event: PanelEvent): string => (event.type === 'PICK' ? event.id : '');

  const sourceText = (source: FieldSource, context: Context): string => {
    const { account, userDraft, mailing, memory, filter, report } = context;
    switch (source) {
      case 'accountName':
        return account.name;
      case 'accountCode':
        return account.code;
      case 'description':
        return account.description;
      case 'username':
        return userDraft.name;
      case 'hint':
        return userDraft.hint;
      case 'surcharge':
        return String(memory.surcharge);
      case 'jobId1':
      case 'jobId2':
        return mailing[source];
      case 'filterFrom':
        return dayAsTyped(filter.from);
      case 'filterTo':
        return dayAsTyped(filter.to);
      case 'reportFrom':
        return dayAsTyped(report.settings.from);
      case 'reportTo':
        return dayAsTyped(report.settings.to);
      case 'reportName':
        return report.saved ?? '';
      case 'fileName':
        return report.fileName;
      default:
        return source satisfies never;
    }
  };

  const entryOf = ({ of: _of, ...entry }: AccountDraft) => entry;
  const accountDraft = ({ memory }: Context, id: number): Partial<Context> => {
    const account = rules.findAccount(memory, id);
    if (!account) return {};
    const { id: of, ...entry } = account;
    return { account: { of, ...entry } };
  };
  const job = ({ mailing, user }: Context) => {
    const mailClass = profile.classes[mailing.class];
    return {
      account: mailing.account,
      user,
      carrier: mailClass?.carrier ?? '',
      class: mailClass?.name ?? '',
      jobId1: mailing.jobId1,
      jobId2: mailing.jobId2,
    };
  };
  /** A change of what is run closes the batch. */
  const inMailing = (patch: (context: Context, event: PanelEvent) => Partial<Context['mailing']>) =>
    change((context, event) => {
      const mailing = { ...context.mailing, ...patch(context, event) };
      const memory = rules.closeForJob(context.memory, job({ ...context, mailing }));
      return { mailing, memory };
    });
  const toggled = (ids: readonly number[] | null, id: number): readonly number[] =>
    ids?.includes(id) ? ids.filter((one) => one !== id) : [...(ids ?? []), id];
  const days = (now: Millis, memory: Memory) => rules.currentPeriod(memory.period, now);

  return {
    beep: change(({ beeps }) => ({ beeps: beeps + 1 })),
    /** What midnight changes, `change` sees to. */
    newDay: change(() => ({})),

    // Lists and dialogs
    toTop: change(() => ({ top: 0 })),
    turnPage: change((context, event, { view }: { view: ViewName }) => {
      if (event.type !== 'PAGE') return {};
      const { visibleRows } = profile;
      const last = Math.max(0, elementsOf(view, context, sources).length - visibleRows);
      const top = context.top + event.by * visibleRows;
      return { top: Math.max(0, Math.min(top, Math.ceil(last / visibleRows) * visibleRows)) };
    }),
    refuse: change((context, event, { text }: NoticeParams) => ({
      beeps: context.beeps + 1,
      notice: {
        text,
        values: {
          length: profile.accountPasswordLength,
          max: context.memory.accountCapacity,
          hint: rules.findUser(context.memory, context.userDraft.name)?.hint || '-',
          characters: forbiddenCharacters,
          ...(text === 'tooManyRows' ? tooMany(tableOf(context, sources)) : {}),
          file: `${context.report.fileName}.${context.report.fileType}`,
          ...(event.type === 'REPORT.TOO_LONG' ? { rows: event.rows, most: event.most } : {}),
        },
      },
    })),
    refuseStick: change((context, event) => ({
      beeps: context.beeps + 1,
      notice: {
        text: event.type === 'STICK.FAILED' ? stickTexts[event.reason] : 'usbUnreadable',
        values: { file: `${context.report.fileName}.${context.report.fileType}` },
      },
    })),
    sayExported: change(({ report }) => ({
      notice: {
        text: 'exportComplete',
        values: { file: `${report.fileName}.${report.fileType}` },
      },
    })),
    sayPrinted: change(() => ({ notice: { text: 'reportPrinted', values: {} } })),

    // Fields
    openField: change((context, _event, params: { field: FieldName; from?: FieldSource }) => ({
      field: {
        value: params.from === undefined ? '' : sourceText(params.from, context),
        mode: fieldSpec(params.field).modes[0],
      },
    })),
    typeCharacter: change(({ field }, event) =>
      event.type === 'KEY' ? { field: { ...field, value: field.value + event.character } } : {},
    ),
    changeMode: change(({ field }, event) =>
      event.type === 'MODE' ? { field: { ...field, mode: event.mode } } : {},
    ),
    backspace: change(({ field }) => ({
      field: { ...field, value: [...field.value].slice(0, -1).join('') },
    })),
    clearField: change(({ field }) => ({ field: { ...field, value: '' } })),
    keepFirst: change(({ field }) => ({ first: field.value })),

    // Users
    pickLogin: inUser((_context, event) => ({ ...emptyUser, name: picked(event) })),
    logIn: change(({ userDraft }) => ({ user: userDraft.name, mailing: idleMailing })),
    /** Another user is another job. */
    logOut: change(({ memory }) => ({
      user: null,
      mailing: idleMailing,
      memory: rules.closeBatch(memory),
    })),
    draftUser: inUser(() => emptyUser),
    draftSupervisor: inUser(() => ({ ...emptyUser, role: 'supervisor' })),
    draftPickedUser: change(({ memory }, event) => {
      const user = rules.findUser(memory, picked(event));
      return user ? { userDraft: { of: user.name, ...user } } : {};
    }),
    userName: inUser(({ field }) => ({ name: field.value.trim() })),
    userPassword: inUser(({ field }) => ({ password: field.value === '' ? null : field.value })),
    userHint: inUser(({ field }) => ({ hint: field.value })),
    // The list of roles holds nothing else.
    userRole: inUser((_context, event) => ({ role: picked(event) as Role })),
    saveUser: change(({ memory, userDraft, user }) => {
      const { of, ...entry } = userDraft;
      if (of === null) return { memory: rules.addUser(memory, entry) };
      return {
        memory: rules.editUser(memory, of, entry),
        user: user === of ? entry.name : user,
      };
    }),
    deleteUser: change(({ memory, userDraft, user }) => {
      const { of } = userDraft;
      if (of === null) return {};
      return { memory: rules.deleteUser(memory, of), user: user === of ? null : user };
    }),
    turnOnLogins: remember((memory) => rules.turnOnLogins(memory)),
    becomeSupervisor: change(({ userDraft }) => ({ user: userDraft.name })),
    turnOffLogins: change(({ memory }) => ({ memory: rules.turnOffLogins(memory), user: null })),
    toggleOperatorPasswords: remember((memory) => ({
      ...memory,
      operatorPasswords: !memory.operatorPasswords,
    })),
    toggleAccountPasswords: remember((memory) => ({
      ...memory,
      accountPasswords: !memory.accountPasswords,
    })),

    // Accounts
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

    // Run Mail
    askMailAccount: change((_context, event) => ({ target: Number(picked(event)) })),
    mailPickedAccount: inMailing((_context, event) => ({ account: Number(picked(event)) })),
    mailAskedAccount: inMailing(({ target }) => ({ account: target })),
    mailClass: inMailing((_context, event) => ({ class: Number(picked(event)) })),
    jobId1: inMailing(({ field }) => ({ jobId1: field.value })),
    jobId2: inMailing(({ field }) => ({ jobId2: field.value })),
    endBatch: remember((memory) => rules.closeBatch(memory)),
    endAccount: inMailing(() => ({ account: null })),
    frank: change((context, event) => {
      const mailClass = profile.classes[context.mailing.class];
      const piece =
        event.type === 'FEED' && mailClass
          ? rules.priceOf(mailClass, event.grams, profile)
          : undefined;
      if (!piece) return {};
      return { memory: rules.frank(context.memory, job(context), piece, context.now) };
    }),

    // Transactions
    openFilter: change(({ memory, now }) => ({
      filter: memory.filter ?? { ...days(now, memory), accounts: null },
      transaction: null,
    })),
    resetFilter: change(() => ({ filter: { from: '', to: '', accounts: null } })),
    pickCriterion: change((_context, event) => ({
      criterion: picked(event) === 'accountCriterion' ? 'account' : 'date',
    })),
    /** A period is never half entered or the wrong way round: it ends no earlier than it begins. */
    filterFrom: change(({ filter, field }) => {
      const from = typedDay(field.value) ?? '';
      return { filter: { ...filter, from, to: filter.to < from ? from : filter.to } };
    }),
    filterTo: change(({ filter, field }) => ({
      filter: { ...filter, to: typedDay(field.value) ?? '' },
    })),
    filterAccount: change(({ filter }, event) => ({
      filter: { ...filter, accounts: toggled(filter.accounts, Number(picked(event))) },
    })),
    removeCriterion: change(({ filter }) => ({ filter: { ...filter, accounts: null } })),
    saveFilter: remember((memory, { filter, field }) => ({
      ...memory,
      filters: [...memory.filters, { name: field.value, ...filter }],
    })),
    loadFilter: change(({ memory, filter }, event) => {
      const found = memory.filters.find(({ name }) => name === picked(event));
      if (!found) return { filter };
      const { name: _name, ...saved } = found;
      return { filter: saved };
    }),
    useFilter: remember((memory, { filter }) => ({ ...memory, filter })),
    selectTransaction: change((_context, event) => ({ transaction: Number(picked(event)) })),
    draftTransaction: change(({ memory, transaction }) => ({
      target: rules.findTransaction(memory, transaction)?.account ?? null,
    })),
    pickTarget: change((_context, event) => ({ target: Number(picked(event)) })),
    moveTransaction: remember((memory, { transaction, target }) => {
      const found = rules.findTransaction(memory, transaction);
      return found && target !== null && found.account !== target
        ? rules.moveTransaction(memory, found.id, target)
        : memory;
    }),

    // Reports
    openReports: change(({ memory, now }) => ({
      report: { ...emptyReport, settings: { ...days(now, memory), accounts: null } },
    })),
    /** A standard report begins with the present period each time, whatever was set before. */
    pickReport: change(({ memory, report, now }, event) => {
      const id = picked(event);
      const standard = reportNames.find((name) => name === id);
      if (standard) {
        const settings = { ...days(now, memory), accounts: null };
        return { report: { ...report, name: standard, saved: null, settings } };
      }
      const saved = memory.reports.find(({ name }) => `saved ${name}` === id);
      if (!saved) return {};
      // Saved reports hold names of standard ones only.
      const name = saved.of as ReportName;
      return { report: { ...report, name, saved: saved.name, settings: saved.settings } };
    }),
    viewReport: inReport(() => ({ viewed: true })),
    editReport: inReport(() => ({ viewed: false })),
    reportPeriod: inReport(({ report }, event) => {
      const [from = '', to = ''] = picked(event).split(' ');
      return { settings: { ...report.settings, from, to } };
    }),
    reportFrom: inReport(({ report, field }) => ({
      settings: { ...report.settings, from: typedDay(field.value) ?? '' },
    })),
    reportTo: inReport(({ report, field }) => ({
      settings: { ...report.settings, to: typedDay(field.value) ?? '' },
    })),
    reportAccount: inReport(({ report }, event) => {
      const accounts = toggled(report.settings.accounts, Number(picked(event)));
      return { settings: { ...report.settings, accounts: accounts.length > 0 ? accounts : null } };
    }),
    saveReport: change(({ memory, report, field }) => {
      const { name: of, settings } = report;
      const others = memory.reports.filter(({ name }) => name !== field.value);
      const reports = [...others, { name: field.value, of, settings }];
      return { memory: { ...memory, reports }, report: { ...report, saved: field.value } };
    }),
    deleteReport: remember((memory, { report }) => ({
      ...memory,
      reports: memory.reports.filter(({ name }) => name !== report.saved),
    })),
    fiscalYearStart: remember((memory, { field }) => ({
      ...memory,
      period: {
        ...memory.period,
        day: Number(field.value.slice(0, 2)),
        month: Number(field.value.slice(2)),
      },
    })),
    division: change(({ memory }, event) => ({
      memory: {
        ...memory,
        period: {
          ...memory.period,
          division: divisions.find((one): one is Division => one === picked(event)) ?? 'monthly',
        },
      },
    })),
    /** Reports on paper are made of closed batches. */
    closeForPrinting: remember((memory) => rules.closeBatch(memory)),

    // Export
    openExport: inReport(() => ({ fileName: '', folder: null, fileType: 'csv' })),
    fileName: inReport(({ field }) => ({ fileName: field.value.trim() })),
    fileType: inReport((_context, event) => ({
      fileType: fileTypes.find((one): one is FileType => one === picked(event)) ?? 'csv',
    })),
    openDrives: change(() => ({ path: '', place: '', folders: [] })),
    pickDrive: change(() => ({ place: '/' })),
    pickFolder: change((_context, event) => ({ place: picked(event) })),
    enterFolder: change(({ path, place }) => ({
      path: place === '/' ? '' : path === '' ? place : `${path}/${place}`,
    })),
    showFolders: change((_context, event) => ({
      folders: event.type === 'STICK.FOLDERS' ? event.names : [],
      place: '',
      top: 0,
    })),
    selectFolder: change(({ report, path, place }) => ({
      report: {
        ...report,
        folder: place === '' ? path : path === '' ? place : `${path}/${place}`,
      },
    })),

    // The accounting server
    closeForUpload: remember((memory) => rules.closeBatch(memory)),
    beginUpload: remember((memory) => rules.beginUpload(memory)),
    confirmUpload: change(({ memory }, event) =>
      event.type === 'UPLOAD.CONFIRMED' ? { memory: rules.confirm(memory, event.items) } : {},
    ),
  };
}
