import { createHash } from 'node:crypto';
import type { Row, Screen } from '#core';

/**
 * SHA-256, in hex, of what a person sees, for keeping each screen once: frames of the same look have
 * the same digest, whatever their numbers, and however often the machine has beeped.
 */
export const screenDigest = (screen: Screen): string =>
  createHash('sha256')
    .update(JSON.stringify(seenOf(screen)))
    .digest('hex');

/** What is to be seen of a screen, its parts in a fixed order and what is not so left out. */
export const seenOf = (screen: Screen): Omit<Screen, 'beeps'> => {
  const { display, title, rows, more, field, busy, language } = screen;
  return {
    display,
    title,
    rows: rows.map(seenRow),
    more: { above: more.above, below: more.below },
    ...(field ? { field: seenField(field) } : {}),
    busy,
    language,
  };
};

const seenRow = ({ text, role, selected, checked, rect }: Row): Row => ({
  text,
  role,
  ...(selected ? { selected } : {}),
  ...(checked ? { checked } : {}),
  ...(rect ? { rect } : {}),
});

const seenField = ({ label, value, maxLength, secret, mode }: NonNullable<Screen['field']>) => ({
  label,
  value,
  maxLength,
  secret,
  mode,
});
