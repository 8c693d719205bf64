import { tableOf } from '../report-view.ts';
import { busy, dialog, field, message, screen, unless } from './building.ts';
import type { ChartSources, PanelState } from './setup.ts';

const backwards = { when: 'reportDaysBackwards', text: 'daysBackwards' } as const;

/** Actions > Export report: a file on the USB drive. */
const exportReport = (sources: ChartSources): PanelState => ({
  id: 'Export',
  initial: 'Form',
  states: {
    Form: screen('exportReport', {
      view: 'exportForm',
      buttons: ['ok', 'cancel'],
      on: {
        'TAP.fileName': 'File Name',
        'TAP.exportTo': { target: 'Drives', actions: 'openDrives' },
        'TAP.fileType': 'File Type',
        'TAP.ok': unless(
          [
            { when: 'fileNameMissing', text: 'fileNameMissing' },
            { when: 'folderMissing', text: 'folderMissing' },
            { when: 'tooManyRows', text: 'tooManyRows' },
          ],
          { target: 'Writing' },
        ),
        'TAP.cancel': '#Report Settings',
      },
    }),
    'File Name': field('fileName', {
      field: 'fileName',
      from: 'fileName',
      refusals: [
        { when: 'fieldBlank', text: 'fileNameMissing' },
        { when: 'fileNameForbidden', text: 'fileNameForbidden' },
      ],
      ok: { target: 'Form', actions: 'fileName' },
      cancel: 'Form',
    }),
    'File Type': screen('fileType', {
      view: 'fileTypes',
      buttons: ['cancel'],
      on: { PICK: { target: 'Form', actions: 'fileType' }, 'TAP.cancel': 'Form' },
    }),
    Drives: screen('exportTo', {
      view: 'drives',
      buttons: ['open', 'cancel'],
      on: {
        PICK: { actions: 'pickDrive' },
        'TAP.open': [
          { guard: 'nothingPlaced', actions: 'beep' },
          { target: 'Listing', actions: 'enterFolder' },
        ],
        'TAP.cancel': 'Form',
      },
    }),
    Listing: {
      ...busy('exportTo'),
      invoke: {
        src: 'listFolders',
        input: ({ context }) => ({ path: context.path }),
      },
      on: {
        'STICK.FOLDERS': { target: 'Folders', actions: 'showFolders' },
        'STICK.FAILED': { target: 'Failed', actions: 'refuseStick' },
      },
    },
    Folders: screen('exportTo', {
      view: 'folders',
      buttons: ['open', 'selectFolder', 'cancel'],
      on: {
        PICK: { actions: 'pickFolder' },
        'TAP.open': [
          { guard: 'nothingPlaced', actions: 'beep' },
          { target: 'Listing', actions: 'enterFolder' },
        ],
        'TAP.selectFolder': { target: 'Form', actions: 'selectFolder' },
        'TAP.cancel': 'Form',
      },
    }),
    Writing: {
      ...busy('exporting'),
      invoke: {
        src: 'exportReport',
        input: ({ context }) => ({
          table: tableOf(context, sources),
          fileType: context.report.fileType,
          folder: context.report.folder ?? '',
          fileName: context.report.fileName,
          made: context.now,
          csv: sources.profile.csv,
        }),
      },
      on: {
        'STICK.WRITTEN': { target: 'Complete', actions: 'sayExported' },
        'STICK.FAILED': { target: 'Failed', actions: 'refuseStick' },
        'REPORT.TOO_LONG': {
          target: 'Failed',
          actions: { type: 'refuse', params: { text: 'tooManyRows' } },
        },
      },
    },
    Complete: message('exportReport', '#Report Settings', 'message'),
    Failed: message('exportReport', 'Form'),
  },
});

