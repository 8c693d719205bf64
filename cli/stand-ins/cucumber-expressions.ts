import {
  type Argument,
  type Expression,
  ParameterTypeRegistry as KnownTypes,
  type ParameterType,
  CucumberExpression as ReadExpression,
} from '@cucumber/cucumber-expressions';

export * from '@cucumber/cucumber-expressions';

/** Numbers as other languages name them. To put them in order the engine loads the rules of all languages. */
const ofOtherLanguages: ReadonlySet<string | undefined> = new Set([
  'bigdecimal',
  'biginteger',
  'byte',
  'double',
  'long',
  'short',
]);

/** The runner's types of parameters, but for those that no step names. */
export class ParameterTypeRegistry extends KnownTypes {
  override defineParameterType(type: ParameterType<unknown>): void {
    if (type.builtin !== true || !ofOtherLanguages.has(type.name)) super.defineParameterType(type);
  }
}

/**
 * Stands for the runner's class of that name, which reads each of some hundred patterns when it is
 * defined: read when a text is first held against it. One that cannot be read is refused then.
 */
export class CucumberExpression implements Expression {
  readonly source: string;
  readonly #types: KnownTypes;
  #read: ReadExpression | undefined;

  constructor(source: string, types: KnownTypes) {
    this.source = source;
    this.#types = types;
  }

  match(text: string): readonly Argument[] | null {
    this.#read ??= new ReadExpression(this.source, this.#types);
    return this.#read.match(text);
  }
}
