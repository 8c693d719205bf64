import type { Column } from '#core';

/** The standard reports, in the order of their list. Source: report pages of the machine's help. */
export const reportNames = [
  'accountDetail',
  'accountDetailByClass',
  'accountList',
  'accountSummary',
  'dailySnapshot',
  'quickProfile',
  'transactionLog',
  'transactionLogDetail',
  'weightBreakByAccount',
  'weightBreakByCarrier',
  'weightBreakByJobId1',
] as const;

export type ReportName = (typeof reportNames)[number];

/** What a report lets people choose before it is made. */
export const reportAsks: Readonly<Record<ReportName, readonly ('period' | 'accounts')[]>> = {
  accountDetail: ['period', 'accounts'],
  accountDetailByClass: ['period', 'accounts'],
  accountList: [],
  accountSummary: ['period', 'accounts'],
  dailySnapshot: [],
  quickProfile: ['period'],
  transactionLog: ['period', 'accounts'],
  transactionLogDetail: ['period', 'accounts'],
  weightBreakByAccount: ['period', 'accounts'],
  weightBreakByCarrier: ['period'],
  weightBreakByJobId1: ['period'],
};

const text = (heading: string): Column => ({ heading, kind: 'text' });
const count = (heading: string): Column => ({ heading, kind: 'count' });
const money = (heading: string): Column => ({ heading, kind: 'money' });
const date = (heading: string): Column => ({ heading, kind: 'date' });
const time = (heading: string): Column => ({ heading, kind: 'time' });

const sums = [count('Pieces'), money('Postage'), money('Fees'), money('Surcharge'), money('Total')];

const weightBreak = (heading: string): readonly Column[] => [
  text(heading),
  text('Weight'),
  count('Pieces'),
  money('Postage'),
];

/**
 * The columns of each report: what is in them is in the manual, their order is assumed. Source:
 * operator guides of the Connect+ (report pages), `docs/fidelity.md`.
 */
export const reportColumns: Readonly<Record<ReportName, readonly Column[]>> = {
  accountDetail: [text('Account'), date('Date'), count('Transaction'), text('Class'), ...sums],
  accountDetailByClass: [
    text('Account'),
    text('Carrier'),
    text('Class'),
    ...sums,
    count('Pieces year to date'),
    money('Total year to date'),
  ],
  accountList: [
    text('Account'),
    text('Sub account'),
    text('Sub sub account'),
    text('Code'),
    text('Status'),
    text('Description'),
  ],
  accountSummary: [text('Account'), ...sums],
  dailySnapshot: [
    text('Meter'),
    time('Last piece'),
    text('Class'),
    count('Pieces'),
    money('Postage'),
  ],
  quickProfile: [text('Accounts'), count('Pieces'), money('Postage'), money('Surcharge')],
  transactionLog: [
    count('Transaction ID'),
    text('Account'),
    count('Pieces'),
    money('Postage'),
    money('Surcharge'),
    money('Total'),
  ],
  transactionLogDetail: [
    date('Date'),
    time('Start time'),
    time('End time'),
    { heading: 'Total time', kind: 'duration' },
    text('Carrier'),
    text('Class'),
    text('Job ID 1'),
    text('Job ID 2'),
    text('Operator'),
    { heading: 'Total weight (g)', kind: 'weight' },
    count('Total pieces'),
    money('Postage'),
    money('Fees'),
    money('Surcharge'),
    money('Total charged'),
    text('Mode type'),
  ],
  weightBreakByAccount: weightBreak('Account'),
  weightBreakByCarrier: weightBreak('Carrier'),
  weightBreakByJobId1: weightBreak('Job ID 1'),
};

/** Whether a report ends with a line of totals. */
export const hasTotals = (name: ReportName): boolean =>
  name !== 'accountList' && name !== 'quickProfile';
