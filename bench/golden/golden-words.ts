import type { Screen } from '#core';
import { screenDigest } from '#displays';
import { screenDifference } from '../failures.ts';
import type { GoldenDifference } from './compare-golden.ts';

/**
 * Tells how a display differs from its golden screen: how large the difference is and where, then line
 * by line, `-` before what is gone and `+` before what is new.
 */
export function wordsOfDifference(
  { pixels, parts, sizes }: GoldenDifference,
  golden: Screen,
  shown: Screen,
): readonly [summary: string, ...lines: string[]] {
  const size = sizes ? `; it has ${sizes}` : '';
  const summary = `${pixels} pixels that differ, in ${parts.join('; ')}${size}`;
  if (screenDigest(golden) === screenDigest(shown)) {
    return [summary, '(the same in words: only the drawing is another)'];
  }
  // Beeps are heard, and no picture has them.
  return [summary, ...screenDifference({ ...golden, beeps: shown.beeps }, shown)];
}
