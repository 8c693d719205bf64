import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { BenchError, type StickControl, type StickPlace } from '#core';

export interface FolderStickOptions {
  /** Where the stick is mounted while it is at the host. */
  readonly root: string;
  readonly place: StickPlace;
  /** Switches the stick over. */
  readonly plug: (place: StickPlace) => Promise<void>;
}

/**
 * A stick at a switch whose host side the desk mounts by itself: its files are reached there.
 * Errors: FB_STICK_NOT_AT_HOST, FB_STICK_FILE.
 */
export function folderStick(options: FolderStickOptions): StickControl {
  const { root } = options;
  let place = options.place;
  const at = (act: string, path: string): string => {
    if (place !== 'host') {
      throw new BenchError(
        'FB_STICK_NOT_AT_HOST',
        `cannot ${act} "${path}": the stick is not at the host`,
        { hint: 'plug the stick at the host first', context: { path, place } },
      );
    }
    const full = join(root, path);
    if (full === root || full.startsWith(root + sep) || path === '') return full;
    throw failed(act, path, new Error('it leads out of the stick'));
  };
  const reach = async <Value>(
    act: string,
    path: string,
    work: (full: string) => Promise<Value>,
  ): Promise<Value> => {
    const full = at(act, path);
    try {
      return await work(full);
    } catch (cause) {
      throw failed(act, path, cause);
    }
  };
  const entries = (folder: string) =>
    reach('list', folder, (full) => readdir(full, { withFileTypes: true }));
  return {
    place: () => place,
    plug: async (to) => {
      await options.plug(to);
      place = to;
    },
    list: async (folder = '') => {
      const files = (await entries(folder)).filter((entry) => entry.isFile());
      return Promise.all(
        files.map(async ({ name }) => ({
          name,
          size: (await stat(join(root, folder, name))).size,
        })),
      );
    },
    folders: async (folder = '') =>
      (await entries(folder)).filter((entry) => entry.isDirectory()).map(({ name }) => name),
    read: (path) => reach('read', path, (full) => readFile(full)),
    write: (path, bytes) =>
      reach('write', path, async (full) => {
        await mkdir(dirname(full), { recursive: true });
        await writeFile(full, bytes, { flush: true });
      }),
    remove: (path) => reach('remove', path, (full) => rm(full)),
  };
}

const failed = (act: string, path: string, cause: unknown): BenchError =>
  new BenchError(
    'FB_STICK_FILE',
    `cannot ${act} "${path}" on the stick: ${cause instanceof Error ? cause.message : String(cause)}`,
    { hint: 'is the stick mounted at stick.path of the rig file?', context: { path }, cause },
  );
