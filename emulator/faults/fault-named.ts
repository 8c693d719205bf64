import { BenchError } from '#core';
import { modelNamed } from '#models/any-machine';
import type { MeterFault } from './fault.ts';

/** What features are about that all machines have in common; others are about one family. */
const shared = 'funds';

/**
 * The seeded firmware faults that a machine can have: all of them, or those that the features about
 * a subject are to catch, be it the family of the machine or what all machines have in common. They
 * are loaded when they are asked for: most meters have none. Errors: `FB_UNKNOWN_MODEL`.
 */
export const loadFaults = async (
  model: string,
  subject?: string,
): Promise<readonly MeterFault[]> => {
  const { family } = modelNamed(model);
  const { meterFaults, fundsFaults } = await import('./catalogue.ts');
  const panel = subject === undefined || subject === family ? meterFaults[family] : [];
  const funds = subject === undefined || subject === shared ? (fundsFaults[family] ?? []) : [];
  return [...panel, ...funds];
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
