import type { Command } from 'commander';
import type { Shell } from '../shell.ts';

interface VerifyFlags {
  readonly trust: string;
  readonly after?: string;
  readonly previous?: string;
  readonly json?: boolean;
}

/** `frankbench verify`: whether evidence is what its signer packed, and says what happened. */
export function register(program: Command, shell: Shell): void {
  program
    .command('verify')
    .description('verify evidence packs; several of one rig must follow each other without a gap')
    .argument('<packs...>', 'folders of packs')
    .requiredOption('--trust <keys>', "the laboratory's register: a file or folder of public keys")
    .option('--after <pack>', 'the pack that should come right before')
    .option('--previous <file>', 'the run.json of the run that should come right before')
    .option('--json', 'as JSON')
    .action(async (packs: readonly string[], flags: VerifyFlags) => {
      const { loadEvidence } = await import('#reports');
      const { readRegister, verifyPacks } = await loadEvidence();
      const { screenArt } = await import('../screen-art.ts');
      const { isGood, verificationJson, verificationLines } = await import(
        '../evidence/verification-lines.ts'
      );
      const found = await verifyPacks({
        packs: packs.map((path) => shell.path(path)),
        after: flags.after === undefined ? undefined : shell.path(flags.after),
        previous: flags.previous === undefined ? undefined : shell.path(flags.previous),
        register: readRegister(shell.path(flags.trust)),
        art: screenArt,
      });
      shell.print(flags.json ? verificationJson(found) : verificationLines(found).join('\n'));
      shell.exit(isGood(found) ? 0 : 1);
    });
}
