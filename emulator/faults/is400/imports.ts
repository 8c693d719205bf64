import * as is400 from '#models/is400';
import type { MeterFault } from '../fault.ts';
import { inRules } from './seeding.ts';

type Import = ReturnType<is400.Is400Rules['importAccounts']>;

const textOf = (bytes: Uint8Array, { csv }: is400.Profile): string =>
  new TextDecoder(csv.encoding).decode(bytes);

const linesOf = (bytes: Uint8Array, profile: is400.Profile): readonly string[] =>
  textOf(bytes, profile).split(/\r\n|\n|\r/);

/** Faults in the account list that is read from the USB key. */
export const importFaults: readonly MeterFault[] = [
  inRules(
    'import-replaces-list',
    'The accounts of the file take the place of those in the list.',
    ({ importAccounts }) => ({
      importAccounts: (memory, bytes, profile) => {
        const read = importAccounts({ ...memory, accounts: [] }, bytes, profile);
        return read.result.added > 0 ? read : { ...read, accounts: memory.accounts };
      },
    }),
  ),
  inRules(
    'import-accepts-duplicates',
    'Numbers and names that are taken are imported once more.',
    ({ importAccounts, sorted }) => ({
      importAccounts: (memory, bytes, profile) => {
        const start: Import = {
          accounts: memory.accounts,
          result: { added: 0, refused: 0, firstFault: null },
        };
        // Each line is read as if the list were empty, but for its length.
        return linesOf(bytes, profile).reduce((sofar, line, index): Import => {
          const left = profile.accountCapacity - sofar.accounts.length;
          const read = importAccounts(
            { ...memory, accounts: [] },
            is400.encodeText(line, profile.csv.encoding),
            { ...profile, accountCapacity: left },
          );
          const { added, refused, firstFault } = read.result;
          return {
            accounts: sorted([...sofar.accounts, ...read.accounts]),
            result: {
              added: sofar.result.added + added,
              refused: sofar.result.refused + refused,
              firstFault:
                sofar.result.firstFault ?? (firstFault && { ...firstFault, line: index + 1 }),
            },
          };
        }, start);
      },
    }),
  ),
  inRules(
    'import-stops-at-first-fault',
    'Lines after the first one that is refused are not read.',
    ({ importAccounts }) => ({
      importAccounts: (memory, bytes, profile) => {
        const read = importAccounts(memory, bytes, profile);
        const { firstFault } = read.result;
        if (firstFault === null) return read;
        const until = linesOf(bytes, profile).slice(0, firstFault.line).join('\r\n');
        return importAccounts(memory, is400.encodeText(until, profile.csv.encoding), profile);
      },
    }),
  ),
  inRules(
    'import-last-line-lost',
    'A last line without a line end is not read.',
    ({ importAccounts }) => ({
      importAccounts: (memory, bytes, profile) => {
        const ended = textOf(bytes, profile).replace(/[^\r\n]+$/, '');
        return importAccounts(memory, is400.encodeText(ended, profile.csv.encoding), profile);
      },
    }),
  ),
  inRules(
    'import-status-ignored',
    'Accounts that the file calls inactive are imported as active.',
    ({ importAccounts }) => ({
      importAccounts: (memory, bytes, profile) => {
        const read = importAccounts(memory, bytes, profile);
        if (read.accounts === memory.accounts) return read;
        const known = new Set(memory.accounts);
        const accounts = read.accounts.map((one) =>
          known.has(one) ? one : { ...one, active: true },
        );
        return { ...read, accounts };
      },
    }),
  ),
  inRules(
    'import-name-one-too-long',
    'A name that is one character too long is imported.',
    ({ importAccounts }) => ({
      importAccounts: (memory, bytes, profile) =>
        importAccounts(memory, bytes, {
          ...profile,
          accountNameLength: profile.accountNameLength + 1,
        }),
    }),
  ),
  inRules(
    'import-one-too-many',
    'An import fills the list with one account more than it holds.',
    ({ importAccounts }) => ({
      importAccounts: (memory, bytes, profile) =>
        importAccounts(memory, bytes, {
          ...profile,
          accountCapacity: profile.accountCapacity + 1,
        }),
    }),
  ),
  inRules('import-takes-any-file-name', 'Every CSV file of the USB key is offered.', () => ({
    isAccountFileName: (name) => /\.csv$/i.test(name),
  })),
  inRules(
    'import-ignores-calendar',
    'A file is offered although its name is a moment that does not exist.',
    () => ({ isAccountFileName: (name) => /^ACS_\d{8}_\d{6}\.CSV$/i.test(name) }),
  ),
  inRules(
    'import-counts-lines-from-zero',
    'The first refused line is named one too low.',
    ({ importAccounts }) => ({
      importAccounts: (memory, bytes, profile) => {
        const read = importAccounts(memory, bytes, profile);
        const { firstFault } = read.result;
        const moved = firstFault && { ...firstFault, line: firstFault.line - 1 };
        return { ...read, result: { ...read.result, firstFault: moved } };
      },
    }),
  ),
  inRules(
    'import-resets-usage',
    'An import begins the reports of all accounts anew.',
    ({ importAccounts }) => ({
      importAccounts: (memory, bytes, profile) => {
        const read = importAccounts(memory, bytes, profile);
        if (read.result.added === 0) return read;
        const usage = { items: 0, zeroItems: 0, postage: 0 };
        return { ...read, accounts: read.accounts.map((account) => ({ ...account, usage })) };
      },
    }),
  ),
];
