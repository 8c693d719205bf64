/**
 * Gives out the uid of each scenario of a run in their order: rows of examples that share a `@case:`
 * tag are told apart by their place, `login#2`.
 */
export function distinctUids(): (uid: string) => string {
  const counts = new Map<string, number>();
  return (uid) => {
    const count = (counts.get(uid) ?? 0) + 1;
    counts.set(uid, count);
    return count === 1 ? uid : `${uid}#${count}`;
  };
}
