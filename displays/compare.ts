import type { Rect } from '#core';
import type { Colour } from './bitmap-png.ts';

/** How two pictures differ. */
export interface PictureDifference {
  /** How many pixels differ, those that only one of the two has among them. */
  readonly pixels: number;
  /** Width and height of both, where they are not the same. */
  readonly sizes?: {
    readonly expected: readonly [number, number];
    readonly actual: readonly [number, number];
  };
  /** Whether pixels within a rectangle differ. */
  readonly touches: (rect: Rect) => boolean;
  /** A PNG of the first picture, faint, with what differs in red and what is masked in grey. */
  readonly picture: Uint8Array;
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each pixel. */
  readonly data: Buffer;
}

/**
 * Five steps of brightness in 256: what processors may round in another way, and nobody sees. Dots are
 * dark or bright.
 */
const threshold = 0.02;

const masked: Colour = [128, 128, 128];

/** Where one picture has nothing: a colour that no display has. */
const nothing: Colour = [255, 0, 255];

/**
 * Compares two PNGs pixel by pixel: any difference that can be seen counts, but within the masks. From no
 * picture at all everything differs. Rejects
 * with what the reader of PNGs says of bytes that are no PNG.
 */
export async function comparePictures(
  expected: Uint8Array | undefined,
  actual: Uint8Array,
  masks: readonly Rect[] = [],
): Promise<PictureDifference> {
  const { default: pixelmatch } = await import('pixelmatch');
  const { PNG } = await import('pngjs');
  const read = (bytes: Uint8Array): Pixels => PNG.sync.read(Buffer.from(bytes));
  const left = expected ? read(expected) : { width: 0, height: 0, data: Buffer.of() };
  const right = read(actual);
  const width = Math.max(left.width, right.width);
  const height = Math.max(left.height, right.height);
  const out = new PNG({ width, height });
  const pixels = pixelmatch(
    prepared(left, width, height, masks),
    prepared(right, width, height, masks),
    out.data,
    width,
    height,
    { threshold, includeAA: true, alpha: 0.25, checkerboard: false },
  );
  const isSameSize = left.width === right.width && left.height === right.height;
  return {
    pixels,
    ...(isSameSize
      ? {}
      : { sizes: { expected: [left.width, left.height], actual: [right.width, right.height] } }),
    touches: (rect) => within(rect, width, height).some((at) => isRed(out.data, at)),
    picture: PNG.sync.write(out),
  };
}

/** A picture on a ground as large as the larger one, with its masks painted over. */
function prepared(
  { width, height, data }: Pixels,
  wide: number,
  high: number,
  masks: readonly Rect[],
): Buffer {
  const ground = Buffer.alloc(wide * high * 4, Uint8Array.of(...nothing, 255));
  for (let y = 0; y < height; y += 1) {
    data.copy(ground, y * wide * 4, y * width * 4, (y + 1) * width * 4);
  }
  for (const at of masks.flatMap((rect) => within(rect, wide, high))) {
    ground.set([...masked, 255], at * 4);
  }
  return ground;
}

/** The pixels of a rectangle, as far as the picture goes. */
function within([left, top, wide, high]: Rect, width: number, height: number): readonly number[] {
  const [right, bottom] = [Math.min(width, left + wide), Math.min(height, top + high)];
  const places: number[] = [];
  for (let y = Math.max(0, top); y < bottom; y += 1) {
    for (let x = Math.max(0, left); x < right; x += 1) places.push(y * width + x);
  }
  return places;
}

/** What differs is red in the difference; all else in it is grey. */
const isRed = (data: Buffer, at: number): boolean => data[at * 4] === 255 && data[at * 4 + 1] === 0;
