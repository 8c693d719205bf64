const mostKept = 24;

/** The packed parts of the report, each unpacked when it is first looked at. */
export class ChunkStore<Value> {
  readonly #elements: readonly Element[];
  readonly #kept = new Map<number, Promise<readonly Value[]>>();

  constructor(kind: 'screens' | 'scenarios') {
    this.#elements = [...document.querySelectorAll(`script[data-chunk="${kind}"]`)];
  }

  /** The values of a chunk, by its number from 0. */
  values(number: number): Promise<readonly Value[]> {
    const kept = this.#kept.get(number);
    this.#kept.delete(number);
    const values = kept ?? unpacked<Value>(this.#elements[number]?.textContent ?? '');
    this.#kept.set(number, values);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) break;
      this.#kept.delete(oldest);
    }
    return values;
  }
}

async function unpacked<Value>(text: string): Promise<readonly Value[]> {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).json();
}
