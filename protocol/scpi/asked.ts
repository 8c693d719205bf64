import { LinkRefusal, type Operation } from '../operations.ts';
import { textOf } from './bytes.ts';
import { lastSequence } from './command-table.ts';
import type { Datum } from './datum.ts';
import { readOperation } from './operation-codec.ts';
import { type ParsedUnit, parseProgramMessage } from './parse-program-message.ts';
import { type SessionCommand, sessionCommand } from './session-commands.ts';

/** What a command of a program message asks for: of the controller, or of the session itself. */
export type Asked =
  | { readonly kind: 'operation'; readonly operation: Operation }
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
    return { kind: 'operation', operation: readOperation(unit) };
  } catch (error) {
    if (!(error instanceof LinkRefusal)) throw error;
    return { kind: 'refused', refusal: error };
  }
}

/*
 * A bench says the same over and over, but for the number of a press. Messages are remembered by
 * their text, without the number where it is the one that guards the message.
 */

interface Known {
  /** What stands before the number. */
  readonly before: string;
  readonly list: readonly Asked[];
  /** The place of the press with the number; -1 where the text has none. */
  readonly numbered: number;
}

/** By what stands after the number, or by the whole text where it has none. */
const remembered = new Map<string, Known>();
const mostRemembered = 500;
const longestRemembered = 500;

/** What a program message asks for, in its order; `seq` is the number that guards it. */
export function askedIn(message: Uint8Array, seq?: number): readonly Asked[] {
  if (message.length > longestRemembered) return parseProgramMessage(message).map(askedBy);
  const text = textOf(message);
  const number = String(seq ?? '');
  const from = isInRange(seq) ? numberAt(text, number) : -1;
  const before = from < 0 ? '' : text.slice(0, from);
  const after = from < 0 ? text : text.slice(from + number.length);
  const known = remembered.get(after);
  if (known?.before === before) return renumbered(known, seq);
  const units = parseProgramMessage(message);
  const list = units.map(askedBy);
  if (units.every(isPlain) && isOfOnePress(list)) {
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(after, { before, list, numbered: from < 0 ? -1 : list.findIndex(isPress) });
  }
  return list;
}

/** Whether a press may have a number. */
const isInRange = (seq = 0): boolean => seq >= 1 && seq <= lastSequence;

const pressHeader = ':PANel:KEY ';

/** Where a press has this very number; -1 where it has another, or is written in another way. */
function numberAt(text: string, number: string): number {
  const header = text.indexOf(pressHeader);
  const at = header + pressHeader.length;
  const has = header >= 0 && text.startsWith(number, at) && text[at + number.length] === ',';
  return has ? at : -1;
}

function renumbered({ list, numbered }: Known, seq = 0): readonly Asked[] {
  const known = list[numbered];
  if (known?.kind !== 'operation' || known.operation.op !== 'press') return list;
  const { key } = known.operation;
  return list.with(numbered, { kind: 'operation', operation: { op: 'press', seq, key } });
}

const isPress = (asked: Asked): boolean =>
  asked.kind === 'operation' && asked.operation.op === 'press';

/** Words and numbers are ASCII, so that their text says which bytes they are; in quotes a press is none. */
const isPlain = (unit: ParsedUnit): boolean =>
  unit.kind === 'command' && unit.params.every(({ kind }) => kind === 'word' || kind === 'number');

/** The first press is the one that has the number: none was refused, and no other stands before it. */
const isOfOnePress = (list: readonly Asked[]): boolean =>
  list.every(({ kind }) => kind !== 'refused') && list.filter(isPress).length <= 1;
