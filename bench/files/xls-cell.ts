import type { CellObject } from '@e965/xlsx';
import { type CellKind, cellText, civilTime } from '#core';

interface XlsCell {
  readonly text: string;
  /** How it is stored otherwise than it should be. */
  readonly odd?: string;
}

interface Reading {
  /** Days are counted from 1904, as on an old Macintosh. */
  readonly days1904: boolean;
  /** Whether a number of that format is shown as a date or a time. */
  readonly isDate: (format: string) => boolean;
}

/** What a cell of a column of that kind stands for: by its value, not by how a program shows it. */
export function xlsText(kind: CellKind, cell: CellObject | undefined, reading: Reading): XlsCell {
  if (cell?.v === undefined || cell.v === null) return { text: '' };
  const formula = cell.f === undefined ? {} : { odd: 'a formula, which is no report' };
  if (cell.t === 's')
    return kind === 'text' || cell.v === ''
      ? { text: String(cell.v), ...formula }
      : { text: String(cell.v), odd: 'a text where a figure belongs' };
  if (cell.t !== 'n' || typeof cell.v !== 'number')
    return { text: String(cell.w ?? cell.v), odd: 'neither a text nor a number' };
  const number = cell.v;
  const format = String(cell.z ?? 'General');
  switch (kind) {
    case 'text':
      return { text: String(number), odd: 'a number where a text belongs' };
    case 'money':
      return { text: pence(number), ...formula };
    case 'count':
    case 'weight':
      return { text: String(number), ...formula };
    case 'date':
      return { text: day(number, reading), ...unlessDate(format, reading, formula) };
    case 'time':
    case 'duration':
      return { text: seconds(kind, number), ...unlessDate(format, reading, formula) };
    default:
      return kind satisfies never;
  }
}

/** Whether a fraction is so small that it is an error of arithmetic, not a value. */
const isWhole = (value: number): boolean =>
  Math.abs(value - Math.round(value)) < 1e-5 + Math.abs(value) * 1e-15;

const pence = (pounds: number): string =>
  isWhole(pounds * 100) ? cellText('money', Math.round(pounds * 100)) : String(pounds);

const seconds = (kind: CellKind, days: number): string =>
  days >= 0 && isWhole(days * 86_400) ? cellText(kind, Math.round(days * 86_400)) : String(days);

function day(serial: number, { days1904 }: Reading): string {
  if (!Number.isInteger(serial)) return String(serial);
  // 1899-12-30 is day 0 for every date from March 1900 on; 1904-01-01 is on the other count.
  const {
    year,
    month,
    day: ofMonth,
  } = civilTime((serial - (days1904 ? 24_107 : 25_569)) * 86_400_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return cellText('date', `${year}-${two(month)}-${two(ofMonth)}`);
}

const unlessDate = (
  format: string,
  { isDate }: Reading,
  otherwise: { odd?: string },
): { odd?: string } =>
  isDate(format)
    ? otherwise
    : { odd: `a number of the format ${format}, which shows no date or time` };
