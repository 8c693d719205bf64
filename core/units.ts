declare const unit: unique symbol;

/** A whole number of milliseconds: a duration, or an instant of a meter's clock since 1970-01-01 local time. */
export type Millis = number & { readonly [unit]?: 'ms' };

/** A whole number of minor units of the meter's currency (pence, cents). Money is never a float. */
export type Pence = number & { readonly [unit]?: 'pence' };

/** A seeded choice repeats itself: the same seed makes the same run. */
export type Seed = number & { readonly [unit]?: 'seed' };

export const seconds = (count: number): Millis => Math.round(count * 1000);

export const minutes = (count: number): Millis => seconds(count * 60);

/** Money as a display shows it: `45` is "0.45", `123456` is "1234.56". */
export function formatPence(amount: Pence): string {
  const sign = amount < 0 ? '-' : '';
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
