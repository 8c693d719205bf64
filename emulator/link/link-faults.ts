import { BenchError } from '#core';
import { answerFaults } from './faults/answers.ts';
import { controllerFaults } from './faults/controller.ts';
import { dialectFaults } from './faults/dialect.ts';
import { sequenceFaults } from './faults/sequence.ts';
import type { LinkFault } from './link-fault.ts';

/** Every seeded fault of a rig controller; the conformance kit is to find each of them. */
export const linkFaults: readonly LinkFault[] = [
  ...sequenceFaults,
  ...dialectFaults,
  ...answerFaults,
  ...controllerFaults,
];

/** A seeded fault of a rig controller by its name. Errors: FB_UNKNOWN_MODEL. */
export function linkFaultNamed(name: string): LinkFault {
  const fault = linkFaults.find((one) => one.name === name);
  if (fault) return fault;
  throw new BenchError('FB_UNKNOWN_MODEL', `No fault of a rig controller is called "${name}".`, {
    hint: `There are: ${linkFaults.map((one) => one.name).join(', ')}.`,
  });
}
