import type { RateTable } from '#core';

/** A rate package from lines of a table: class, fee, and a column for each weight break, in pence. */
export function ratesPackage(
  id: string,
  effective: string,
  lines: readonly Readonly<Record<string, string>>[],
): Uint8Array {
  const prices = Object.fromEntries(
    lines.map(({ class: name = '', fee = '0', ...breaks }) => [
      name,
      { postage: Object.values(breaks).map(Number), fee: Number(fee) },
    ]),
  );
  const table: RateTable = { version: 1, id, effective, prices };
  return new TextEncoder().encode(JSON.stringify(table));
}
