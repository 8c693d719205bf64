/** Pairs what bears the same name, the first with the first, the second with the second; what has no partner stays alone. */
export function pairUp<T>(
  first: readonly T[],
  second: readonly T[],
  nameOf: (one: T) => string,
): readonly (readonly [first: T | undefined, second: T | undefined])[] {
  const others = Map.groupBy(second, nameOf);
  const pairs = first.map((one) => [one, others.get(nameOf(one))?.shift()] as const);
  const alone = [...others.values()].flat().map((other) => [undefined, other] as const);
  return [...pairs, ...alone];
}
