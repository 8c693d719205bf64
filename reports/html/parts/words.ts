import type { Millis } from '#core';
import type { Standing } from '../run-figures.ts';
import { escapeHtml } from '../safe-text.ts';

/** The mark of a verdict; never the colour alone. */
export const verdictMark: Readonly<Record<Standing, string>> = {
  passed: '✓',
  failed: '✗',
  error: '!',
  inconclusive: '?',
  skipped: '–',
  incomplete: '…',
  'not run': '○',
};

/** A verdict as a class of CSS; a word that is not one is none. */
export const verdictClass = (verdict: string): string =>
  verdict in verdictMark ? verdict.replace(' ', '-') : 'unknown';

/** A verdict with its mark, as HTML. */
export const verdictBadge = (verdict: string): string => {
  const mark = (verdictMark as Readonly<Record<string, string>>)[verdict] ?? '?';
  return `<b class="v ${verdictClass(verdict)}"><i aria-hidden="true">${mark}</i>${escapeHtml(verdict)}</b>`;
};

/** "10,000" of a whole number that is not below zero: to load what knows of languages takes 10 ms. */
export const thousands = (number: number): string =>
  String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** "1 scenario", "10,000 scenarios". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${thousands(number)} ${number === 1 ? one : many}`;

/** "28 Nov 2026 15:05:54 UTC" of an ISO time. */
export function utc(iso: string): string {
  const [date = '', time = ''] = new Date(iso).toISOString().split('T');
  const [year, month, day] = date.split('-');
  const names = [
    'Jan',
    'Feb',
    'Mar',
    'Apr',
    'May',
    'Jun',
    'Jul',
    'Aug',
    'Sep',
    'Oct',
    'Nov',
    'Dec',
  ];
  return `${Number(day)} ${names[Number(month) - 1]} ${year} ${time.slice(0, 8)} UTC`;
}

/** "1 min 5 s" from milliseconds. */
export function duration(ms: Millis): string {
  if (ms < 60_000) return `${Number((ms / 1000).toFixed(ms < 1000 ? 3 : 1))} s`;
  const minutes = Math.floor(ms / 60_000);
  return `${minutes} min ${Math.floor((ms % 60_000) / 1000)} s`;
}
