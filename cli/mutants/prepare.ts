import { BenchError } from '#core';
import type { Shell } from '../shell.ts';
import { type Examination, examinationsOf } from './examinations.ts';
import type { SeededFault } from './findings.ts';
import type { SuiteRequest } from './suite.ts';

/** An examination with all that it takes: never without a fault. */
export interface PreparedExamination extends Examination {
  readonly request: SuiteRequest;
  readonly faults: readonly SeededFault[];
}

interface Choice {
  readonly rig?: string;
  /** The names of the faults to examine; all when not given. */
  readonly only?: readonly string[];
  readonly checksOnly?: boolean;
}

/**
 * Reads the rigs and the catalogue of faults. Errors: those of rig files; `FB_UNKNOWN_MODEL` for a
 * fault that there is not; `FB_USAGE` where the machine has no fault that the features are to catch.
 */
export async function prepareExaminations(
  shell: Pick<Shell, 'root' | 'path' | 'env'>,
  features: readonly string[],
  { rig: named, only, checksOnly = false }: Choice,
): Promise<readonly PreparedExamination[]> {
  const { loadFaults } = await import('#emulator');
  const { loadRig } = await import('#rigs');
  const prepared: PreparedExamination[] = [];
  for (const examination of examinationsOf(features, named)) {
    const rig = loadRig(shell.path(examination.rig), shell.env);
    const catalogue = await loadFaults(rig.meter.model, examination.subject);
    if (catalogue.length === 0) throw nothingToCatch(examination);
    prepared.push({
      ...examination,
      request: {
        root: shell.root.href,
        features: examination.features.map((path) => shell.path(path)),
        rig,
        checksOnly,
      },
      faults: catalogue.map(({ name, description }) => ({ name, description })),
    });
  }
  if (only === undefined) return prepared;
  const known = prepared.flatMap(({ faults }) => faults.map(({ name }) => name));
  const unknown = only.find((name) => !known.includes(name));
  if (unknown !== undefined) throw unknownFault(unknown);
  return prepared
    .map((one) => ({ ...one, faults: one.faults.filter(({ name }) => only.includes(name)) }))
    .filter(({ faults }) => faults.length > 0);
}

const nothingToCatch = ({ features, rig }: Examination): BenchError =>
  new BenchError(
    'FB_USAGE',
    `No seeded fault of the machine on ${rig} is one that ${features.join(', ')} should catch.`,
    { hint: 'Name the features of that machine, or no rig.' },
  );

const unknownFault = (name: string): BenchError =>
  new BenchError('FB_UNKNOWN_MODEL', `No firmware fault is called "${name}".`, {
    hint: '"frankbench mutants --list" names them all.',
  });
