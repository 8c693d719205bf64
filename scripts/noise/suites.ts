/** Features of one machine, and the rig that they run on but for its link. */
export interface NoiseSuite {
  readonly machine: string;
  readonly rig: string;
  readonly features: readonly string[];
}

const suite = (machine: string, rig: string, names: readonly string[]): NoiseSuite => ({
  machine,
  rig: `rigs/emulator.${rig}.yaml`,
  features: names.map((name) => `features/${machine}/${name}.feature`),
});

/** A thousand scenarios of the three machines, without the files that take the most keys a scenario. */
export const noiseSuites: readonly NoiseSuite[] = [
  suite('onboarding', 'onboarding', [
    'connection', 'connexion.fr', 'equipment', 'model', 'my-account', 'new-customer', 'packages',
    'payment', 'premieres-etapes.fr', 'profil.fr', 'profile', 'refills', 'synchronisation',
  ]),
  suite('connect-plus', 'connect-plus', [
    'funds', 'inspection', 'log-in', 'rates', 'report-period', 'reports', 'run-mail',
    'saved-reports', 'sub-accounts', 'users',
  ]),
  suite('is400', 'is440', [
    'account-export', 'account-modes', 'credit', 'franking', 'inspection', 'menus',
    'online-services', 'pins', 'sessions', 'typing',
  ]),
]; // biome-ignore format: three lists
