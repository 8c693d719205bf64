/** Rows that belong together, by their index; where one side is missing, the other has nothing like it. */
export interface RowPair {
  readonly shown?: number;
  readonly held?: number;
  /** Both have the row, at different places. */
  readonly moved?: true;
}

/**
 * Pairs the rows of two tables so that one that is lost or added does not make all others differ.
 * Takes time in proportion to the number of rows.
 */
export function pairRows(
  shown: readonly (readonly string[])[],
  held: readonly (readonly string[])[],
): readonly RowPair[] {
  const [shownKeys, heldKeys] = [shown.map(keyOf), held.map(keyOf)];
  const [laterShown, laterHeld] = [new Places(shownKeys), new Places(heldKeys)];
  const pairs: RowPair[] = [];
  const missing = new Map<string, number[]>();
  const extra: number[] = [];
  let [a, b] = [0, 0];
  while (a < shown.length || b < held.length) {
    const [one, other] = [shownKeys[a], heldKeys[b]];
    if (one !== undefined && one === other) {
      a++;
      b++;
      continue;
    }
    const oneLater = one === undefined ? undefined : laterHeld.after(one, b);
    const otherLater = other === undefined ? undefined : laterShown.after(other, a);
    const lostHere = one !== undefined && oneLater === undefined;
    const newHere = other !== undefined && otherLater === undefined;
    if (lostHere && newHere) pairs.push({ shown: a++, held: b++ });
    else if (other === undefined || (one !== undefined && skipsShown(lostHere, newHere))) {
      missing.set(one ?? '', [...(missing.get(one ?? '') ?? []), a++]);
    } else extra.push(b++);
  }
  for (const index of extra) {
    const moved = missing.get(heldKeys[index] ?? '')?.shift();
    pairs.push(moved === undefined ? { held: index } : { shown: moved, held: index, moved: true });
  }
  for (const rows of missing.values()) for (const index of rows) pairs.push({ shown: index });
  return pairs.sort((x, y) => (x.shown ?? x.held ?? 0) - (y.shown ?? y.held ?? 0));

  function skipsShown(lostHere: boolean, newHere: boolean): boolean {
    if (lostHere !== newHere) return lostHere;
    // Both come later on the other side: one of them has moved; the nearer one stays in line.
    const [one, other] = [shownKeys[a] ?? '', heldKeys[b] ?? ''];
    return (laterHeld.after(one, b) ?? 0) - b > (laterShown.after(other, a) ?? 0) - a;
  }
}

const keyOf = (row: readonly string[]): string => JSON.stringify(row);

/** Where each row stands, asked for places that only ever go on. */
class Places {
  readonly #places = new Map<string, { readonly at: number[]; next: number }>();

  constructor(keys: readonly string[]) {
    for (const [index, key] of keys.entries()) {
      const known = this.#places.get(key);
      if (known) known.at.push(index);
      else this.#places.set(key, { at: [index], next: 0 });
    }
  }

  /** The first place of a row at `from` or later. */
  after(key: string, from: number): number | undefined {
    const known = this.#places.get(key);
    if (!known) return undefined;
    while ((known.at[known.next] ?? Number.POSITIVE_INFINITY) < from) known.next++;
    return known.at[known.next];
  }
}
