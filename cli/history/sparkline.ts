const bars = '▁▂▃▄▅▆▇█';

/** Values as a row of bars, the least the lowest; all alike are low ones. */
export function sparkline(values: readonly number[]): string {
  const least = Math.min(...values);
  const span = Math.max(...values) - least;
  return values
    .map((value) => bars[span === 0 ? 0 : Math.round(((value - least) / span) * (bars.length - 1))])
    .join('');
}

const marks: Readonly<Record<string, string>> = {
  passed: '✓',
  failed: '✗',
  error: '!',
  inconclusive: '?',
  skipped: '-',
  incomplete: '…',
};

/** Verdicts as a row of marks. */
export const markRow = (verdicts: readonly (string | null)[]): string =>
  verdicts.map((verdict) => marks[verdict ?? ''] ?? '·').join('');
