import { encodeText } from '../account-file.ts';
import { busy, lines, list, message } from './building.ts';
import type { ChartSources, PanelState } from './setup.ts';

/** The key failed: the machine says why and what came of it. */
const failed = (target: string) => ({ target, actions: 'refuseStick' as const });

/** Account Management > Manage Accounts > Export Account List. */
export const exportAccountList = ({ profile, rules }: ChartSources): PanelState => ({
  initial: 'Insert Key',
  states: {
    'Insert Key': lines({
      title: 'exportAccountList',
      lines: 'insertKey',
      ok: { target: 'Writing' },
      back: '#Manage Accounts',
    }),
    Writing: {
      ...busy('writingKey'),
      invoke: {
        src: 'writeAccountFile',
        input: ({ context }) => ({
          bytes: encodeText(
            rules.formatAccounts(context.memory.accounts, profile.csv),
            profile.csv.encoding,
          ),
        }),
      },
      on: {
        ...busy('writingKey').on,
        'STICK.WRITTEN': 'Export Complete',
        'STICK.FAILED': failed('Export Failed'),
      },
    },
    'Export Complete': lines({
      title: 'exportDone',
      lines: 'exportDone',
      ok: { target: '#Manage Accounts' },
    }),
    'Export Failed': message('exportAccountList', 'Insert Key', 'nothingExported'),
  },
});

/** Account Management > Manage Accounts > Import Account List. */
export const importAccountList: PanelState = {
  initial: 'Insert Key',
  states: {
    'Insert Key': lines({
      title: 'importAccountList',
      lines: 'insertKey',
      ok: { target: 'Reading Key' },
      back: '#Manage Accounts',
    }),
    'Reading Key': {
      ...busy('readingKey'),
      invoke: { src: 'listAccountFiles', input: undefined },
      on: {
        ...busy('readingKey').on,
        'STICK.FILES': [
          {
            guard: 'noAccountFile',
            target: 'Import Failed',
            actions: { type: 'refuse', params: { text: 'noFile' } },
          },
          { target: 'Select File', actions: 'keepFiles' },
        ],
        'STICK.FAILED': failed('Import Failed'),
      },
    },
    'Select File': list({
      title: 'selectFile',
      list: 'files',
      back: 'Insert Key',
      ok: { target: 'Importing', actions: 'draftFile' },
    }),
    Importing: {
      ...busy('importing'),
      invoke: {
        src: 'readAccountFile',
        input: ({ context }) => ({ name: context.draft.file ?? '' }),
      },
      on: {
        ...busy('importing').on,
        'STICK.CONTENT': { target: 'Import Result', actions: 'importAccounts' },
        'STICK.FAILED': failed('Import Failed'),
      },
    },
    'Import Result': lines({
      title: 'importResult',
      lines: 'importResult',
      ok: { target: '#Manage Accounts' },
    }),
    'Import Failed': message('importAccountList', 'Insert Key', 'nothingImported'),
  },
};
