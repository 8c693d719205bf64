import type { Command } from 'commander';
import type { Shell } from '../shell.ts';

interface NewFlags {
  readonly out: string;
  readonly name: string;
  readonly passphraseEnv?: string;
}

const passphraseHelp = 'the environment variable with the passphrase of the key';

/** `frankbench keys`: the keys that evidence is signed with. */
export function register(program: Command, shell: Shell): void {
  const keys = program.command('keys').description('make and show the keys that sign evidence');
  keys
    .command('new')
    .description('make an Ed25519 key, with its public forms for OpenSSL, minisign and OpenSSH')
    .requiredOption('-o, --out <folder>', 'where the files go')
    .requiredOption('-n, --name <name>', 'the name of the key: who signs with it')
    .option('--passphrase-env <variable>', passphraseHelp)
    .action(async ({ out, name, passphraseEnv }: NewFlags) => {
      const { loadEvidence } = await import('#reports');
      const { makeKeyFiles } = await loadEvidence();
      const { passphraseIn } = await import('../evidence/passphrase.ts');
      const made = makeKeyFiles(shell.path(out), name, passphraseIn(shell, passphraseEnv));
      shell.print(`Private key: ${made.privateKey}${passphraseEnv ? '' : ' (NOT encrypted)'}`);
      for (const path of made.publicFiles) shell.print(`Public:      ${path}`);
      shell.print(`Fingerprint: SHA256 ${made.publicKey.fingerprint}`);
    });
  keys
    .command('show')
    .description('show the public forms of a key, or of a register of keys')
    .argument('<file>', 'a private key, a public one, or a folder of public ones')
    .option('--passphrase-env <variable>', passphraseHelp)
    .action(async (file: string, { passphraseEnv }: Pick<NewFlags, 'passphraseEnv'>) => {
      const { loadEvidence } = await import('#reports');
      const { publicForms, readKeys } = await loadEvidence();
      const { passphraseIn } = await import('../evidence/passphrase.ts');
      for (const key of readKeys(shell.path(file), passphraseIn(shell, passphraseEnv))) {
        shell.print(`${key.name}`);
        for (const form of publicForms(key, key.name)) {
          shell.print(`\nfor ${form.for} (${key.name}.${form.ending}):\n${form.text}`);
        }
      }
    });
}
