/** How much of a reason tells one kind of failure from another. */
const longest = 300;

/**
 * What two failures of one kind have in common: the first paragraph of the reason and its code, with
 * what is between quotes and all numbers left open.
 */
export function errorSignature(reason: string): string {
  const code = /\((FB_[A-Z_]+)\)\s*$/.exec(reason)?.[1];
  const [said = ''] = reason.split('\n');
  const common = said
    .replace(/\s*\(FB_[A-Z_]+\)\s*$/, '')
    .replace(/"[^"]*"|“[^”]*”|`[^`]*`/g, '"…"')
    .replace(/\b0x[\da-f]+\b|\b[\da-f]{8,}\b/gi, '#')
    .replace(/\d+(?:[.,:]\d+)*/g, '#')
    .slice(0, longest);
  return code === undefined ? common : `${code}: ${common}`;
}
