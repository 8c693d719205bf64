/** Features that must come out the same however the meter is reached. */
export interface ParitySuite {
  /** The rig file with the meter in this process; the others differ from it in their link only. */
  readonly rig: string;
  readonly features: readonly string[];
  /** Those that use the most of a link: keys or taps, secrets, time, power, files, the Data Centre. */
  readonly sample: readonly string[];
}

/** The three machines with all their features. */
export const suites: readonly ParitySuite[] = [
  {
    rig: 'rigs/emulator.is440.yaml',
    features: ['features/is400', 'features/funds'],
    sample: [
      'features/is400/account-export.feature',
      'features/is400/pins.feature',
      'features/is400/power.feature',
      'features/funds/refill.feature',
    ],
  },
  {
    rig: 'rigs/emulator.connect-plus.yaml',
    features: ['features/connect-plus', 'features/funds'],
    sample: [
      'features/connect-plus/export-files.feature',
      'features/connect-plus/log-in.feature',
      'features/connect-plus/sync.feature',
      'features/funds/refill.feature',
    ],
  },
  {
    rig: 'rigs/emulator.onboarding.yaml',
    features: ['features/onboarding'],
    sample: [
      'features/onboarding/changing-meters.feature',
      'features/onboarding/profil.fr.feature',
      'features/onboarding/synchronisation.feature',
    ],
  },
];

/** The ways to reach a meter, the one that the others are compared with first. */
export const carriers = ['in-process', 'tcp', 'serial', 'ws'] as const;

export type Carrier = (typeof carriers)[number];
