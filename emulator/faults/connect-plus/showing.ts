import type { Screen } from '#core';

/** A screen without the rows that read so. */
export const withoutRows = (screen: Screen, pattern: RegExp): Screen => ({
  ...screen,
  rows: screen.rows.filter(({ text }) => !pattern.test(text)),
});

/** A screen whose rows say something else where they read so. */
export const changedRows = (
  screen: Screen,
  pattern: RegExp,
  say: (shown: string) => string,
): Screen => ({
  ...screen,
  rows: screen.rows.map((row) => ({ ...row, text: row.text.replace(pattern, say) })),
});
