import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../source.ts';
import type { CpioEntry } from './cpio.ts';
import { hostTree } from './tree.ts';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Packages of the checkout and all that they need, without what is not for this platform. */
export async function nodePackages(
  names: readonly string[],
  to: string,
): Promise<readonly CpioEntry[]> {
  const modules = fileURLToPath(new URL('node_modules', root));
  const wanted = new Set<string>();
  const add = async (name: string): Promise<void> => {
    const manifest = join(modules, name, 'package.json');
    // What is optional may be for another platform, and types need not be there.
    if (wanted.has(name) || name.startsWith('@types/') || !existsSync(manifest)) return;
    wanted.add(name);
    const { dependencies, optionalDependencies }: Manifest = JSON.parse(
      await readFile(manifest, 'utf8'),
    );
    for (const each of Object.keys({ ...dependencies, ...optionalDependencies })) await add(each);
  };
  for (const name of names) await add(name);
  const foreign =
    /\/prebuilds\/(?!linux-x64$)[^/]+$|\.musl\.node$|\.d\.ts$|\.map$|bindings-cpp\/src$/;
  const trees = [...wanted].map((name) =>
    hostTree(join(modules, name), join(to, name), (path) => foreign.test(path)),
  );
  return (await Promise.all(trees)).flat();
}

/** The compiled parts of those packages, as files of the host: what they are linked to goes along. */
export const nativeParts = (entries: readonly CpioEntry[], to: string): readonly string[] =>
  entries
    .filter(({ path }) => path.endsWith('.node'))
    .map(({ path }) => fileURLToPath(new URL(`node_modules/${path.slice(to.length + 1)}`, root)));
