import { hash } from 'node:crypto';
import { type Screen, type Sha256, sameScreen } from '#core';

/** The digests of the screens seen lately: most frames show what was shown before. */
const known = new Map<string, Sha256>();
const mostKnown = 4096;

/**
 * The SHA-256 of what a person sees: two screens that nobody could tell apart have the same, whichever
 * carrier they came over.
 */
export function screenDigest(screen: Screen): Sha256 {
  const last = lastWith.get(screen.rows);
  if (last && sameScreen(last.screen, screen)) return last.digest;
  const digest = digestOf(canonical(screen));
  lastWith.set(screen.rows, { screen, digest });
  return digest;
}

/** The last screen with these very rows: a meter in this process shows the same ones over and over. */
const lastWith = new WeakMap<
  Screen['rows'],
  { readonly screen: Screen; readonly digest: Sha256 }
>();

function digestOf(text: string): Sha256 {
  let digest = known.get(text);
  if (digest === undefined) {
    digest = hash('sha256', text);
    if (known.size >= mostKnown) known.clear();
    known.set(text, digest);
  }
  return digest;
}

/** The parts of a screen in an order of our own, whatever order they came in. */
function canonical({ display, title, rows, more, field, busy, beeps, language }: Screen): string {
  return JSON.stringify([
    display,
    title,
    rows.map(({ text, role, selected, checked, rect }) => [text, role, selected, checked, rect]),
    [more.above, more.below],
    field && [field.label, field.value, field.maxLength, field.secret, field.mode],
    busy,
    beeps,
    language,
  ]);
}
