import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type CpioEntry, cpioEntry } from './cpio.ts';

/** A file of the host, under a path in the archive. */
export async function hostFile(path: string, to: string): Promise<CpioEntry> {
  const { mode } = await lstat(path);
  return cpioEntry.file(to, await readFile(path), mode & 0o777);
}

/** A folder of the host with all in it, under a path in the archive; without what `leaveOut` names. */
export async function hostTree(
  from: string,
  to: string,
  leaveOut: (path: string) => boolean = () => false,
): Promise<readonly CpioEntry[]> {
  const entries: CpioEntry[] = [];
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const path = join(from, entry.name);
    const target = join(to, entry.name);
    if (leaveOut(path)) continue;
    if (entry.isDirectory()) entries.push(...(await hostTree(path, target, leaveOut)));
    else if (entry.isSymbolicLink()) entries.push(cpioEntry.link(target, await readlink(path)));
    else entries.push(await hostFile(path, target));
  }
  return entries;
}

/** The entries with all the folders that they are in, each before what is in it; the last of a path wins. */
export function withFolders(entries: readonly CpioEntry[]): readonly CpioEntry[] {
  const all = new Map<string, CpioEntry>();
  for (const entry of entries) {
    const parts = entry.path.split('/');
    for (let depth = 1; depth < parts.length; depth += 1) {
      const path = parts.slice(0, depth).join('/');
      if (!all.has(path)) all.set(path, cpioEntry.folder(path));
    }
    all.set(entry.path, entry);
  }
  return [...all.values()];
}
