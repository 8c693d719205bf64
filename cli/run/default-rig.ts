const rigs: Readonly<Record<string, string>> = {
  is400: 'rigs/emulator.is440.yaml',
  'connect-plus': 'rigs/emulator.connect-plus.yaml',
};

/**
 * The rig that a run takes when none is named: the emulated machine that the folder of the first
 * feature is about.
 */
export function defaultRig(features: readonly string[]): string {
  const folders = features[0]?.split('/') ?? [];
  const about = folders.map((folder) => rigs[folder]).find((rig) => rig !== undefined);
  return about ?? 'rigs/emulator.is440.yaml';
}
