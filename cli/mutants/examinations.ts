import { rigsFor, subjectOf } from '../run/default-rig.ts';

/** Features that are run against the faults which they are to catch, on one rig. */
export interface Examination {
  readonly rig: string;
  /** As they were named, in their order. */
  readonly features: readonly string[];
  /** What the features are about; `undefined`: every fault that the machine can have. */
  readonly subject: string | undefined;
}

/**
 * What there is to examine: the features of each subject together, on every machine that they are
 * for, or on the one rig that was named.
 */
export function examinationsOf(
  features: readonly string[],
  rig: string | undefined,
): readonly Examination[] {
  const subjects = Map.groupBy(features, subjectOf);
  return [...subjects].flatMap(([subject, about]) => {
    const rigs = rig === undefined ? rigsFor(subject) : [rig];
    return rigs.map((one) => ({ rig: one, features: about, subject }));
  });
}
