import type { Millis, RecordLine } from '#core';
import { checkVersion, parseLine } from './read-lines.ts';
import { textLines } from './text-lines.ts';

const parsedTypes = [
  ...(['run', 'plan', 'scenario', 'step', 'measurement', 'verdict', 'time'] as const),
] as const;

type ParsedLine = Extract<RecordLine, { readonly type: (typeof parsedTypes)[number] }>;

/** What a skimming reader sees of a record. */
export type SkimmedLine =
  | ParsedLine
  | { readonly type: 'frame'; readonly at: Millis }
  | { readonly type: 'key' };

const typeMark = '"type":"';
const atMark = '"frame","at":';
const parsed: ReadonlySet<string> = new Set(parsedTypes);

/**
 * Reads what history wants of a record, line by line: what was done, how it ended and when, of frames
 * no more than their time, of keys that there was one. It is several times as quick as reading all,
 * and proves nothing about the chain. A torn last line is left out. Errors: `FB_RUN_RECORD`.
 */
export function* skimLines(path: string): Generator<SkimmedLine> {
  let number = 0;
  const whole = (text: string): RecordLine => parseLine(Buffer.from(text, 'latin1'), number, path);
  for (const bytes of textLines(path, { torn: false })) {
    // Each byte as the character of its number: marks are found quickest so.
    const text = bytes.toString('latin1');
    number += 1;
    if (number === 1) checkVersion(whole(text), path);
    // Before the type stand numbers and a digest only: the first mark is its.
    const begin = text.indexOf(typeMark) + typeMark.length;
    const type = text.slice(begin, text.indexOf('"', begin));
    if (type === 'key') yield { type };
    else if (type === 'frame') yield { type, at: timeIn(text, begin - 1) ?? timeOf(whole(text)) };
    else if (parsed.has(type)) yield whole(text) as ParsedLine; // its type is one of these
  }
}

/** The time of a frame where the program writes it, right behind the type. */
function timeIn(text: string, begin: number): Millis | undefined {
  if (!text.startsWith(atMark, begin)) return undefined;
  const from = begin + atMark.length;
  const at = Number(text.slice(from, text.indexOf(',', from)));
  return Number.isFinite(at) ? at : undefined;
}

const timeOf = (line: RecordLine): Millis => (line.type === 'frame' ? line.at : 0);
