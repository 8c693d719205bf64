import type { Command } from 'commander';
import type { Shell } from '../shell.ts';

interface EvidenceFlags {
  readonly key: string;
  readonly passphraseEnv?: string;
  readonly out: string;
  readonly lab?: string;
  readonly at?: string;
}

/** `frankbench evidence`: a run as a signed pack that others can check. */
export function register(program: Command, shell: Shell): void {
  program
    .command('evidence')
    .description('pack a run as signed evidence')
    .argument('<run>', 'the folder of a run')
    .requiredOption('-k, --key <file>', 'the private key that signs')
    .option('--passphrase-env <variable>', 'the environment variable with its passphrase')
    .requiredOption('-o, --out <folder>', 'a new folder for the pack')
    .option('--lab <file>', 'what the laboratory says of itself, for the formal report (YAML)')
    .option('--at <time>', 'the time of packing, which is signed: "now" or 2026-11-28T12:00:00Z')
    .action(async (run: string, flags: EvidenceFlags) => {
      const { packRun } = await import('../evidence/pack-run.ts');
      await packRun(shell, run, flags);
    });
}
