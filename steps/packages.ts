import type { PostalProfile } from '#bench';
import type { Installed, OfferedPackage, RateTable } from '#core';
import type { NamedPackage } from './parameters.ts';

/** Bytes of a package whose size does not matter. */
const usualSize = 1000;

/** A package with the content that its kind must have; `size` in bytes, where it has to be that. */
export function packageOf(named: NamedPackage, size?: number): OfferedPackage {
  const content =
    named.kind === 'rates' ? bytesOf(tableNamed(named.id), size) : filled(named.id, size);
  return { ...named, content };
}

/** The same package, fetched in so many pieces. */
export const inPieces = (offered: OfferedPackage, pieces: number): OfferedPackage => ({
  ...offered,
  pieceBytes: Math.ceil(offered.content.length / pieces),
});

/** A package of rates that arrives as it was announced, and has no prices in it. */
export const ratesWithoutTable = (id: string): OfferedPackage => ({
  kind: 'rates',
  id,
  content: new TextEncoder().encode(`{"version":1,"id":"${id}"}`),
});

/** What is installed as tables write it: a row each, with the kind and the name. */
export function installedIn(
  rows: readonly (readonly string[])[],
  { factoryRates, factorySoftware }: PostalProfile,
): Installed {
  const all = (kind: string): readonly string[] =>
    rows.filter(([first]) => first === kind).map(([, name = '']) => name);
  return {
    rates: all('rates').at(-1) ?? factoryRates,
    software: all('software').at(-1) ?? factorySoftware,
    features: all('feature'),
    graphics: all('graphic'),
  };
}

/** A table without a price of its own: each class keeps the one it had. */
const tableNamed = (id: string): RateTable => ({
  version: 1,
  id,
  effective: '2026-01-01',
  prices: {},
});

/** JSON, with blanks behind it up to a size. */
const bytesOf = (table: RateTable, size = 0): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(table).padEnd(size));

/** Bytes that differ from one name to the other. */
function filled(name: string, size = usualSize): Uint8Array {
  const seed = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  return new Uint8Array(size).map((_, index) => seed + index * 31);
}
