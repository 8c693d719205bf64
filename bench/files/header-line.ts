/**
 * Which of the lines is the header: the one that holds the headings, the first after an empty one
 * before all others; else the first that has a text in every column, for a header that is wrong has
 * to be found too.
 */
export function headerLine(
  lines: readonly (readonly string[])[],
  headings: readonly string[],
): number | undefined {
  const equal = lines.flatMap((line, index) => (isSame(line, headings) ? [index] : []));
  const afterEmpty = equal.find((index) => index === 0 || isEmpty(lines[index - 1] ?? []));
  const found = afterEmpty ?? equal[0];
  if (found !== undefined) return found;
  const full = lines.findIndex(
    (line) => line.length >= headings.length && headings.every((_, index) => line[index] !== ''),
  );
  return full < 0 ? undefined : full;
}

export const isEmpty = (line: readonly string[]): boolean => line.every((text) => text === '');

const isSame = (line: readonly string[], headings: readonly string[]): boolean =>
  line.length >= headings.length && line.every((text, index) => text === (headings[index] ?? ''));
