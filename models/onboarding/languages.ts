import type { Pence } from '#core';

/** The languages that the pages come in. */
export const languages = ['en', 'fr-CA'] as const;

export type Language = (typeof languages)[number];

/** Groups of three digits, from the right. */
const grouped = (digits: string, separator: string): string =>
  digits.replace(/\B(?=(?:\d{3})+$)/g, separator);

/** A blank at which no line breaks. */
const noBreak = '\u00a0';

/** Money as it is written in Canada: "$1,234.50" in English, "1 234,50 $" in French. */
export function money(pence: Pence, language: Language): string {
  const digits = String(Math.abs(pence)).padStart(3, '0');
  const [dollars, cents] = [digits.slice(0, -2), digits.slice(-2)];
  const sign = pence < 0 ? '-' : '';
  switch (language) {
    case 'en':
      return `${sign}$${grouped(dollars, ',')}.${cents}`;
    case 'fr-CA':
      return `${sign}${grouped(dollars, noBreak)},${cents}${noBreak}$`;
    default:
      return language satisfies never;
  }
}
