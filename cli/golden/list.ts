import { loadGolden } from '#bench';
import { readAcceptances } from './accepted-log.ts';

const golden = await loadGolden();

/** All golden screens, a line each: its place, and who accepted it when and from which run. */
export function goldenLines(folder: string): readonly string[] {
  const places = golden.goldenPlaces(folder);
  const width = Math.max(0, ...places.map(({ length }) => length));
  const acceptances = readAcceptances(folder);
  return places.map((place) => {
    const last = acceptances.findLast((one) => one.golden === place);
    const told = last ? `${last.date} by ${last.by}, from ${last.run}` : 'never accepted';
    return `${place.padEnd(width)}  ${told}`;
  });
}
