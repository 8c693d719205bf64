import { identityOf, type MachineIdentity } from '#models/identity';

/** What every emulated meter says of its firmware. */
export const emulatedFirmware = '1.0.0-emu';

/** What a machine calls itself, by the name of its model. Errors: `FB_UNKNOWN_MODEL`. */
export const expectedIdentity = (
  name: string,
): MachineIdentity & {
  /** Of an emulated one. */
  readonly firmware: string;
} => ({ ...identityOf(name), firmware: emulatedFirmware });
