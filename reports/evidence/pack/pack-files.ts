/** The file that names every other one with its digest, and is signed. */
export const sumsName = 'SHA256SUMS';

/** The signatures of it, which it cannot name, by who made their form. */
export const signatureNames = {
  openssl: `${sumsName}.sig`,
  minisign: `${sumsName}.minisig`,
  openssh: `${sumsName}.sshsig`,
} as const;

/** What stands in no list: the list itself and its signatures. */
export const unlisted: ReadonlySet<string> = new Set([sumsName, ...Object.values(signatureNames)]);

export const attestationsName = 'attestations.intoto.jsonl';

/** The bytes of the statement that are signed in truth, and their signature, for OpenSSL. */
export const statementBytesName = 'statement.pae';
export const statementSignatureName = 'statement.sig';

export const chainCheckerName = 'verify-chain.sh';

export const sbomName = 'sbom.cdx.json';

export const laboratoryName = 'lab.json';

/** A path that every program takes as it stands: no way out of the pack, nothing that needs quoting. */
export const isPlainPath = (path: string): boolean =>
  /^[\p{L}\p{N}_.,+@=() -]+(?:\/[\p{L}\p{N}_.,+@=() -]+)*$/u.test(path) &&
  path.split('/').every((part) => !/^\.{1,2}$/.test(part));

/** The order in which `LC_ALL=C sort` puts paths. */
export const byBytes = (a: string, b: string): number =>
  Buffer.compare(Buffer.from(a), Buffer.from(b));

export const jsonText = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
