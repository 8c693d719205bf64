import { type Cell, dayStart, isoDay, oneDay, type Screen, type Table } from '#core';
import type { MeterFault } from '../fault.ts';
import {
  editEvents,
  inChart,
  inRules,
  onScreen,
  withAction,
  withConfig,
  withGuard,
} from './seeding.ts';

const dayAfter = (day: string, days: number): string =>
  isoDay((dayStart(day) ?? 0) + days * oneDay);

/** A table with the money of its totals a penny too high. */
export const pennyMore = (table: Table): Table => ({
  ...table,
  ...(table.totals
    ? {
        totals: table.totals.map(
          (cell, index): Cell =>
            table.columns[index]?.kind === 'money' && typeof cell === 'number' ? cell + 1 : cell,
        ),
      }
    : {}),
});

/** A page of a list without its last row. */
function withoutLastRow(screen: Screen): Screen {
  const rows = screen.rows.filter(({ role }) => role === 'text');
  const last = rows.at(-1);
  return { ...screen, rows: screen.rows.filter((row) => row !== last) };
}

/** Faults in the figures of reports. */
const figureFaults: readonly MeterFault[] = [
  inRules(
    'report-total-off-by-a-penny',
    'The money in the line of totals is a penny too high.',
    ({ reportTable }) => ({ reportTable: (name, from) => pennyMore(reportTable(name, from)) }),
  ),
  onScreen(
    'report-row-lost-at-page-end',
    'The last row of a page of a report is not shown, nor on the page that follows.',
    (screen) =>
      screen.title === 'View report' && screen.more.below ? withoutLastRow(screen) : screen,
  ),
  onScreen(
    'columns-on-the-first-page-alone',
    'The pages of a report that follow the first one do not say what is in their columns.',
    (screen) =>
      screen.more.above
        ? { ...screen, rows: screen.rows.filter(({ role }) => role !== 'column') }
        : screen,
  ),
  inRules(
    'report-ignores-accounts',
    'A report has all accounts, whichever were chosen.',
    ({ reportTable }) => ({
      reportTable: (name, from) =>
        reportTable(name, { ...from, settings: { ...from.settings, accounts: null } }),
    }),
  ),
  inRules(
    'report-leaves-out-accounts-below',
    'A report of an account leaves out the accounts below it.',
    ({ reportTable, childrenOf }) => ({
      reportTable: (name, from) => {
        const { memory, settings } = from;
        const accounts = settings.accounts?.filter((id) => childrenOf(memory, id).length === 0);
        return reportTable(name, {
          ...from,
          settings: { ...settings, accounts: accounts ?? null },
        });
      },
    }),
  ),
  inRules(
    'report-without-its-last-day',
    'Work of the last day of the period is not in the report.',
    ({ reportTable }) => ({
      reportTable: (name, from) => {
        const { settings } = from;
        const short = { ...settings, to: dayAfter(settings.to, -1) };
        return {
          ...reportTable(name, { ...from, settings: short }),
          ...headOf(reportTable(name, from)),
        };
      },
    }),
  ),
  inRules(
    'year-to-date-of-the-period-alone',
    'The year to date has the work of the period and no more.',
    ({ reportTable }) => ({
      reportTable: (name, from) => {
        const table = reportTable(name, from);
        if (name !== 'accountDetailByClass') return table;
        const again = (row: readonly Cell[]): readonly Cell[] => [
          ...row.slice(0, -2),
          row[3] ?? null,
          row[7] ?? null,
        ];
        return { ...table, rows: table.rows.map(again), totals: again(table.totals ?? []) };
      },
    }),
  ),
  inRules(
    'year-to-date-by-the-calendar',
    'The year to date begins on 1 January, whenever the fiscal year begins.',
    ({ reportTable }) => ({
      reportTable: (name, from) => {
        const period = { ...from.memory.period, month: 1, day: 1 };
        return reportTable(name, { ...from, memory: { ...from.memory, period } });
      },
    }),
  ),
  inRules(
    'inactive-accounts-not-listed',
    'Inactive accounts are missing from the Account List.',
    ({ reportTable }) => ({
      reportTable: (name, from) => {
        if (name !== 'accountList') return reportTable(name, from);
        const accounts = from.memory.accounts.filter(({ active }) => active);
        return reportTable(name, { ...from, memory: { ...from.memory, accounts } });
      },
    }),
  ),
  inRules(
    'work-of-inactive-accounts-dropped',
    'Work that was charged to an account before it became inactive is in no report.',
    ({ reportTable, findAccount }) => ({
      reportTable: (name, from) => {
        const transactions = from.memory.transactions.filter(
          ({ reported }) => findAccount(from.memory, reported)?.active ?? true,
        );
        return reportTable(name, { ...from, memory: { ...from.memory, transactions } });
      },
    }),
  ),
  inRules(
    'snapshot-kept-after-midnight',
    'The Daily Snapshot has the work of the last day on which there was any.',
    ({ reportTable }) => ({
      reportTable: (name, from) => {
        const now = from.memory.transactions.at(-1)?.started ?? from.now;
        return name === 'dailySnapshot'
          ? { ...reportTable(name, { ...from, now }), ...headOf(reportTable(name, from)) }
          : reportTable(name, from);
      },
    }),
  ),
  inRules(
    'quick-profile-without-fees',
    'The fees of special services are not in the Quick Profile.',
    ({ reportTable }) => ({
      reportTable: (name, from) => {
        if (name !== 'quickProfile') return reportTable(name, from);
        const transactions = from.memory.transactions.map((one) => ({ ...one, fees: 0 }));
        return reportTable(name, { ...from, memory: { ...from.memory, transactions } });
      },
    }),
  ),
];

