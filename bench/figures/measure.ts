/** Milliseconds since the process began, to a fraction. */
export const now = (): number => performance.now();

/** The middle of some measurements; `share` 0.99 is the value that 99 of 100 do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** One figure beside its reference, both measured in this run. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly reference?: string;
  /** Figure over reference, more is worse; with what is aimed at. */
  readonly ratio?: number;
  readonly aim?: string;
  readonly met?: boolean;
}

/** `ratio` at most `most`. */
export const atMost = (ratio: number, most: number): Pick<Figure, 'ratio' | 'aim' | 'met'> => ({
  ratio,
  aim: `≤ ${most}×`,
  met: ratio <= most,
});

/** The figures as lines of text. */
export function figureLines(figures: readonly Figure[]): readonly string[] {
  const width = Math.max(...figures.map(({ name }) => name.length));
  return figures.map(({ name, value, reference, ratio, aim, met }) => {
    const against = reference ? `  (reference ${reference})` : '';
    const times = ratio === undefined ? '' : `  ${ratio.toFixed(2)}×`;
    const wanted = aim ? `  aim ${aim}: ${met ? 'met' : 'NOT MET'}` : '';
    return `${name.padEnd(width)}  ${value}${against}${times}${wanted}`;
  });
}
