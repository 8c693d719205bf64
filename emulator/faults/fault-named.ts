import { BenchError } from '#core';
import { modelNamed } from '#models';
import type { MeterFault } from './fault.ts';

/**
 * The seeded firmware faults that a machine can have. They are loaded when they are asked for: most
 * meters have none. Errors: `FB_UNKNOWN_MODEL`.
 */
export const loadFaults = async (model: string): Promise<readonly MeterFault[]> => {
  const { family } = modelNamed(model);
  return (await import('./catalogue.ts')).meterFaults[family];
};

/** A fault that a machine can have, by its name. Errors: `FB_UNKNOWN_MODEL`. */
export async function faultNamed(model: string, name: string): Promise<MeterFault> {
  const fault = (await loadFaults(model)).find((one) => one.name === name);
  if (fault) return fault;
  throw new BenchError(
    'FB_UNKNOWN_MODEL',
    `No firmware fault of an ${model} is called "${name}".`,
    {
      hint: '"frankbench mutants --list" names them all.',
    },
  );
}
