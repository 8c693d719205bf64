import { modelNamed } from '#models';

/** What every emulated meter says of its firmware. */
export const emulatedFirmware = '1.0.0-emu';

/** What a machine calls itself, by the name of its model. Errors: `FB_UNKNOWN_MODEL`. */
export function expectedIdentity(name: string): {
  readonly maker: string;
  readonly designation: string;
  readonly usualSerial: string;
  /** Of an emulated one. */
  readonly firmware: string;
} {
  const { maker, designation, usualSerial } = modelNamed(name);
  return { maker, designation, usualSerial, firmware: emulatedFirmware };
}
