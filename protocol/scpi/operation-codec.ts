import { type AnswerOf, LinkRefusal, type Operation, type OperationName } from '../operations.ts';
import { joined, type Written } from './bytes.ts';
import { type Command, commandTable } from './command-table.ts';
import { type Datum, shown } from './datum.ts';
import type { Element } from './elements.ts';
import { spellings } from './headers.ts';
import type { ParamCodec } from './params.ts';
import type { ParsedCommand } from './parse-program-message.ts';

const operationNames = Object.keys(commandTable) as OperationName[];

/** By header as it may be spelled. */
const operationsByHeader = (isQuery: boolean): ReadonlyMap<string, OperationName> =>
  new Map(
    operationNames.flatMap((name) => {
      const { header, query } = commandTable[name];
      if (query !== isQuery) return [];
      return spellings(header).map((each) => [each, name] as const);
    }),
  );

const queriesByHeader = operationsByHeader(true);
const changesByHeader = operationsByHeader(false);

/** What the table says of an operation, made ready for each message. */
interface Form {
  /** With `:` and `?` where they belong. */
  readonly header: string;
  /** In their order. */
  readonly params: readonly Param[];
  /** The operation itself where it has no parameters. */
  readonly bare: Operation;
}

/** A parameter by its name, and the codec that fits it. */
interface Param {
  readonly name: string;
  readonly codec: ParamCodec<unknown>;
}

const forms: ReadonlyMap<OperationName, Form> = new Map(
  operationNames.map((name) => {
    const { header, query, params } = commandTable[name];
    const written = `${header.startsWith('*') ? '' : ':'}${header}${query ? '?' : ''}`;
    // Codecs are asked only for values of their own parameter: `commandTable` is typed by name.
    const codecs = params as Readonly<Record<string, ParamCodec<unknown>>>;
    // Only one without parameters is taken for a whole operation.
    const bare = Object.freeze({ op: name }) as Operation;
    const list = Object.entries(codecs).map(([param, codec]) => ({ name: param, codec }));
    return [name, { header: written, params: list, bare }] as const;
  }),
);

// Every name of the table is in the map.
const formOf = (name: OperationName): Form => forms.get(name) as Form;

/** The name of the operation that a command means; `undefined` for one that means none. */
export const operationNamed = ({ header, query }: ParsedCommand): OperationName | undefined =>
  (query ? queriesByHeader : changesByHeader).get(header);

/**
 * The operation that a command means. Refusals: -113 for a header that is unknown, -109 and -108 for
 * too few and too many parameters, -104, -138, -222, -224 or -257 for one that cannot be taken.
 */
export function readOperation(command: ParsedCommand): Operation {
  const name = operationNamed(command);
  if (!name) throw undefinedHeader(command);
  const { params, bare } = formOf(name);
  if (command.params.length > params.length) {
    throw new LinkRefusal(-108, `${commandTable[name].header} takes ${params.length}`);
  }
  if (params.length === 0) return bare;
  const operation: Record<string, unknown> = { op: name };
  for (const [index, param] of params.entries()) {
    const datum: Datum | undefined = command.params[index];
    if (datum) operation[param.name] = param.codec.read(datum);
    else if (!param.codec.optional) throw new LinkRefusal(-109, param.name);
  }
  // The values are those of the parameters that the table has for this name.
  return operation as unknown as Operation;
}

/** The refusal of a header that means nothing here. */
export const undefinedHeader = ({ header, query }: ParsedCommand): LinkRefusal =>
  new LinkRefusal(-113, shown(query ? `${header}?` : header));

/** A command from the root of the tree, without a line end: `:PANel:KEY 5,OK`. Join them with `;`. */
export function writeOperation(operation: Operation): Written {
  const { header, params } = formOf(operation.op);
  if (params.length === 0) return header;
  // Its own parameters by their names; TypeScript knows no operation of just any names.
  const given = operation as unknown as Readonly<Record<string, unknown>>;
  let written: Written = header;
  let separator = ' ';
  for (const param of params) {
    const value = given[param.name];
    if (value === undefined) continue;
    written = joined(written, separator, param.codec.write(value));
    separator = ',';
  }
  return written;
}

/** True for an operation that has an answer. */
export const isQuery = ({ op }: Pick<Operation, 'op'>): boolean => commandTable[op].query;

/** True for an operation that changes the meter or what is around it: only who holds the panel may. */
export const isChanging = ({ op }: Operation): boolean => !commandTable[op].query;

/** True for an operation that can be sent again when its answer was lost. */
export const isRepeatable = ({ op }: Operation): boolean => commandTable[op].repeatable;

/** The answer in an element of a response message; LinkNonsense for what is none. */
export function readAnswer<Name extends OperationName>(
  operation: Operation<Name>,
  element: Element,
): AnswerOf<Name> {
  const command: Command<Name> = commandOf(operation);
  return command.answer.read(element);
}

/** How an operation is written. */
export const commandOf = <Name extends OperationName>(operation: Operation<Name>): Command<Name> =>
  // An operation's `op` is its name; TypeScript cannot follow it through the union.
  commandTable[operation.op as Name] as Command<Name>;
