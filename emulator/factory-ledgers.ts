import type { LedgerFigures } from '#core';
import type { Installation } from '#models';
import { modelNamed } from '#models/any-machine';

/**
 * The security cores of a machine as it leaves the factory, one for each meter. Errors:
 * `FB_UNKNOWN_MODEL`, `FB_RIG_FILE` for a machine that cannot be.
 */
export function factoryLedgers(name: string, installation: Installation): readonly LedgerFigures[] {
  const model = modelNamed(name);
  const serial = installation.serial ?? model.usualSerial;
  return model.ledgersOf(model.factoryMemory({ ...installation, serial }));
}
