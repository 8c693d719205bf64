import * as is400 from '#models/is400';
import type { MeterFault } from '../fault.ts';
import { keepingHalves, writingBy } from '../sockets.ts';
import { editEvents, editState, inChart, inRules, type Moment, withConfig } from './seeding.ts';

const writing = ['Supervisor', 'Export Account List', 'Writing'] as const;

/** Faults in the account list that is written to the USB key. */
export const exportFaults: readonly MeterFault[] = [
  inRules('csv-comma', 'The fields of an account list are parted by commas.', (real) => ({
    formatAccounts: (accounts, csv) => real.formatAccounts(accounts, { ...csv, delimiter: ',' }),
  })),
  inRules('csv-line-feed', 'The lines of an account list end with LF alone.', (real) => ({
    formatAccounts: (accounts, csv) => real.formatAccounts(accounts, { ...csv, lineEnd: '\n' }),
  })),
  inRules('csv-header', 'An account list begins with the names of its columns.', (real) => ({
    formatAccounts: (accounts, csv) =>
      real.formatAccounts(accounts, { ...csv, header: ['Number', 'Name', 'Status'] }),
  })),
  inChart(
    'csv-encoding',
    'An account list is written in the encoding of the other model.',
    (machine, { profile: { csv }, rules }) =>
      withConfig(machine, (config) =>
        editState(config, writing, (state) => ({
          ...state,
          invoke: {
            ...(state.invoke as object),
            input: ({ context }: Moment) => ({
              bytes: is400.encodeText(
                rules.formatAccounts(context.memory.accounts, csv),
                csv.encoding === 'utf-8' ? 'windows-1252' : 'utf-8',
              ),
            }),
          },
        })),
      ),
  ),
  inRules('export-last-row-missing', 'The last account is not in the file.', (real) => ({
    formatAccounts: (accounts, csv) => real.formatAccounts(accounts.slice(0, -1), csv),
  })),
  inRules('export-skips-inactive', 'Inactive accounts are not in the file.', (real) => ({
    formatAccounts: (accounts, csv) =>
      real.formatAccounts(
        accounts.filter(({ active }) => active),
        csv,
      ),
  })),
  {
    name: 'export-name-day-before-month',
    description: 'The name of the file has the day before the month.',
    stick: (socket) =>
      writingBy(socket, (name, bytes) =>
        socket.beginWrite(name.replace(/^ACS_(\d{4})(\d\d)(\d\d)/, 'ACS_$1$3$2'), bytes),
      ),
  },
  {
    name: 'half-file-left-when-full',
    description: 'A USB key that gets full keeps the part of the file that fits.',
    stick: keepingHalves,
  },
  inChart(
    'success-said-although-full',
    'The USB key is full and the machine says that the export is complete.',
    (machine) =>
      withConfig(machine, (config) =>
        editEvents(config, writing, (on) => ({
          'STICK.FAILED': [
            {
              guard: ({ event }: Moment) =>
                event.type === 'STICK.FAILED' && event.reason === 'full',
              target: 'Export Complete',
            },
            on['STICK.FAILED'],
          ],
        })),
      ),
  ),
];
