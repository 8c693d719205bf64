import { Noise } from './noise.ts';
import { loadNoisePlan } from './plan-file.ts';

/** The `link:` of a rig file, as far as it matters here. */
export interface NoisyLink {
  readonly kind: string;
  readonly noise?: string | undefined;
}

const noises = new WeakMap<NoisyLink, Noise>();

/**
 * The noise on a link: the plan that its description names is read once, and its counting goes on
 * over all connections that are opened from that description. `undefined` on a quiet one.
 * Errors: FB_NOISE_PLAN.
 */
export function noiseOf(
  link: NoisyLink,
  path: (relative: string) => string = (relative) => relative,
): Noise | undefined {
  const known = noises.get(link);
  if (known || link.noise === undefined) return known;
  const noise = new Noise(loadNoisePlan(path(link.noise)));
  noises.set(link, noise);
  return noise;
}

/** Puts noise on all connections opened from a description from now on, in place of its own. */
export const putNoise = <Link extends NoisyLink>(link: Link, noise: Noise): Link => {
  noises.set(link, noise);
  return link;
};
