import { BenchError } from '#core';
import type { Shell } from '../shell.ts';

/**
 * The passphrase in an environment variable: a command line is seen by everybody on the host.
 * Errors: `FB_EVIDENCE_KEY` when the variable is not set or is empty.
 */
export function passphraseIn(shell: Shell, variable: string | undefined): string | undefined {
  if (variable === undefined) return undefined;
  const passphrase = shell.env[variable];
  if (passphrase) return passphrase;
  throw new BenchError('FB_EVIDENCE_KEY', `The environment variable ${variable} is not set.`, {
    hint: `Put the passphrase there first, unseen: read -rs ${variable}; export ${variable}`,
  });
}