const headOf = ({ title, notes }: Table): Pick<Table, 'title' | 'notes'> => ({ title, notes });

/** Faults in the report period. */
const periodFaults: readonly MeterFault[] = [
  inRules(
    'fiscal-year-a-day-too-long',
    'The fiscal year ends on the day on which the next one begins.',
    ({ fiscalYear }) => ({
      fiscalYear: (period, now) => {
        const { from, to } = fiscalYear(period, now);
        return { from, to: dayAfter(to, 1) };
      },
    }),
  ),
  inRules(
    'periods-end-a-day-early',
    'No period has its last day, so that it is in none.',
    ({ periodsOf, currentPeriod }) => {
      const early = ({ from, to }: { readonly from: string; readonly to: string }) => ({
        from,
        to: dayAfter(to, -1),
      });
      return {
        periodsOf: (period, now) => periodsOf(period, now).map(early),
        currentPeriod: (period, now) => early(currentPeriod(period, now)),
      };
    },
  ),
  inRules(
    'quarters-for-four-four-five',
    'A 4-4-5 calendar is divided like calendar months.',
    ({ periodsOf, currentPeriod }) => ({
      periodsOf: (period, now) => periodsOf(asMonths(period), now),
      currentPeriod: (period, now) => currentPeriod(asMonths(period), now),
    }),
  ),
];

const asMonths = <Period extends { readonly division: string }>(period: Period): Period =>
  period.division === '4-4-5' ? { ...period, division: 'monthly' } : period;

const actions = ['Manage Accounts', 'Reports'] as const;

/** Faults in what is done with a report. */
const actionFaults: readonly MeterFault[] = [
  inChart(
    'saved-report-loses-accounts',
    'A report is saved without the accounts that were chosen for it.',
    (machine) =>
      withAction(machine, 'saveReport', (real) => (moment, params) => {
        const changed = real(moment, params);
        const name = moment.context.field.value;
        return changed.memory
          ? {
              ...changed,
              memory: {
                ...changed.memory,
                reports: changed.memory.reports.map((report) =>
                  report.name === name
                    ? { ...report, settings: { ...report.settings, accounts: null } }
                    : report,
                ),
              },
            }
          : changed;
      }),
  ),
  inChart(
    'deleting-one-report-deletes-all',
    'Deleting a saved report deletes every saved report.',
    (machine) =>
      withAction(machine, 'deleteReport', (real) => (moment, params) => {
        const { memory, ...changed } = real(moment, params);
        return { ...changed, ...(memory ? { memory: { ...memory, reports: [] } } : {}) };
      }),
  ),
  inChart(
    'standard-report-can-be-deleted',
    'The machine asks whether to delete a standard report instead of refusing.',
    (machine) => withGuard(machine, 'isStandardReport', () => () => false),
  ),
  inChart(
    'days-backwards-accepted',
    'A report is made although its period ends before it begins.',
    (machine) => withGuard(machine, 'reportDaysBackwards', () => () => false),
  ),
  inChart(
    'printed-without-a-printer',
    'The machine says that a report was printed although there is no printer.',
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, [...actions, 'Printing'], (on) => ({
          'PRINTER.FAILED': on['PRINTER.DONE'],
        })),
      ),
  ),
];

/** Faults in reports: their figures, their period, what is done with them. */
export const reportFaults: readonly MeterFault[] = [
  ...figureFaults,
  ...periodFaults,
  ...actionFaults,
];
