/** The middle of some values, the mean of the two middle ones of an even count; `null` of none. */
export function median(values: readonly number[]): number | null {
  const ordered = [...values].sort((a, b) => a - b);
  const half = ordered.length >> 1;
  const upper = ordered[half];
  const lower = ordered[ordered.length % 2 === 1 ? half : half - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
