import { byte, isDigit, type Line, lineOf, textIn } from './bytes.ts';

/** A part of an answer between commas. */
export type Field =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'block'; readonly bytes: Uint8Array; readonly text?: string };

/** What answers one query, parted by `;` from the answers of others. */
export interface Element {
  readonly fields: readonly Field[];
}

/**
 * The answers in a response message without its line end. Whatever comes is read: a text or a block without an end
 * reaches to the end of the line.
 */
export function splitElements(bytes: Uint8Array): Element[] {
  if (bytes.length === 0) return [];
  const line = lineOf(bytes);
  const elements: Element[] = [];
  let fields: Field[] = [];
  let at = 0;
  for (;;) {
    const [field, end] = readField(line, at);
    fields.push(field);
    if (bytes[end] !== byte.comma) {
      elements.push({ fields });
      fields = [];
    }
    if (end >= bytes.length) return elements;
    at = end + 1;
  }
}

/** An element with its text as it is written, for error messages. */
export const elementText = ({ fields }: Element): string =>
  fields
    .map((field) => {
      if (field.kind === 'block') return `a block of ${field.bytes.length} bytes`;
      return field.kind === 'string' ? JSON.stringify(field.text) : field.text;
    })
    .join(',')
    .slice(0, 120);

function readField(line: Line, from: number): readonly [field: Field, end: number] {
  const { bytes } = line;
  let start = from;
  while (bytes[start] === byte.space) start++;
  const first = bytes[start];
  if (first === byte.doubleQuote || first === byte.singleQuote) {
    return readString(line, start, first);
  }
  const digits = (bytes[start + 1] ?? 0) - byte.zero;
  if (first === byte.hash && isDigit(digits + byte.zero)) {
    const block = readBlock(line, start, digits);
    if (block) return block;
  }
  const end = fieldEnd(bytes, start);
  return [{ kind: 'text', text: textIn(line, start, end).trimEnd() }, end];
}

/** Where the field ends that goes on at `from`. */
function fieldEnd(bytes: Uint8Array, from: number): number {
  let end = from;
  while (end < bytes.length && bytes[end] !== byte.comma && bytes[end] !== byte.semicolon) end++;
  return end;
}

function readString(
  line: Line,
  start: number,
  quote: number,
): readonly [field: Field, end: number] {
  const { bytes } = line;
  let end = bytes.indexOf(quote, start + 1);
  let doubled = false;
  while (end >= 0 && bytes[end + 1] === quote) {
    doubled = true;
    end = bytes.indexOf(quote, end + 2);
  }
  const close = end < 0 ? bytes.length : end;
  const mark = String.fromCharCode(quote);
  const written = textIn(line, start + 1, close);
  const text = doubled ? written.replaceAll(mark + mark, mark) : written;
  return [{ kind: 'string', text }, fieldEnd(bytes, Math.min(close + 1, bytes.length))];
}

function readBlock(
  line: Line,
  start: number,
  digits: number,
): readonly [field: Field, end: number] | undefined {
  const { bytes } = line;
  const from = start + 2 + digits;
  if (digits === 0) return [{ kind: 'block', bytes: bytes.subarray(from) }, bytes.length];
  const written = textIn(line, start + 2, from);
  if (written.length < digits || !/^\d+$/.test(written)) return undefined;
  const end = Math.min(from + Number(written), bytes.length);
  const block = bytes.subarray(from, end);
  const text = line.text?.slice(from, end);
  return [
    text === undefined ? { kind: 'block', bytes: block } : { kind: 'block', bytes: block, text },
    fieldEnd(bytes, end),
  ];
}
