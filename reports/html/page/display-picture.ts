import { type Screen, screenLines } from '#core';
import { displaySvg } from '#displays';
import { h } from './dom.ts';

/**
 * A display as a picture, which says to those who cannot see it what stands on it. It is drawn here, as
 * it is looked at: a screen takes a hundredth of the room of its picture, and drawing all of a run's
 * takes longer than the rest of its report. As a picture, it cannot run anything.
 */
export const displayPicture = (screen: Screen): HTMLElement =>
  h('img', {
    class: `display ${screen.display}`,
    src: `data:image/svg+xml,${encodeURIComponent(displaySvg(screen))}`,
    alt: screenLines(screen).join('\n'),
    loading: 'lazy',
  });