/** Manage Accounts > Reports. */
export const reports = (sources: ChartSources): PanelState => ({
  initial: 'Menu',
  states: {
    Menu: {
      id: 'Reports',
      ...screen('reports', {
        view: 'reportsMenu',
        on: {
          'TAP.viewReports': { target: '#Report List', actions: 'openReports' },
          'TAP.reportPeriod': 'Report Period',
        },
      }),
    },
    'Report Period': {
      initial: 'Form',
      states: {
        Form: screen('reportPeriod', {
          view: 'periodForm',
          buttons: ['done'],
          on: {
            'TAP.fiscalYearStart': 'Fiscal Year',
            'TAP.division': 'Division',
            'TAP.done': '#Reports',
          },
        }),
        'Fiscal Year': field('reportPeriod', {
          field: 'fiscalYearStart',
          refusals: [{ when: 'noSuchYearStart', text: 'noSuchDay' }],
          ok: { target: 'Form', actions: 'fiscalYearStart' },
          cancel: 'Form',
        }),
        Division: screen('division', {
          view: 'divisions',
          buttons: ['cancel'],
          on: { PICK: { target: 'Form', actions: 'division' }, 'TAP.cancel': 'Form' },
        }),
      },
    },
    'Report List': {
      id: 'Report List',
      ...screen('viewReports', {
        view: 'reports',
        buttons: ['next', 'done'],
        on: {
          PICK: { actions: 'pickReport' },
          'TAP.next': 'Report Settings',
          'TAP.done': '#Manage Accounts',
        },
      }),
    },
    'Report Settings': {
      id: 'Report Settings',
      entry: 'editReport',
      initial: 'Form',
      states: {
        Form: screen('reportSettings', {
          view: 'reportForm',
          buttons: ['viewReport', 'actions', 'cancel'],
          on: {
            'TAP.period': 'Period',
            'TAP.fromDate': 'From',
            'TAP.toDate': 'To',
            'TAP.accounts': 'Accounts',
            'TAP.viewReport': unless([backwards], { target: '#Report', actions: 'viewReport' }),
            'TAP.actions': unless([backwards], { target: '#Report Actions' }),
            'TAP.cancel': '#Report List',
          },
        }),
        Period: screen('period', {
          view: 'periods',
          buttons: ['cancel'],
          on: { PICK: { target: 'Form', actions: 'reportPeriod' }, 'TAP.cancel': 'Form' },
        }),
        From: field('reportSettings', {
          field: 'fromDate',
          from: 'reportFrom',
          refusals: [{ when: 'noSuchDay', text: 'noSuchDay' }],
          ok: { target: 'Form', actions: 'reportFrom' },
          cancel: 'Form',
        }),
        To: field('reportSettings', {
          field: 'toDate',
          from: 'reportTo',
          refusals: [{ when: 'noSuchDay', text: 'noSuchDay' }],
          ok: { target: 'Form', actions: 'reportTo' },
          cancel: 'Form',
        }),
        Accounts: screen('accounts', {
          view: 'reportAccounts',
          buttons: ['ok'],
          on: { PICK: { actions: 'reportAccount' }, 'TAP.ok': 'Form' },
        }),
      },
    },
    Report: {
      id: 'Report',
      ...screen('viewReport', {
        view: 'report',
        buttons: ['actions', 'done'],
        on: { 'TAP.actions': '#Report Actions', 'TAP.done': '#Report List' },
      }),
    },
    Actions: {
      id: 'Report Actions',
      ...screen('actions', {
        view: 'reportActions',
        buttons: ['cancel'],
        on: {
          'TAP.saveReport': 'Report Name',
          'TAP.deleteReport': unless([{ when: 'isStandardReport', text: 'standardReport' }], {
            target: 'Delete Report',
          }),
          'TAP.exportReport': { target: '#Export', actions: 'openExport' },
          'TAP.printReport': { target: 'Printing', actions: 'closeForPrinting' },
          'TAP.cancel': [
            { guard: 'reportViewed', target: 'Report' },
            { target: 'Report Settings' },
          ],
        },
      }),
    },
    'Delete Report': dialog('deleteReport', {
      view: 'deleteReport',
      on: {
        'TAP.yesDelete': { target: 'Report List', actions: ['deleteReport', 'openReports'] },
        'TAP.cancel': 'Report Settings',
      },
    }),
    'Report Name': field('saveReport', {
      field: 'reportName',
      from: 'reportName',
      refusals: [
        { when: 'fieldBlank', text: 'nameMissing' },
        { when: 'reportNameTaken', text: 'reportNameTaken' },
      ],
      ok: { target: 'Report Settings', actions: 'saveReport' },
      cancel: 'Report Settings',
    }),
    Printing: {
      ...busy('printReport'),
      invoke: { src: 'printReport', input: ({ context }) => tableOf(context, sources) },
      on: {
        'PRINTER.DONE': { target: 'Printed', actions: 'sayPrinted' },
        'PRINTER.FAILED': {
          target: 'Not Printed',
          actions: { type: 'refuse', params: { text: 'noPrinter' } },
        },
      },
    },
    Printed: message('printReport', 'Report Settings', 'message'),
    'Not Printed': message('printReport', 'Report Settings'),
    Export: exportReport(sources),
  },
});
