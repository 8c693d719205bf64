import type { StickControl } from '#core';
import type { Surroundings } from '#models';

const noBytes = new Uint8Array();

/**
 * What a stick at the host holds, as the specification of a meter asks for it: the files of its
 * root, account files with their bytes, and the folders in every folder.
 */
export async function contentsOf(
  stick: StickControl,
): Promise<Pick<Surroundings, 'stickFiles' | 'folders'>> {
  const stickFiles = new Map<string, Uint8Array>();
  for (const { name } of await stick.list()) {
    const isRead = /^ACS_/i.test(name);
    stickFiles.set(name, isRead ? await stick.read(name).catch(() => noBytes) : noBytes);
  }
  const folders = await foldersOf(stick);
  return { stickFiles, folders: (path) => folders.get(path) ?? [] };
}

/** The names of the folders in every folder of a stick, by its path; '' is the root. */
async function foldersOf(
  stick: StickControl,
  path = '',
  found = new Map<string, readonly string[]>(),
): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = await stick.folders(path).catch((): readonly string[] => []);
  found.set(path, names);
  for (const name of names) await foldersOf(stick, path === '' ? name : `${path}/${name}`, found);
  return found;
}
