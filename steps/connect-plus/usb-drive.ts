import type { StickControl } from '#core';
import { stickOf } from '../stick.ts';
import type { FrankbenchWorld } from '../world.ts';

/** Beyond this a file is known by its size alone. */
const mostBytes = 4_000_000;

/** Takes the drive to the host: every file on it by its path, and what stands for its bytes. */
export async function driveFiles(world: FrankbenchWorld): Promise<ReadonlyMap<string, string>> {
  const drive = stickOf(world);
  if (drive.place() !== 'host') await world.bench.plugStick('host');
  const found = new Map<string, string>();
  const walk = async (folder: string): Promise<void> => {
    const pathOf = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
    for (const { name, size } of await drive.list(folder)) {
      const path = pathOf(name);
      found.set(path, `${size} bytes ${size > mostBytes ? '' : await digest(drive, path)}`);
    }
    for (const name of await drive.folders(folder)) await walk(pathOf(name));
  };
  await walk('');
  return found;
}

const digest = (drive: StickControl, path: string): Promise<string> =>
  drive.read(path).then(
    async (bytes) => {
      const hash = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes));
      return new Uint8Array(hash).join();
    },
    () => '(unreadable)',
  );

/** Inserts the drive and keeps in mind what is on it. */
export async function insertDrive(world: FrankbenchWorld): Promise<void> {
  if (stickOf(world).place() === 'meter') return;
  world.stick = await driveFiles(world);
  await world.bench.plugStick('meter');
}

/** The paths of files that were not there when the drive went into the meter. */
export async function newOnDrive(world: FrankbenchWorld): Promise<readonly string[]> {
  const now = await driveFiles(world);
  return [...now.keys()].filter((path) => !world.stick.has(path));
}
