import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { haveTool, type Tool } from '#judges';

/** One of the ways of the README.txt in a pack to find that something is wrong, without us. */
export interface Finder {
  readonly name: string;
  /** The program of another package that it needs; sh and coreutils are everywhere. */
  readonly tool: Tool | undefined;
  /** True when the pack is as it should be. */
  isContent(pack: string, keys: string): boolean;
}

const passes = (
  pack: string,
  program: string,
  args: readonly string[],
  input?: Buffer,
): boolean => {
  const { status, stdout } = spawnSync(program, args, { cwd: pack, ...(input ? { input } : {}) });
  // What prints nothing when all is well has found something when it prints.
  return status === 0 && (program !== 'sh' || args[0] !== '-c' || stdout.length === 0);
};

const listing = `find . ! -type d ! -name SHA256SUMS ! -name 'SHA256SUMS.*sig' | cut -c3- | LC_ALL=C sort |
  { cut -c67- SHA256SUMS > "$LIST"; diff "$LIST" -; }; find . ! -type d ! -type f`;

const opensslOn = (signed: string, signature: string) => (pack: string, keys: string) =>
  passes(pack, 'openssl', [
    ...['pkeyutl', '-verify', '-pubin', '-inkey', join(keys, 'lab.pub.pem')],
    ...['-rawin', '-in', signed, '-sigfile', signature],
  ]);

export const finders = [
  {
    name: 'sha256sum',
    tool: undefined,
    isContent: (pack) => passes(pack, 'sha256sum', ['--strict', '--quiet', '-c', 'SHA256SUMS']),
  },
  {
    name: 'find',
    tool: undefined,
    isContent: (pack) => passes(pack, 'sh', ['-c', listing.replaceAll('$LIST', `${pack}.list`)]),
  },
  {
    name: 'verify-chain.sh',
    tool: undefined,
    isContent: (pack) => passes(pack, 'sh', ['verify-chain.sh']),
  },
  {
    name: 'openssl',
    tool: 'openssl',
    isContent: opensslOn('SHA256SUMS', 'SHA256SUMS.sig'),
  },
  {
    name: 'minisign',
    tool: 'minisign',
    isContent: (pack, keys) =>
      passes(pack, 'minisign', [
        ...['-Vm', 'SHA256SUMS', '-x', 'SHA256SUMS.minisig'],
        ...['-p', join(keys, 'lab.minisign.pub')],
      ]),
  },
  {
    name: 'ssh-keygen',
    tool: 'ssh-keygen',
    isContent: (pack, keys) =>
      passes(
        pack,
        'ssh-keygen',
        [
          ...['-Y', 'verify', '-f', join(keys, 'lab.allowed_signers'), '-I', 'lab'],
          ...['-n', 'frankbench-evidence', '-s', 'SHA256SUMS.sshsig'],
        ],
        readFileSync(join(pack, 'SHA256SUMS')),
      ),
  },
  {
    name: 'statement',
    tool: 'openssl',
    isContent: opensslOn('statement.pae', 'statement.sig'),
  },
] as const satisfies readonly Finder[];

export type FinderName = (typeof finders)[number]['name'];

export const isThere = ({ tool }: Finder): boolean => tool === undefined || haveTool(tool);
