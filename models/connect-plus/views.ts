import { cellText, formatPence } from '#core';
import { fillIn } from '../fill-in.ts';
import { button, buttons, filledLine, line, noticeLines, row, tick } from '../touch/elements.ts';
import { callViews } from './call-views.ts';
import type { ChartSources } from './chart/setup.ts';
import type { Context } from './context.ts';
import { type Elements, entriesOf, listView, type PagedView, type View } from './elements.ts';
import { fundsReportViews } from './funds-reports.ts';
import { fundsViews, standingLines } from './funds-views.ts';
import { reportAsks } from './report-columns.ts';
import { reportView } from './report-view.ts';
import type { TextKey } from './texts.en-GB.ts';

const supervises = ({ memory, user }: Context, { rules }: ChartSources): boolean =>
  rules.supervises(memory, user);

const masked = (password: string | null, { texts }: ChartSources): string =>
  password === null ? texts.none : texts.passwordSet;

const home: View = (context, sources) => [
  ...standingLines(context, sources),
  line(sources.texts.mailing),
  ...buttons(['runMail', 'manageAccounts', 'funds', 'settings'], sources),
  ...(context.user === null ? [] : [line(fillIn(sources.texts.loggedIn, { user: context.user }))]),
  ...(context.memory.userLogins ? [button('logOut', sources)] : []),
];

const runMail: View = (context, sources) => {
  const { memory, mailing } = context;
  const { texts, rules, profile } = sources;
  const { batch } = memory;
  const account = rules.fullName(memory, mailing.account) || texts.none;
  const mailClass = profile.classes[mailing.class];
  return [
    ...standingLines(context, sources),
    ...(memory.accounts.length > 0
      ? [line(fillIn(texts.accountInUse, { account })), button('selectAccount', sources)]
      : []),
    line(fillIn(texts.classInUse, { class: `${mailClass?.carrier} ${mailClass?.name}` })),
    button('selectClass', sources),
    row('jobId1', mailing.jobId1, sources),
    row('jobId2', mailing.jobId2, sources),
    line(
      `${fillIn(texts.batchPieces, { pieces: batch?.pieces ?? 0 })}\t${fillIn(texts.batchPostage, {
        postage: formatPence((batch?.postage ?? 0) + (batch?.fees ?? 0)),
      })}`,
    ),
    line(fillIn(texts.postageInMeter, { postage: formatPence(memory.registers.descending) })),
  ];
};

const manageAccounts: View = (context, sources) =>
  supervises(context, sources)
    ? buttons(['createAccount', 'editAccount', 'transactions', 'reports', 'surcharge'], sources)
    : buttons(['reports'], sources);

const accountForm: View = ({ account, memory }, sources) => {
  const { texts, rules } = sources;
  const parent = rules.fullName(memory, account.parent);
  return [
    ...(parent ? [line(parent)] : []),
    row('accountName', account.name, sources, true),
    row('accountCode', account.code, sources, true),
    row('description', account.description, sources),
    row('status', account.active ? texts.active : texts.inactive, sources),
    ...(memory.accountPasswords && account.parent === null
      ? [row('accountPassword', masked(account.password, sources), sources)]
      : []),
  ];
};

const userForm: View = ({ userDraft, memory }, sources) => [
  row('username', userDraft.name, sources, true),
  row(
    'password',
    masked(userDraft.password, sources),
    sources,
    sources.rules.needsPassword(memory, userDraft.role),
  ),
  row('role', sources.texts[userDraft.role], sources, true),
  row('hint', userDraft.hint, sources),
];

const usersView: View = (context, sources) => [
  tick('enableLogins', context.memory.userLogins, sources),
  tick('operatorPasswords', context.memory.operatorPasswords, sources),
  tick('accountPasswords', context.memory.accountPasswords, sources),
  ...entriesOf('users', context, sources),
];

/** Accounts by name; one that was deleted since has none. */
const accountNames = (
  ids: readonly number[],
  { memory }: Context,
  { rules, texts }: ChartSources,
): string =>
  ids.flatMap((id) => rules.findAccount(memory, id)?.name ?? []).join(', ') || texts.none;

const filterView: View = (context, sources) => {
  const { filter } = context;
  const { texts } = sources;
  return [
    ...(filter.from === ''
      ? []
      : [
          {
            text: fillIn(texts.criterionDate, {
              from: cellText('date', filter.from),
              to: cellText('date', filter.to),
            }),
            role: 'item',
            tap: 'dateCriterion',
          } as const,
        ]),
    ...(filter.accounts
      ? [
          {
            text: fillIn(texts.criterionAccounts, {
              accounts: accountNames(filter.accounts, context, sources),
            }),
            role: 'item',
            tap: 'accountCriterion',
          } as const,
          button('removeCriterion', sources),
        ]
      : []),
  ];
};

const transactionForm: View = (context, sources) => {
  const { memory, transaction, target } = context;
  const found = sources.rules.findTransaction(memory, transaction);
  return [
    ...(found ? [line(`${found.id}\t${found.class}\t${found.pieces}`)] : []),
    row('account', sources.rules.fullName(memory, target) || sources.texts.none, sources, true),
  ];
};

