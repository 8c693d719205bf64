import type { Millis } from '#core';
import {
  type Context,
  emptyReport,
  type FileType,
  fileTypes,
  type PanelEvent,
  type ReportDraft,
} from '../../context.ts';
import { type Division, divisions, type Memory } from '../../memory.ts';
import { typedDay } from '../../periods.ts';
import { type ReportName, reportNames } from '../../report-columns.ts';
import type { ChartSources } from '../setup.ts';
import { changing, picked, toggled } from './changing.ts';

/** Reports: which, of what, and the file they become. */
export function reportActions(sources: ChartSources) {
  const { rules } = sources;
  const { change, remember } = changing(sources);
  const inReport = (patch: (context: Context, event: PanelEvent) => Partial<ReportDraft>) =>
    change((context, event) => ({ report: { ...context.report, ...patch(context, event) } }));
  const days = (now: Millis, memory: Memory) => rules.currentPeriod(memory.period, now);

  return {
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
  };
}
