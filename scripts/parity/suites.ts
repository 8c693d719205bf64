/** Features that must come out the same however the meter is reached. */
export interface ParitySuite {
  /** The rig file with the meter in this process; the others differ from it in their link only. */
  readonly rig: string;
  readonly features: readonly string[];
}

/** The three machines with all their features. */
export const suites: readonly ParitySuite[] = [
  { rig: 'rigs/emulator.is440.yaml', features: ['features/is400', 'features/funds'] },
  {
    rig: 'rigs/emulator.connect-plus.yaml',
    features: ['features/connect-plus', 'features/funds'],
  },
  { rig: 'rigs/emulator.onboarding.yaml', features: ['features/onboarding'] },
];

/** The ways to reach a meter, the one that the others are compared with first. */
export const carriers = ['in-process', 'tcp', 'serial', 'ws'] as const;

export type Carrier = (typeof carriers)[number];
