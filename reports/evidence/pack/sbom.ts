import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { BenchError, type Sha256 } from '#core';

const packageSchema = z.object({
  version: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  optional: z.boolean().optional(),
  link: z.boolean().optional(),
});

const lockSchema = z.object({
  name: z.string(),
  version: z.string(),
  lockfileVersion: z.literal(3),
  packages: z.record(z.string(), packageSchema),
});

type LockedPackage = z.infer<typeof packageSchema>;

/** The property of a list of software that says which lockfile it was made from. */
export const lockfileProperty = 'frankbench:lockfile-sha256';

/**
 * The software of a run as a CycloneDX 1.6 document, from npm's lockfile: the same lockfile gives the
 * same bytes. `undefined` where the run had another lockfile. Errors: `FB_EVIDENCE_PACK`.
 */
export async function softwareList(
  lockfile: string,
  wanted: Sha256 | undefined,
): Promise<string | undefined> {
  const { text, lock } = readLock(lockfile);
  const sha256 = hash('sha256', text);
  if (sha256 !== wanted) return undefined;
  const { Enums, Models, Serialize, Spec, SPDX } = await import('@cyclonedx/cyclonedx-library');
  const licensesOf = ({ license }: LockedPackage) => {
    if (license === undefined) return [];
    return SPDX.isSupportedSpdxId(license)
      ? [new Models.SpdxLicense(license)]
      : [new Models.NamedLicense(license)];
  };
  const component = (path: string, locked: LockedPackage) => {
    const full = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const [group, name] = full.startsWith('@') ? full.split('/') : [undefined, full];
    const { version = '' } = locked;
    return new Models.Component(Enums.ComponentType.Library, name ?? full, {
      ...(group === undefined ? {} : { group }),
      version,
      bomRef: path,
      purl: `pkg:npm/${full.replace('@', '%40')}@${version}`,
      scope: locked.optional ? Enums.ComponentScope.Optional : Enums.ComponentScope.Required,
      hashes: new Models.HashDictionary(digestsOf(locked, Enums.HashAlgorithm['SHA-512'])),
      licenses: new Models.LicenseRepository(licensesOf(locked)),
    });
  };
  const bom = new Models.Bom({
    metadata: new Models.Metadata({
      component: new Models.Component(Enums.ComponentType.Application, lock.name, {
        version: lock.version,
        bomRef: 'frankbench',
      }),
      properties: new Models.PropertyRepository([new Models.Property(lockfileProperty, sha256)]),
    }),
    components: new Models.ComponentRepository(
      Object.entries(lock.packages)
        .filter(([path, { dev, link }]) => path !== '' && !dev && !link)
        .map(([path, locked]) => component(path, locked)),
    ),
  });
  const serializer = new Serialize.JsonSerializer(
    new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6),
  );
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function readLock(path: string): {
  readonly text: Buffer;
  readonly lock: z.infer<typeof lockSchema>;
} {
  try {
    const text = readFileSync(path);
    return { text, lock: lockSchema.parse(JSON.parse(text.toString('utf8'))) };
  } catch (cause) {
    throw new BenchError('FB_EVIDENCE_PACK', `Cannot read the lockfile ${path}.`, {
      hint: 'Is the checkout whole? "git status" tells.',
      cause,
    });
  }
}

const digestsOf = <Algorithm>({ integrity }: LockedPackage, algorithm: Algorithm) =>
  integrity?.startsWith('sha512-')
    ? ([
        [algorithm, Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex')],
      ] satisfies [Algorithm, string][])
    : [];
