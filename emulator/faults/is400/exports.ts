import { is400 } from '#models';
import type { MeterFault, StickSocket } from '../fault.ts';
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
    stick: (socket) =>
      writingBy(socket, (name, bytes) => {
        const begun = socket.beginWrite(name, bytes);
        if (begun.status !== 'writing') return begun;
        const { write } = begun;
        return {
          status: 'writing',
          write: {
            step: (maxBytes) => {
              const stepped = write.step(maxBytes);
              const full = stepped.status === 'failed' && stepped.reason === 'full';
              if (full) leaveWhatFits(socket, name, bytes);
              return stepped;
            },
            abort: () => write.abort(),
            abandon: () => write.abandon(),
          },
        };
      }),
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

/** A socket with another way to begin a file. */
const writingBy = (socket: StickSocket, beginWrite: StickSocket['beginWrite']): StickSocket => ({
  get insertion() {
    return socket.insertion;
  },
  listRoot: () => socket.listRoot(),
  listFolders: (path) => socket.listFolders(path),
  readFile: (name) => socket.readFile(name),
  beginWrite,
});

/** Writes the longest beginning of a file, by halves, that the stick has room for. */
function leaveWhatFits(socket: StickSocket, name: string, bytes: Uint8Array): void {
  for (let length = Math.floor(bytes.length / 2); ; length = Math.floor(length / 2)) {
    const begun = socket.beginWrite(name, bytes.subarray(0, length));
    if (begun.status !== 'writing') return;
    if (begun.write.step(Math.max(1, length)).status === 'done' || length === 0) return;
  }
}
