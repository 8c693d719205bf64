import type { AnyMachineSnapshot } from 'xstate';

/** A value that was seen before, with the number that stands for what it says. */
interface Known {
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
  readonly #known = new WeakMap<object, Known>();
  readonly #bySaying = new Map<string, Known>();
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

  #one(given: object): Known {
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

  #list(given: readonly unknown[]): Known {
    const ones: unknown[] = [];
    let saying = '[';
    let isSame = true;
    for (const each of given) {
      const one = this.#part(each);
      ones.push(one.value);
      isSame &&= one.value === each;
      saying += `${one.saying},`;
    }
    return this.#saying(saying, isSame ? given : ones);
  }

  #record(given: Readonly<Record<string, unknown>>): Known {
    const ones: Record<string, unknown> = {};
    let saying = '{';
    let isSame = true;
    for (const [name, each] of Object.entries(given)) {
      const one = this.#part(each);
      ones[name] = one.value;
      isSame &&= one.value === each;
      saying += `${JSON.stringify(name)}:${one.saying},`;
    }
    return this.#saying(saying, isSame ? given : ones);
  }

  #part(given: unknown): { readonly value: unknown; readonly saying: string } {
    if (typeof given === 'object' && given !== null) {
      const { value, number } = this.#one(given);
      return { value, saying: `#${number}` };
    }
    if (typeof given === 'string') return { value: given, saying: JSON.stringify(given) };
    if (typeof given === 'function') return { value: given, saying: `#${this.#one(given).number}` };
    return { value: given, saying: Object.is(given, -0) ? '-0' : String(given) };
  }

  #saying(saying: string, value: object): Known {
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
