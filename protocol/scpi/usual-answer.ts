import type { Frame } from '#core';
import { frameIn } from '../frame-text.ts';
import { blockEnd, byte, bytesOf, partOf, startsWith, textOf } from './bytes.ts';

const start = bytesOf('1;#');
const end = bytesOf(';0,"No error"');

/**
 * The frame in the answer to a guarded message that looks at the display and asks nothing else, where
 * it is written as it usually is and tells of no error: that takes no reading of its parts.
 */
export function frameAnswered(rest: Uint8Array): Frame | undefined {
  if (!startsWith(rest, 0, start)) return undefined;
  const to = blockEnd(rest, start.length - 1);
  if (to + end.length !== rest.length || !startsWith(rest, to, end)) return undefined;
  const digits = (rest[start.length] ?? 0) - byte.zero;
  return frameIn(textOf(partOf(rest, start.length + 1 + digits, to)));
}
