import { LinkRefusal, type Operation } from '../operations.ts';
import { byte, bytesOf, isDigit, partOf, startsWith, wholeIn } from './bytes.ts';
import { type Command, lastSequence } from './command-table.ts';
import { crc32 } from './crc32.ts';
import type { Datum } from './datum.ts';
import { commandOf, readOperation } from './operation-codec.ts';
import { type ParsedUnit, parseProgramMessage } from './parse-program-message.ts';
import { type SessionCommand, sessionCommand } from './session-commands.ts';

/** What a command of a program message asks for: of the controller, or of the session itself. */
export type Asked =
  | { readonly kind: 'operation'; readonly operation: Operation; readonly command: Command }
  | {
      readonly kind: 'session';
      readonly command: SessionCommand;
      readonly params: readonly Datum[];
    }
  | { readonly kind: 'refused'; readonly refusal: LinkRefusal };

/** What one command asks for. */
export function askedBy(unit: ParsedUnit): Asked {
  if (unit.kind === 'fault') return { kind: 'refused', refusal: unit.refusal };
  const command = sessionCommand(unit);
  if (command) return { kind: 'session', command, params: unit.params };
  try {
    const operation = readOperation(unit);
    return { kind: 'operation', operation, command: commandOf(operation) };
  } catch (error) {
    if (!(error instanceof LinkRefusal)) throw error;
    return { kind: 'refused', refusal: error };
  }
}

/*
 * A bench says the same over and over, but for the number of a press. Messages are remembered by
 * their bytes, without the number where it is the one that guards the message.
 */

interface Known {
  /** What stands before the number. */
  readonly before: Uint8Array;
  /** What stands after it, or the whole message where it has none. */
  readonly after: Uint8Array;
  readonly list: readonly Asked[];
  /** The place of the press with the number; -1 where the message has none. */
  readonly numbered: number;
}

/** By the checksum of what stands after the number; a map finds whole numbers of 32 bits soonest. */
const remembered = new Map<number, Known>();
const mostRemembered = 500;
const longestRemembered = 500;

/**
 * What the program message asks for that begins at `from` in a line, in its order; `seq` is the number
 * that guards it.
 */
export function askedIn(line: Uint8Array, from = 0, seq = 0): readonly Asked[] {
  const message = (): Uint8Array => partOf(line, from);
  if (line.length > longestRemembered) return parseProgramMessage(message()).map(askedBy);
  const number = numberFrom(line, from, seq);
  const isNumbered = number >= 0;
  const before = isNumbered ? number : from;
  const after = isNumbered ? digitsEnd(line, number) : from;
  const mark = crc32(line, after) | 0;
  const known = remembered.get(mark);
  if (
    known &&
    holds(line, from, before, known.before) &&
    holds(line, after, line.length, known.after)
  ) {
    return renumbered(known, seq);
  }
  const units = parseProgramMessage(message());
  const list = units.map(askedBy);
  if (units.every(isPlain) && isOfOnePress(list)) {
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(mark, {
      before: line.slice(from, before),
      after: line.slice(after),
      list,
      numbered: isNumbered ? list.findIndex(isPress) : -1,
    });
  }
  return list;
}

/** Whether these very bytes stand from `from` to `to`. */
const holds = (line: Uint8Array, from: number, to: number, bytes: Uint8Array): boolean =>
  bytes.length === to - from && startsWith(line, from, bytes);

const pressHeader = bytesOf(':PANel:KEY ');

/**
 * Where the first press from `from` on has this very number; -1 where it has another, or is written in
 * another way.
 */
function numberFrom(line: Uint8Array, from: number, seq: number): number {
  // Whether a press may have that number.
  if (seq < 1 || seq > lastSequence) return -1;
  let header = from;
  while (header < line.length && !startsWith(line, header, pressHeader)) header += 1;
  const number = header + pressHeader.length;
  const end = digitsEnd(line, number);
  const isNumber = end > number && line[end] === byte.comma;
  return isNumber && wholeIn(line, number, end) === seq ? number : -1;
}

/** Where digits end. */
function digitsEnd(line: Uint8Array, from: number): number {
  let to = from;
  while (isDigit(line[to] ?? 0)) to += 1;
  return to;
}

function renumbered({ list, numbered }: Known, seq: number): readonly Asked[] {
  const known = list[numbered];
  if (known?.kind !== 'operation' || known.operation.op !== 'press') return list;
  const { operation, command } = known;
  return list.with(numbered, {
    kind: 'operation',
    operation: { op: 'press', seq, key: operation.key },
    command,
  });
}

const isPress = (asked: Asked): boolean =>
  asked.kind === 'operation' && asked.operation.op === 'press';

/** Words and numbers are no texts in quotes, in which a press is none. */
const isPlain = (unit: ParsedUnit): boolean =>
  unit.kind === 'command' && unit.params.every(({ kind }) => kind === 'word' || kind === 'number');

/** The first press is the one that has the number: none was refused, and no other stands before it. */
const isOfOnePress = (list: readonly Asked[]): boolean =>
  list.every(({ kind }) => kind !== 'refused') && list.filter(isPress).length <= 1;
