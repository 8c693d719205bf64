/** Two texts as columns, line by line; `≠` stands between lines that differ. */
export function sideBySide(first: readonly string[], second: readonly string[]): readonly string[] {
  const width = Math.max(0, ...first.map(({ length }) => length));
  return Array.from({ length: Math.max(first.length, second.length) }, (_, index) => {
    const [left, right] = [first[index] ?? '', second[index] ?? ''];
    return `${left.padEnd(width)} ${left === right ? '│' : '≠'} ${right}`.trimEnd();
  });
}
