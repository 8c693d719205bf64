/** Texts of the tables, taken apart: words and, between them, the names of values. */
const apart = new Map<string, readonly string[]>();

/** Puts values in the places of a text of a table: `"Items: {count}"` with `{count: 2}` is "Items: 2". */
export function fillIn(text: string, values: Readonly<Record<string, string | number>>): string {
  const parts = apart.get(text) ?? takenApart(text);
  let filled = parts[0] ?? '';
  for (let at = 1; at < parts.length; at += 2) {
    const name = parts[at] ?? '';
    filled += `${values[name] ?? `{${name}}`}${parts[at + 1]}`;
  }
  return filled;
}

function takenApart(text: string): readonly string[] {
  const parts = text.split(/\{(\w+)\}/);
  apart.set(text, parts);
  return parts;
}
