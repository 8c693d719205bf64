import { BenchError } from '#core';
import type { MeterFault } from './fault.ts';

/** Every seeded firmware fault. They are loaded when they are asked for: most meters have none. */
export const loadFaults = async (): Promise<readonly MeterFault[]> =>
  (await import('./catalogue.ts')).meterFaults;

/** A fault of the catalogue by its name. Errors: `FB_UNKNOWN_MODEL`. */
export async function faultNamed(name: string): Promise<MeterFault> {
  const fault = (await loadFaults()).find((one) => one.name === name);
  if (fault) return fault;
  throw new BenchError('FB_UNKNOWN_MODEL', `No firmware fault is called "${name}".`, {
    hint: '"frankbench mutants --list" names them all.',
  });
}
