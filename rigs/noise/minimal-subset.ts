/**
 * The smallest part of a list that still fails, by delta debugging (Zeller's ddmin): none of what is
 * left can be left out alone. `fails` is asked about lists in the same order; the whole one fails.
 */
export async function minimalSubset<Item>(
  items: readonly Item[],
  fails: (part: readonly Item[]) => Promise<boolean>,
): Promise<readonly Item[]> {
  let left = items;
  let parts = 2;
  while (left.length > 0) {
    const smaller = await smallerOf(left, parts, fails);
    if (smaller) {
      left = smaller.items;
      parts = Math.max(2, smaller.parts);
    } else if (parts < left.length) {
      parts = Math.min(left.length, parts * 2);
    } else {
      return left;
    }
  }
  return left;
}

/** One of the parts, or all but one of them, that fails; and into how many to cut that. */
async function smallerOf<Item>(
  items: readonly Item[],
  wanted: number,
  fails: (part: readonly Item[]) => Promise<boolean>,
) {
  const count = Math.min(wanted, items.length);
  const bounds = Array.from({ length: count + 1 }, (_, index) =>
    Math.floor((index * items.length) / count),
  );
  const cuts = bounds.slice(0, -1).map((from, index) => ({ from, to: bounds[index + 1] ?? from }));
  for (const { from, to } of count > 1 ? cuts : []) {
    const part = items.slice(from, to);
    if (await fails(part)) return { items: part, parts: 2 };
  }
  for (const { from, to } of cuts) {
    const rest = [...items.slice(0, from), ...items.slice(to)];
    if (await fails(rest)) return { items: rest, parts: count - 1 };
  }
  return undefined;
}
