export * from './noise/index.ts';
export { type OpenOptions, openMeter } from './open.ts';
export { loadRig, type Rig } from './rig.ts';
