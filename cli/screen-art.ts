import { screenDigest } from '#bench';
import { displayPng } from '#displays';
import type { ScreenArt } from '#reports';

/** Packs of one rig show the same screens, and drawing a touch screen takes a tenth of a second. */
const drawn = new Map<string, Promise<Uint8Array>>();
const mostDrawn = 1000;

/** How screens look in evidence and in Allure, and the digests under which records have them. */
export const screenArt: ScreenArt = {
  draw: (screen) => {
    const digest = screenDigest(screen);
    const known = drawn.get(digest);
    if (known !== undefined) return known;
    if (drawn.size >= mostDrawn) drawn.clear();
    const drawing = displayPng(screen);
    drawn.set(digest, drawing);
    return drawing;
  },
  digest: screenDigest,
};
