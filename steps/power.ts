import type { FrankbenchWorld } from './world.ts';

/** The power goes and comes back. */
export async function cyclePower({ bench }: FrankbenchWorld): Promise<void> {
  await bench.powerOff();
  await bench.powerOn();
}
