import type { AnyMachineSnapshot } from 'xstate';

/** The one object of all that say the same, with the number that stands for what it says. */
interface One {
  readonly value: object;
  readonly number: number;
}

/** So many characters are kept to know values again. */
const usualRoom = 8_000_000;

/**
 * Values that say the same become one object, and so do their parts. What is compared by identity,
 * the memory of a meter above all, stays the same where nothing has changed, whichever way led
 * there. Lists and plain records are told apart by what is in them; anything else is itself.
 */
export class OneOfEach {
  readonly #room: number;
  readonly #snapshots = new Map<string, AnyMachineSnapshot>();
  readonly #known = new WeakMap<object, One>();
  readonly #bySaying = new Map<string, One>();
  #characters = 0;
  #count = 0;

  constructor(room = usualRoom) {
    this.#room = room;
  }

  /** True when so much is kept that it should be forgotten. */
  get isFull(): boolean {
    return this.#characters > this.#room;
  }

  /** The snapshot that says what this one does. One with work under way is of one meter only. */
  snapshot(given: AnyMachineSnapshot): AnyMachineSnapshot {
    const { status, children, historyValue, value } = given;
    const { value: context, number } = this.#one(given.context);
    const snapshot = context === given.context ? given : { ...given, context };
    const isOfOne = Object.keys(children).length > 0 || Object.keys(historyValue).length > 0;
    if (status !== 'active' || isOfOne) return snapshot;
    const saying = `${number} ${JSON.stringify(value)}`;
    const known = this.#snapshots.get(saying);
    if (known) return known;
    this.#snapshots.set(saying, snapshot);
    return snapshot;
  }

  #one(given: object): One {
    const known = this.#known.get(given);
    if (known) return known;
    const one = Array.isArray(given)
      ? this.#list(given)
      : isRecord(given)
        ? this.#record(given)
        : { value: given, number: this.#number() };
    this.#known.set(given, one);
    this.#known.set(one.value, one);
    return one;
  }

  #list(given: readonly unknown[]): One {
    const parts = given.map((each) => this.#part(each));
    const isSame = parts.every(({ value }, index) => Object.is(value, given[index]));
    return this.#saying(
      `[${parts.map(({ saying }) => saying).join()}`,
      isSame ? given : parts.map(({ value }) => value),
    );
  }

  #record(given: Readonly<Record<string, unknown>>): One {
    const parts = Object.entries(given).map(([name, each]) => ({ name, ...this.#part(each) }));
    const isSame = parts.every(({ name, value }) => Object.is(value, given[name]));
    return this.#saying(
      `{${parts.map(({ name, saying }) => `${JSON.stringify(name)}:${saying}`).join()}`,
      isSame ? given : Object.fromEntries(parts.map(({ name, value }) => [name, value])),
    );
  }

  #part(given: unknown): { readonly value: unknown; readonly saying: string } {
    if (isObject(given)) {
      const { value, number } = this.#one(given);
      return { value, saying: `#${number}` };
    }
    if (typeof given === 'string') return { value: given, saying: JSON.stringify(given) };
    return { value: given, saying: Object.is(given, -0) ? '-0' : String(given) };
  }

  #saying(saying: string, value: object): One {
    const known = this.#bySaying.get(saying);
    if (known) return known;
    const one = { value, number: this.#number() };
    this.#bySaying.set(saying, one);
    this.#characters += saying.length;
    return one;
  }

  #number(): number {
    this.#count += 1;
    return this.#count;
  }
}

const isRecord = (value: object): value is Readonly<Record<string, unknown>> =>
  Object.getPrototypeOf(value) === Object.prototype;

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';
