import { BenchError, type Frame } from '#core';
import {
  type Element,
  elementText,
  frameAnswered,
  guard,
  inBytes,
  isQuery,
  join,
  joined,
  type LinkError,
  LinkNonsense,
  noError,
  type Operation,
  readAnswer,
  readError,
  readGuarded,
  splitElements,
  type Written,
  writeOperation,
} from '#protocol';
import { namesOf } from './refused.ts';

/** What an answer to a message says. */
export interface Replied {
  readonly answers: readonly unknown[];
  /** Number 0 where there was none. */
  readonly error: LinkError;
  /** True where the message was refused as a whole: nothing of it was carried out or counted. */
  readonly refused: boolean;
}

/** What a line is to a message: its answer, somebody else's, or one that was spoilt on the way. */
export type ReadLine =
  | { readonly kind: 'answer'; readonly replied: Replied }
  | { readonly kind: 'other' }
  | { readonly kind: 'spoilt'; readonly why: string };

/** A program message, and how its answer is known among the lines that come. */
export interface ScpiMessage {
  /** With its line end. */
  readonly bytes: Uint8Array;
  /** Errors: FB_LINK_NONSENSE for an answer that arrived as it was sent and says nothing. */
  read(line: Uint8Array): ReadLine;
}

/** Operations from the root of the tree, with the question after an error at their end. */
function commandsOf(before: string, operations: readonly Operation[]): Written {
  let commands: Written = before;
  for (const operation of operations) commands = joined(commands, ';', writeOperation(operation));
  return joined(commands, ';', anyError);
}

const anyError = ':SYSTem:ERRor?';
const lineEnd = '\n';

/** A message that is carried out once, however often it is sent. */
export function guardedMessage(
  seq: number,
  operations: readonly Operation[],
  name: string,
): ScpiMessage {
  // The answer to *OPC? tells an answer of the operations from a refusal of the whole message.
  const rest = commandsOf('*OPC?', operations);
  const looks = looksOnly(operations);
  return {
    bytes: guard(seq, rest, lineEnd),
    read: (line) => {
      const seen = looks ? frameAnswered(line) : undefined;
      if (seen?.seq === seq) return { kind: 'answer', replied: shown(seen.frame, operations) };
      const found = readGuarded(line);
      if (found?.kind !== 'answer') return { kind: 'spoilt', why: unnumbered(line) };
      if (found.check !== 'sound')
        return { kind: 'spoilt', why: 'an answer with a wrong checksum' };
      if (found.seq < seq) return { kind: 'other' };
      if (found.seq > seq) return { kind: 'spoilt', why: `an answer to number ${found.seq}` };
      const elements = splitElements(line.subarray(found.from));
      try {
        if (elements.length === 1) return refusedMessage(elements[0]);
        return { kind: 'answer', replied: replyIn(operations, elements.slice(1)) };
      } catch (error) {
        throw error instanceof LinkNonsense ? nonsense(name, operations, error.message) : error;
      }
    },
  };
}

/** Whether the display is all that is asked for. */
function looksOnly(operations: readonly Operation[]): boolean {
  let looks = 0;
  for (const operation of operations) {
    if (operation.op === 'screen') looks += 1;
    else if (isQuery(operation)) return false;
  }
  return looks === 1;
}

function unnumbered(line: Uint8Array): string {
  const text = new TextDecoder().decode(line.subarray(0, 120));
  return /^-\d+,"/.test(text) ? `it said ${text}` : 'an answer came without its number';
}

/** What a message comes out with that asks for the display and nothing else. */
const shown = (frame: Frame, operations: readonly Operation[]): Replied => ({
  answers: operations.map(({ op }) => (op === 'screen' ? frame : undefined)),
  error: noError,
  refused: false,
});

/** The message arrived spoilt, or it is not its turn. */
function refusedMessage(element: Element | undefined): ReadLine {
  const error = readError(element ?? { fields: [] });
  if (error.code === -360)
    return { kind: 'spoilt', why: 'the message arrived with a wrong checksum' };
  return { kind: 'answer', replied: { answers: [], error, refused: true } };
}

/** A message for a controller without guarded messages: its answer is known by its tag alone. */
export function taggedMessage(tag: number, operations: readonly Operation[]): ScpiMessage {
  return {
    bytes: inBytes(join([commandsOf(`*CLS;*ESE ${tag};*ESE?`, operations), lineEnd], '')),
    read: (line) => {
      const [mark, ...elements] = splitElements(line);
      if (!mark || elementText(mark) !== String(tag)) return { kind: 'other' };
      try {
        return { kind: 'answer', replied: replyIn(operations, elements) };
      } catch (error) {
        if (!(error instanceof LinkNonsense)) throw error;
        return { kind: 'spoilt', why: `the answer cannot be understood: ${error.message}` };
      }
    },
  };
}

/** The answers of operations and the error at their end. Errors: LinkNonsense. */
function replyIn(operations: readonly Operation[], elements: readonly Element[]): Replied {
  const last = elements.at(-1);
  const error = readError(last ?? { fields: [] });
  if (error.code !== 0) return { answers: [], error, refused: false };
  let queries = 0;
  for (const operation of operations) if (isQuery(operation)) queries += 1;
  if (elements.length !== queries + 1) {
    throw new LinkNonsense(`${queries} answers were expected, and ${elements.length - 1} came`);
  }
  let at = 0;
  const answers = operations.map((operation) => {
    const element = isQuery(operation) ? elements[at++] : undefined;
    return element ? readAnswer(operation, element) : undefined;
  });
  return { answers, error, refused: false };
}

/** The error for an answer that no sending again makes better. */
export const nonsense = (name: string, operations: readonly Operation[], why: string): BenchError =>
  new BenchError(
    'FB_LINK_NONSENSE',
    `${name} answered "${namesOf(operations)}" with what cannot be understood: ${why}`,
    { hint: '"frankbench conform" says what is wrong with a controller' },
  );
