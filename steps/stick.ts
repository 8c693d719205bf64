import type { StickControl, StickFaults } from '#core';
import type { FrankbenchWorld } from './world.ts';

/** The stick of the rig; a scenario that needs it is tagged `@requires:stick`. */
export const stickOf = ({ bench }: FrankbenchWorld): StickControl =>
  bench.need('stick', bench.meter.stick);

/** The faults of the stick; a scenario that needs them is tagged `@requires:stick-faults`. */
export const faultsOf = (world: FrankbenchWorld): StickFaults =>
  world.bench.need('stick-faults', stickOf(world).faults);
