/** Puts values in the places of a text: `"Items: {count}"` with `{count: 2}` is "Items: 2". */
export const fillIn = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
