import type { Rect, Screen } from '#core';
import { comparePictures, type Place, placesOf } from '#displays';
import type { Mask } from './golden-rules.ts';

/** A display with its picture. */
export interface Pictured {
  readonly png: Uint8Array;
  readonly screen: Screen;
}

/** How a display differs from its golden screen. */
export interface GoldenDifference {
  /** How many pixels differ; 0 where both are the same but for what is masked. */
  readonly pixels: number;
  /** The parts that differ, as a person calls them: `the title`, `row 2 "1310 Sales"`. */
  readonly parts: readonly string[];
  /** Where the pictures are not of one size: both sizes, in words. */
  readonly sizes: string | undefined;
  /** A PNG that shows what differs. */
  readonly picture: Uint8Array;
}

/**
 * Compares picture with picture, what is masked left out of both. Without a golden screen everything
 * differs.
 */
export async function compareGolden(
  expected: Pictured | undefined,
  actual: Pictured,
  masks: readonly Mask[],
): Promise<GoldenDifference> {
  if (!expected) return everything(actual);
  if (Buffer.compare(expected.png, actual.png) === 0) return nothingBetween(actual);
  const difference = await comparePictures(
    expected.png,
    actual.png,
    maskedRects(expected.screen, actual.screen, masks),
  );
  const { pixels, sizes, touches, picture } = difference;
  const [before, after] = [placesOf(expected.screen), placesOf(actual.screen)];
  const parts = [...partsWithin(after, touches), ...gone(before, after, touches)];
  return {
    pixels,
    parts: pixels > 0 && parts.length === 0 ? ['no row: signs beside the rows'] : parts,
    sizes: sizes && `${sizes.actual.join('x')} instead of ${sizes.expected.join('x')} pixels`,
    picture,
  };
}

/** Of two files of the same bytes: what they show need not be read. */
const nothingBetween = ({ png }: Pictured): GoldenDifference => ({
  pixels: 0,
  parts: [],
  sizes: undefined,
  picture: png,
});

async function everything({ png, screen }: Pictured): Promise<GoldenDifference> {
  const { pixels, picture } = await comparePictures(undefined, png);
  return {
    pixels,
    parts: partsWithin(placesOf(screen), () => true),
    sizes: undefined,
    picture,
  };
}

const partsWithin = (
  places: readonly Place[],
  touches: (rect: Rect) => boolean,
): readonly string[] => [
  ...new Set(places.filter(({ rect }) => touches(rect)).map(({ name }) => name)),
];

/** Parts that the golden screen has where the display has none. */
const gone = (
  before: readonly Place[],
  after: readonly Place[],
  touches: (rect: Rect) => boolean,
): readonly string[] =>
  partsWithin(
    before.filter(({ rect }) => !after.some((place) => place.rect[1] === rect[1])),
    touches,
  ).map((name) => `${name}, which is gone`);

/** What both pictures are painted over with. A row is masked where both screens have one of its form. */
function maskedRects(expected: Screen, actual: Screen, masks: readonly Mask[]): readonly Rect[] {
  const [before, after] = [placesOf(expected), placesOf(actual)];
  return masks.flatMap(({ rect: masked, row: form }) => {
    if (masked) return [masked];
    const fits = (screen: Screen, row: number | undefined): boolean =>
      row !== undefined && (form?.test(screen.rows[row]?.text ?? '') ?? false);
    return [...before, ...after]
      .filter(({ row }) => fits(expected, row) && fits(actual, row))
      .map(({ rect }) => rect);
  });
}
