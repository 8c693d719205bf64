/** "0.8 s", "15 min", "28 d 3 h" from milliseconds. */
export function duration(ms: number): string {
  if (ms < 0) return `−${duration(-ms)}`;
  if (ms < 1000) return `${ms} ms`;
  if (ms < 60_000) return `${Number((ms / 1000).toFixed(2))} s`;
  const [big, small, unit, sub] =
    ms < 3_600_000
      ? [60_000, 1000, 'min', 's']
      : ms < 86_400_000
        ? [3_600_000, 60_000, 'h', 'min']
        : [86_400_000, 3_600_000, 'd', 'h'];
  const rest = Math.floor((ms % big) / small);
  return `${Math.floor(ms / big).toLocaleString('en')} ${unit}${rest > 0 ? ` ${rest} ${sub}` : ''}`;
}

/** "1,234.56" from a number of minor units. */
export function money(pence: number): string {
  const sign = pence < 0 ? '−' : '';
  const [whole, minor] = [Math.floor(Math.abs(pence) / 100), Math.abs(pence) % 100];
  return `${sign}${whole.toLocaleString('en')}.${String(minor).padStart(2, '0')}`;
}

export const plural = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

/** The same text again and again as one: `DOWN ×4`. */
export function runsOf(texts: readonly string[]): readonly { text: string; times: number }[] {
  const runs: { text: string; times: number }[] = [];
  for (const text of texts) {
    const last = runs.at(-1);
    if (last?.text === text) last.times += 1;
    else runs.push({ text, times: 1 });
  }
  return runs;
}
