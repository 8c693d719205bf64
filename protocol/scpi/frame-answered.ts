import type { Frame } from '#core';
import { frameIn, numberName } from '../frame-text.ts';
import { blockEnd, byte, bytesOf, isDigit, partOf, startsWith, textOf, wholeIn } from './bytes.ts';
import { crc32, crc32Before } from './crc32.ts';
import { usualHead } from './guard.ts';

/*
 * A display shows over and over what it has shown before, each time under another number. An answer
 * is read once up to that number, and known again by its checksum so far and its bytes.
 */

interface Read {
  /** Of the answer, from what it guards up to the number. */
  readonly bytes: Buffer;
  readonly frame: Frame;
}

/** By that checksum; a map finds whole numbers of 32 bits soonest. */
const read = new Map<number, Read>();
const mostRead = 2000;

const beforeBlock = bytesOf('1;');
const beforeNumber = bytesOf(numberName);
const afterNumber = bytesOf('}');
const afterBlock = bytesOf(';0,"No error"');
const mostDigits = 15;

/**
 * The frame in the answer to a guarded message that looks at the display and asks nothing else, where
 * it has arrived as it was sent, is written as it usually is and tells of no error.
 */
export function frameAnswered(
  line: Uint8Array,
): { readonly seq: number; readonly frame: Frame } | undefined {
  const head = usualHead(line);
  if (head?.kind !== 'answer' || !startsWith(line, head.length, beforeBlock)) return undefined;
  const { seq, sum, length } = head;
  const block = length + beforeBlock.length;
  const end = line[block] === byte.hash ? blockEnd(line, block) : -1;
  if (end + afterBlock.length !== line.length || !startsWith(line, end, afterBlock)) {
    return undefined;
  }
  const last = end - afterNumber.length;
  const number = numberIn(line, last);
  if (number < 0) return undefined;
  const mark = crc32Before(line, number, line.length, sum) | 0;
  const known = read.get(mark);
  // The same bytes have the same checksum, so that it was right.
  if (known?.bytes.compare(line, length, number) === 0) {
    return { seq, frame: { ...known.frame, frame: wholeIn(line, number, last) } };
  }
  if (crc32(line, length) !== sum) return undefined;
  const content = block + 2 + ((line[block + 1] ?? 0) - byte.zero);
  const frame = frameIn(textOf(partOf(line, content, end)));
  if (!frame) return undefined;
  if (read.size >= mostRead) read.clear();
  read.set(mark, { bytes: Buffer.from(partOf(line, length, number)), frame });
  return { seq, frame };
}

/** Where the number of a frame begins that ends before `last`; -1 where there is none. */
function numberIn(line: Uint8Array, last: number): number {
  let from = last;
  while (isDigit(line[from - 1] ?? 0)) from -= 1;
  const digits = last - from;
  const isWhole = digits === 1 || (digits <= mostDigits && line[from] !== byte.zero);
  const isNumber =
    digits > 0 &&
    isWhole &&
    startsWith(line, from - beforeNumber.length, beforeNumber) &&
    startsWith(line, last, afterNumber);
  return isNumber ? from : -1;
}
