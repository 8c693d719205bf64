export type { LinkLimits } from './drivers/limits.ts';
export type { LinkEvent, OnLink, Rung } from './drivers/link-event.ts';
export type { OnWire, WireEvent } from './drivers/logged-exchange.ts';
export type { RigIdentity } from './link-session.ts';
export { type LockOptions, lockRig } from './lock.ts';
export { type OpenOptions, openMeter } from './open.ts';
export { loadRig, type Rig, type RigLink } from './rig.ts';
export { RigSession } from './rig-session.ts';

/** The conformance kit: of no use to a run, so it is loaded when it is asked for. */
export const loadConformance = () => import('./conformance/index.ts');