const reportForm: View = (context, sources) => {
  const { report } = context;
  const { texts } = sources;
  const asks = reportAsks[report.name];
  const { from, to, accounts } = report.settings;
  return [
    line(report.saved ?? texts[report.name]),
    ...(asks.includes('period')
      ? [
          row('period', `${cellText('date', from)} - ${cellText('date', to)}`, sources),
          row('fromDate', cellText('date', from), sources),
          row('toDate', cellText('date', to), sources),
        ]
      : []),
    ...(asks.includes('accounts')
      ? [
          row(
            'accounts',
            accounts === null ? texts.allAccounts : accountNames(accounts, context, sources),
            sources,
          ),
        ]
      : []),
  ];
};

const exportForm: View = ({ report }, sources) => {
  const { texts } = sources;
  const { fileName, folder, fileType } = report;
  const place = folder === null ? texts.none : `${texts.rootFolder}/${folder}`;
  return [
    row('fileName', fileName, sources, true),
    { text: `${texts.exportTo} ${place}`, role: 'item', tap: 'exportTo' },
    row('fileType', fileType.toUpperCase(), sources),
  ];
};

const periodForm: View = ({ memory, now }, sources) => {
  const { texts, rules } = sources;
  const { from, to } = rules.fiscalYear(memory.period, now);
  const { division } = memory.period;
  return [
    row('fiscalYearStart', cellText('date', from), sources),
    line(fillIn(texts.endsOn, { day: cellText('date', to) })),
    row('division', texts[division === 'none' ? 'noDivision' : division], sources),
  ];
};

const deleteReport: View = ({ report }, sources) => [
  line(fillIn(sources.texts.confirmDeleteReport, { name: report.saved ?? '' }), 'message'),
  ...buttons(['yesDelete', 'cancel'], sources),
];

/** Which folder of the USB drive is open, and the folders in it. */
const folders: View = (context, sources) => [
  line([sources.texts.rootFolder, context.path].filter((part) => part !== '').join('/')),
  ...entriesOf('folders', context, sources),
];

const notice: View = (context, sources) => noticeLines(context.notice, sources, 'error');

const message: View = (context, sources) => noticeLines(context.notice, sources, 'message');

const menuOf =
  (...keys: readonly TextKey[]): View =>
  (_context, sources) =>
    buttons(keys, sources);

const question =
  (text: TextKey, ...keys: readonly TextKey[]): View =>
  ({ account, memory }, sources) => {
    const name = account.name || sources.rules.fullName(memory, account.of);
    return [filledLine(text, { name }, sources, 'message'), ...buttons(keys, sources)];
  };

const createdAbove = question('accountCreated', 'createAnother', 'addSubAccount', 'done');
const createdLowest = question('accountCreated', 'createAnother', 'done');

const deleteUser: View = ({ userDraft }, sources) => [
  line(fillIn(sources.texts.confirmDeleteUser, { name: userDraft.of ?? '' }), 'message'),
  ...buttons(['yesDeleteUser', 'cancel'], sources),
];

/** What the screens show, by name. */
export const views = {
  ...fundsViews,
  ...fundsReportViews,
  ...callViews,
  home,
  runMail,
  manageAccounts,
  accountForm,
  userForm,
  users: usersView,
  filter: filterView,
  transactionForm,
  reportForm,
  exportForm,
  periodForm,
  report: reportView,
  notice,
  message,
  newOrSub: question('newOrSub', 'createAccount', 'addSubAccount'),
  created: (context, sources) => {
    const { memory } = context;
    const newest = memory.nextAccount - 1;
    const hasRoomBelow = sources.rules.mayHaveSubAccounts(memory, newest, sources.profile);
    return (hasRoomBelow ? createdAbove : createdLowest)(context, sources);
  },
  cascade: question('cascadeQuestion', 'yesApplyToAll', 'cancel'),
  confirmDelete: question('confirmDelete', 'yesDelete', 'cancel'),
  anotherUser: question('anotherUser', 'yesAnotherUser', 'noMoreUsers'),
  turnOffLogins: question('warnLoginsOff', 'yesTurnOffLogins', 'cancel'),
  deleteUser,
  deleteLastUser: question('warnLoginsOff', 'yesDeleteUser', 'cancel'),
  settings: (context, sources) => (supervises(context, sources) ? [button('system', sources)] : []),
  system: menuOf('users'),
  transactions: menuOf('viewAndEditTransactions'),
  transactionActions: menuOf('editTransaction'),
  fundsReports: menuOf('fundsReport', 'refillReceipt', 'refillSummary'),
  reportsMenu: menuOf('viewReports', 'reportPeriod'),
  reportActions: menuOf('saveReport', 'deleteReport', 'exportReport', 'printReport'),
  loginUsers: listView('loginUsers'),
  chargeable: listView('chargeable'),
  targets: listView('targets'),
  parents: listView('parents'),
  accounts: listView('accounts'),
  classes: listView('classes'),
  criteria: listView('criteria'),
  filterAccounts: listView('filterAccounts'),
  reportAccounts: listView('reportAccounts'),
  filters: listView('filters'),
  transactionList: listView('transactions', 'noTransaction'),
  reports: listView('reports'),
  periods: listView('periods'),
  divisions: listView('divisions'),
  roles: listView('roles'),
  drives: listView('drives'),
  folders,
  deleteReport,
  fileTypes: listView('fileTypes'),
} as const satisfies Record<string, PagedView>;

export type ViewName = keyof typeof views;

export const elementsOf = (name: ViewName, context: Context, sources: ChartSources): Elements =>
  views[name](context, sources);
