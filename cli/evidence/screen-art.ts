import { screenDigest } from '#bench';
import { picture } from '#emulator';
import type { ScreenArt } from '#reports';

/** How screens look in evidence, and the digests under which records have them. */
export const screenArt: ScreenArt = {
  draw: (screen) => picture({ v: 1, frame: 0, ...screen }),
  digest: screenDigest,
};
