import {
  inBytes,
  isQuery,
  join,
  type Operation,
  readAnswer,
  splitElements,
  writeOperation,
} from '#protocol';
import { Mismatch, shown } from './case.ts';
import type { Asker, Told } from './subject.ts';
import { textOf, type Wire } from './wire.ts';

/** Operations as lines of the dialect, each with the question for its error on the same line. */
export function scpiAsker(wire: Wire): Asker {
  return {
    tell: async (operation) =>
      told(operation, await wire.askBytes(lineOf(operation), operation.op)),
    send: (operation) => wire.send(lineOf(operation)),
    close: () => wire.close(),
  };
}

const lineOf = (operation: Operation): Uint8Array =>
  inBytes(join([writeOperation(operation), ':SYSTem:ERRor?\n'], ';'));

function told(operation: Operation, line: Uint8Array): Told {
  const elements = splitElements(line);
  const error = elements.at(-1)?.fields ?? [];
  const [code, text] = error;
  if (code?.kind !== 'text' || text?.kind !== 'string' || !/^-?\d+$/.test(code.text)) {
    throw new Mismatch(
      `an error such as 0,"No error" at the end of the answer`,
      shown(textOf(line)),
    );
  }
  const number = Number(code.text);
  const element = elements.length > 1 ? elements[0] : undefined;
  if (number !== 0 || !isQuery(operation))
    return { answer: undefined, code: number, text: text.text };
  if (!element) throw new Mismatch(`an answer to ${operation.op}`, shown(textOf(line)));
  return { answer: readAnswer(operation, element), code: 0, text: text.text };
}
