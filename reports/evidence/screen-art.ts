import type { Screen, Sha256 } from '#core';

/** How screens look, which the caller knows: the same screen gives the same bytes. */
export interface ScreenArt {
  /** A PNG of what a person sees. */
  draw(screen: Screen): Promise<Uint8Array>;
  /** The digest under which a record has a screen. */
  digest(screen: Screen): Sha256;
}
