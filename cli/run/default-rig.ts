/**
 * The emulated machines that features run on when no rig is named, by the folder that the features
 * are in: those of one machine, and those that all machines have in common.
 */
const rigs: Readonly<Record<string, readonly [string, ...string[]]>> = {
  is400: ['rigs/emulator.is440.yaml'],
  'connect-plus': ['rigs/emulator.connect-plus.yaml'],
  onboarding: ['rigs/emulator.onboarding.yaml'],
  funds: ['rigs/emulator.is440.yaml', 'rigs/emulator.connect-plus.yaml'],
};

/** The subjects of features that are about a family of machines: its own, and what all have in common. */
export const subjectsFor = (family: string): readonly string[] =>
  Object.keys(rigs).filter(
    (subject) => subject === family || (subject === 'funds' && family !== 'onboarding'),
  );

const usualRig = 'rigs/emulator.is440.yaml';

/** What features are about: the folder they are in; `undefined` where its name says nothing. */
export const subjectOf = (features: string): string | undefined =>
  features.split('/').findLast((folder) => Object.hasOwn(rigs, folder));

/** Every emulated machine on which features about a subject prove something. */
export const rigsFor = (subject: string | undefined): readonly [string, ...string[]] =>
  rigs[subject ?? ''] ?? [usualRig];

/**
 * The rig that a run takes when none is named: the emulated machine that the folder of the first
 * feature is about.
 */
export function defaultRig(features: readonly string[]): string {
  const about = features[0] === undefined ? undefined : subjectOf(features[0]);
  return rigsFor(about)[0];
}
