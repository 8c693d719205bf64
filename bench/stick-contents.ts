import type { StickControl, StickFile } from '#core';
import type { Surroundings } from '#models';

const noBytes = new Uint8Array();

/** What a stick at the host holds. */
export interface StickContents {
  /** As the specification of a meter asks for it: account files with their bytes. */
  readonly surroundings: Pick<Surroundings, 'stickFiles' | 'folders'>;
  /** The bytes of every file, by its path. */
  readonly sizes: ReadonlyMap<string, number>;
}

/** Looks through a stick at the host: its files, and the folders in every folder. */
export async function contentsOf(stick: StickControl): Promise<StickContents> {
  const stickFiles = new Map<string, Uint8Array>();
  const files = await stick.list();
  for (const { name } of files) {
    const isRead = /^ACS_/i.test(name);
    stickFiles.set(name, isRead ? await stick.read(name).catch(() => noBytes) : noBytes);
  }
  const folders = await foldersOf(stick);
  return {
    surroundings: { stickFiles, folders: (path) => folders.get(path) ?? [] },
    sizes: await sizesOf(stick, folders, files),
  };
}

/** The files that are there now and were not before, or had another size then. */
export async function writtenSince(
  stick: StickControl,
  before: ReadonlyMap<string, number>,
): Promise<readonly string[]> {
  const now = await sizesOf(stick, await foldersOf(stick), await stick.list().catch(() => []));
  return [...now].flatMap(([path, size]) => (before.get(path) === size ? [] : [path]));
}

async function sizesOf(
  stick: StickControl,
  folders: ReadonlyMap<string, readonly string[]>,
  filesOfRoot: readonly StickFile[],
): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  for (const folder of folders.keys()) {
    const files = folder === '' ? filesOfRoot : await stick.list(folder).catch(() => []);
    for (const { name, size } of files) sizes.set(joined(folder, name), size);
  }
  return sizes;
}

/** The names of the folders in every folder of a stick, by its path; '' is the root. */
async function foldersOf(
  stick: StickControl,
  path = '',
  found = new Map<string, readonly string[]>(),
): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = await stick.folders(path).catch((): readonly string[] => []);
  found.set(path, names);
  for (const name of names) await foldersOf(stick, joined(path, name), found);
  return found;
}

const joined = (folder: string, name: string): string =>
  folder === '' ? name : `${folder}/${name}`;
