const forbidden = /[\p{Cc}"*/:<>?\\|]/u;

/**
 * What is wrong with a file name for FAT, or `undefined` if it can be used. The library itself would
 * take some of these and mean another file: a colon chooses a drive, a control character ends the
 * name, and dots or spaces at the end are dropped.
 */
export function nameProblem(name: string): string | undefined {
  if (name === '') return 'it is empty';
  if (name.length > 255) return 'it is longer than 255 characters';
  if (forbidden.test(name)) return 'it has a character that FAT does not allow';
  if (/[. ]$/.test(name)) return 'it ends with a dot or a space';
  if (!name.isWellFormed()) return 'it has half a surrogate pair';
  return undefined;
}
