import { BenchError } from '#core/errors';

/** What a machine calls itself. */
export interface MachineIdentity {
  readonly maker: string;
  readonly designation: string;
  /** The serial number of an emulated machine that is given none. */
  readonly usualSerial: string;
}

const connectPlus = { maker: 'Pitney Bowes', designation: 'Connect+', usualSerial: '1000123' };

const identities = {
  'is-420': { maker: 'Quadient', designation: 'IS-420', usualSerial: '420000123' },
  'is-440': { maker: 'Quadient', designation: 'IS-440', usualSerial: '440000123' },
  'connect-plus': connectPlus,
  'connect-plus-ca': connectPlus,
  onboarding: { maker: 'Pitney Bowes', designation: 'Onboarding', usualSerial: '2000456' },
} as const satisfies Readonly<Record<string, MachineIdentity>>;

/** The name of a machine, as rig files use it. */
export type ModelName = keyof typeof identities;

/** The names of all machines. */
export const modelNames: readonly string[] = Object.keys(identities);

/** What the machine of that name calls itself. Errors: `FB_UNKNOWN_MODEL`. */
export const identityOf = (name: string): MachineIdentity => identities[modelName(name)];

/** A name as one that a machine has. Errors: `FB_UNKNOWN_MODEL`. */
export function modelName(name: string): ModelName {
  // A name of the table: it is one of its keys.
  if (Object.hasOwn(identities, name)) return name as ModelName;
  throw new BenchError('FB_UNKNOWN_MODEL', `No machine is called "${name}".`, {
    hint: `Known machines: ${modelNames.join(', ')}.`,
  });
}
