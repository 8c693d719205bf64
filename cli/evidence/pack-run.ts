import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { BenchError, SystemClock } from '#core';
import { loadEvidence } from '#reports';
import { runFolderNamed } from '../run-folder-of.ts';
import { screenArt } from '../screen-art.ts';
import type { Shell } from '../shell.ts';
import { passphraseIn } from './passphrase.ts';

export interface PackFlags {
  readonly key: string;
  readonly passphraseEnv?: string;
  readonly out: string;
  readonly lab?: string;
  readonly at?: string;
}

/** Packs a run and says what became of it. */
export async function packRun(shell: Shell, run: string, flags: PackFlags): Promise<void> {
  const { readLaboratory, readSigningKey, writePack } = await loadEvidence();
  const key = readSigningKey(shell.path(flags.key), passphraseIn(shell, flags.passphraseEnv));
  const laboratory =
    flags.lab === undefined ? undefined : await readLaboratory(shell.path(flags.lab));
  const at = packedAt(flags.at);
  const packed = await writePack({
    run: runFolderNamed(shell, run),
    out: shell.path(flags.out),
    key,
    laboratory,
    packed: at,
    root: fileURLToPath(shell.root),
    lockfile: fileURLToPath(new URL('package-lock.json', shell.root)),
    art: screenArt,
  });
  shell.print(`${packed.target}: ${packed.result}, ${packed.files} files in ${packed.folder}`);
  for (const deviation of packed.deviations) shell.print(`  - ${deviation}`);
  shell.print(`Signed with the key SHA256 ${key.publicKey.fingerprint}`);
}

/** Nobody's time goes into a pack unless it is asked for: the same run is the same pack. */
function packedAt(at: string | undefined): string | null {
  if (at === undefined) return null;
  if (at === 'now') return new Date(new SystemClock().now()).toISOString();
  const parsed = z.iso.datetime().safeParse(at);
  if (parsed.success) return parsed.data;
  throw new BenchError('FB_USAGE', `--at ${at} is no time.`, {
    hint: 'Give it in UTC, such as 2026-11-28T12:00:00Z, or say "now".',
  });
}
