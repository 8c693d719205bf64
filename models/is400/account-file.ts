import { type CivilTime, isCivilTime } from '#core';
import { sorted } from './accounts.ts';
import { type Account, type Memory, noUsage } from './memory.ts';
import type { CsvDialect, Profile } from './profile.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** `ACS_yyyymmdd_hhmmss.CSV`, by the meter's clock. Source: seed of the IS-420/IS-440 accounts. */
export const accountFileName = (at: CivilTime): string =>
  `ACS_${String(at.year).padStart(4, '0')}${two(at.month)}${two(at.day)}_` +
  `${two(at.hour)}${two(at.minute)}${two(at.second)}.CSV`;

const namePattern = /^ACS_(\d{4})(\d\d)(\d\d)_(\d\d)(\d\d)(\d\d)\.CSV$/i;

/** True for a name of the documented form whose digits are a moment that exists. */
export function isAccountFileName(name: string): boolean {
  const [year, month, day, hour, minute, second] = (namePattern.exec(name) ?? [])
    .slice(1)
    .map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  if (hour === undefined || minute === undefined || second === undefined) return false;
  return isCivilTime({ year, month, day, hour, minute, second });
}

/** The account list as text: one record a line, the last one ended too. */
export function formatAccounts(accounts: readonly Account[], csv: CsvDialect): string {
  const records = accounts.map(({ number, name, active }) => [
    number,
    name,
    active ? csv.active : csv.inactive,
  ]);
  const lines = csv.header ? [csv.header, ...records] : records;
  return lines.map((fields) => fields.join(csv.delimiter) + csv.lineEnd).join('');
}

/** Characters of Windows-1252 beyond Latin-1, by their code. */
const windows1252 = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, i) => i))].map(
    (character, code) => [character, code],
  ),
);

/** The bytes of a text; a character that the encoding lacks becomes `?`. */
export function encodeText(text: string, encoding: CsvDialect['encoding']): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  return Uint8Array.from(text, (character) => windows1252.get(character) ?? 0x3f);
}

/** A byte sequence that is not UTF-8, decoded, is this character. */
const unreadable = '\ufffd';

/** Why a line of an account file is refused. */
export type LineFault =
  | 'columns'
  | 'number-missing'
  | 'number-length'
  | 'number-characters'
  | 'number-taken'
  | 'name-missing'
  | 'name-length'
  | 'name-characters'
  | 'name-taken'
  | 'status'
  | 'encoding'
  | 'full';

export interface ImportResult {
  readonly added: number;
  readonly refused: number;
  /** The first line that was refused, counted from 1, and why; `null` when none was. */
  readonly firstFault: { readonly line: number; readonly fault: LineFault } | null;
}

export interface AccountImport {
  readonly accounts: readonly Account[];
  readonly result: ImportResult;
}

/** Records end with CR LF, LF or CR, mixed if they like; empty lines hold no record. */
const linesOf = (text: string): readonly string[] => text.split(/\r\n|\n|\r/);

const spoken = /^[\p{L}\p{N} .,&'/()+-]+$/u;

/** Whether a text is made of characters that the machine can show and type or import. */
export const isNameText = (text: string): boolean => spoken.test(text);

export const isNumberText = (text: string, profile: Profile): boolean =>
  profile.accountNumberAlphabet === 'digits'
    ? /^[0-9]+$/.test(text)
    : /^[\p{L}\p{N}.&'/-]+$/u.test(text);

/**
 * Adds the accounts of a file to the list, line by line: a line that cannot be taken is refused and
 * counted, the others are added. What was in the list before stays as it was.
 */
export function importAccounts(memory: Memory, bytes: Uint8Array, profile: Profile): AccountImport {
  const added: Account[] = [];
  const numbers = new Set(memory.accounts.map((account) => account.number));
  const names = new Set(memory.accounts.map((account) => account.name));
  let refused = 0;
  let firstFault: ImportResult['firstFault'] = null;
  const text = new TextDecoder(profile.csv.encoding).decode(bytes);
  linesOf(text).forEach((line, index) => {
    if (line === '' || (index === 0 && line === profile.csv.header?.join(profile.csv.delimiter))) {
      return;
    }
    const full = memory.accounts.length + added.length >= profile.accountCapacity;
    if (full && firstFault !== null) {
      // Whatever it is, it is refused, and of the faults only the first is told.
      refused += 1;
      return;
    }
    const read = readLine(line, profile);
    const fault =
      typeof read === 'string'
        ? read
        : numbers.has(read.number)
          ? 'number-taken'
          : names.has(read.name)
            ? 'name-taken'
            : full
              ? 'full'
              : null;
    if (fault !== null || typeof read === 'string') {
      refused += 1;
      if (fault !== null) firstFault ??= { line: index + 1, fault };
      return;
    }
    added.push(read);
    numbers.add(read.number);
    names.add(read.name);
  });
  return {
    accounts: added.length > 0 ? sorted([...memory.accounts, ...added]) : memory.accounts,
    result: { added: added.length, refused, firstFault },
  };
}

function readLine(line: string, profile: Profile): Account | LineFault {
  const { csv } = profile;
  if (line.includes(unreadable)) return 'encoding';
  const fields = line.split(csv.delimiter);
  const [number, name, status] = fields;
  if (number === undefined || name === undefined || status === undefined || fields.length !== 3) {
    return 'columns';
  }
  if (number === '') return 'number-missing';
  if ([...number].length > profile.accountNumberLength) return 'number-length';
  if (!isNumberText(number, profile)) return 'number-characters';
  if (name.trim() === '') return 'name-missing';
  if ([...name].length > profile.accountNameLength) return 'name-length';
  if (!isNameText(name)) return 'name-characters';
  if (status !== csv.active && status !== csv.inactive) return 'status';
  return { number, name, active: status === csv.active, pin: null, usage: noUsage };
}
