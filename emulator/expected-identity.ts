import { modelNamed } from '#models';

/** What a machine calls itself, by the name of its model. Errors: `FB_UNKNOWN_MODEL`. */
export function expectedIdentity(name: string): {
  readonly maker: string;
  readonly designation: string;
  readonly usualSerial: string;
} {
  const { maker, designation, usualSerial } = modelNamed(name);
  return { maker, designation, usualSerial };
}
