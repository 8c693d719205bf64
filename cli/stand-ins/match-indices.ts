const indexed = new WeakMap<RegExp, RegExp>();

/**
 * Stands for the package `regexp-match-indices`, which was made for a Node whose regular expressions did
 * not say where their groups are: it parses each of them to write it anew.
 */
function matchIndices(regexp: RegExp, text: string): RegExpExecArray | null {
  const known = indexed.get(regexp) ?? new RegExp(regexp, withIndices(regexp.flags));
  indexed.set(regexp, known);
  return known.exec(text);
}

const withIndices = (flags: string): string => (flags.includes('d') ? flags : `${flags}d`);

// biome-ignore lint/style/noDefaultExport: it is that of the package.
export { matchIndices as default };
