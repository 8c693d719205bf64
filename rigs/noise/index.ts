export type { Struck } from './actions.ts';
export { Noise, NoiseTally } from './noise.ts';
export { type NoisyLink, noiseOf, putNoise } from './noise-of-link.ts';
export {
  type Direction,
  directions,
  type NoiseFault,
  type NoiseKind,
  type NoisePlan,
  noiseKinds,
  noisePlanSchema,
} from './plan.ts';
export { loadNoisePlan, writeNoisePlan } from './plan-file.ts';
export { type Address, type NoiseProxy, openNoiseProxy, type ProxyEvent } from './proxy.ts';
export { type ShrinkOptions, type Shrunk, shrink, type Trial } from './shrink.ts';
export { withNoise } from './with-noise.ts';
export { withNoiseSocket } from './with-noise-socket.ts';
