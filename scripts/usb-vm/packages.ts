import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { command } from './command.ts';
import { extractKernel } from './vmlinux.ts';

/** What the guest is made of, unpacked and never installed. */
export interface GuestPackages {
  /** The kernel's version as in its package's name: `6.1.0-56-amd64`. */
  readonly release: string;
  /** A folder with `kernel` (bootable) and the unpacked trees of the packages. */
  readonly folder: string;
  /** Whether anything had to be downloaded. */
  readonly fetched: boolean;
}

/** Beside the kernel. Other libraries of udev are the host's: they are part of any Debian. */
const besides = ['udev', 'libkmod2', 'busybox-static'] as const;

/** Of the kernel's package only these are unpacked: the kernel and the modules of a USB host. */
const kernelParts = [
  './boot/vmlinuz-*',
  './lib/modules/*/kernel/drivers/usb/*',
  './lib/modules/*/kernel/drivers/scsi/*',
  './lib/modules/*/kernel/fs/fat/*',
  './lib/modules/*/kernel/fs/nls/*',
  './lib/modules/*/kernel/lib/*',
  './lib/modules/*/kernel/crypto/*',
  './lib/modules/*/kernel/block/*',
] as const;

const cacheFolder = (): string =>
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'frankbench', 'usb-vm');

/**
 * Debian's kernel and what else the guest needs, from the cache or downloaded into it. Nothing is
 * installed and no root is needed. Where apt cannot be reached the newest set in the cache is taken.
 */
export async function guestPackages(): Promise<GuestPackages> {
  const cache = cacheFolder();
  await mkdir(cache, { recursive: true });
  try {
    return await newest(cache, []).catch(async () => newest(cache, await ownLists(cache)));
  } catch (error) {
    const kept = (await readdir(cache)).filter((name) => name.startsWith('set-')).sort();
    const last = kept.at(-1);
    if (last === undefined) throw error;
    return known(join(cache, last), false);
  }
}

/** The set that apt offers now, downloaded where it is not in the cache. `apt` are further options. */
async function newest(cache: string, apt: readonly string[]): Promise<GuestPackages> {
  const depends = await command('apt-cache', [...apt, 'depends', 'linux-image-amd64']);
  const kernel = /Depends: (linux-image-(\S+-amd64))$/m.exec(depends)?.[1];
  if (kernel === undefined) throw new Error('apt knows no kernel for linux-image-amd64');
  const names = [kernel, ...besides];
  const versions = await candidates(names, apt);
  const folder = join(cache, `set-${versions.join('_').replaceAll(/[^\w.+-]/g, '-')}`);
  try {
    return await known(folder, false);
  } catch {
    const work = await freshFolder(join(cache, `work-${process.pid}`));
    await command('apt-get', [...apt, 'download', ...names], { cwd: work });
    await unpack(work, kernel);
    const old = (await readdir(cache)).filter((name) => name.startsWith('set-'));
    await Promise.all(old.map((name) => rm(join(cache, name), { recursive: true, force: true })));
    await rename(work, folder);
    return known(folder, true);
  }
}

async function known(folder: string, fetched: boolean): Promise<GuestPackages> {
  const release = await readFile(join(folder, 'release'), 'utf8');
  return { release, folder, fetched };
}

/** The versions that apt would install, in the order of the names. */
async function candidates(
  names: readonly string[],
  apt: readonly string[],
): Promise<readonly string[]> {
  const policy = await command('apt-cache', [...apt, 'policy', ...names]);
  const known = new Map<string, string>();
  let name = '';
  for (const line of policy.split('\n')) {
    name = /^(\S+):$/.exec(line)?.[1] ?? name;
    const version = /^ +Candidate: (?!\(none\))(\S+)$/.exec(line)?.[1];
    if (version !== undefined) known.set(name, version);
  }
  return names.map((each) => {
    const version = known.get(each);
    if (version === undefined) throw new Error(`apt knows no ${each}`);
    return version;
  });
}

/** Unpacks what was downloaded into the folder; `release` is written last and says that all is there. */
async function unpack(work: string, kernel: string): Promise<void> {
  for (const file of (await readdir(work)).filter((name) => name.endsWith('.deb'))) {
    const path = join(work, file);
    if (file.startsWith(`${kernel}_`)) {
      const parts = kernelParts.map((part) => `'${part}'`).join(' ');
      const script = `dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" --wildcards ${parts}`;
      await command('sh', ['-c', script, 'sh', path, work]);
    } else {
      await command('dpkg-deb', ['-x', path, work]);
    }
    await rm(path);
  }
  const release = kernel.replace('linux-image-', '');
  await extractKernel(join(work, 'boot', `vmlinuz-${release}`), join(work, 'kernel'));
  await writeFile(join(work, 'release'), release);
}

/** Package lists of our own, for a host whose lists are missing or old and who is not root. */
async function ownLists(cache: string): Promise<readonly string[]> {
  const lists = join(cache, 'lists');
  await mkdir(join(lists, 'partial'), { recursive: true });
  const archives = join(cache, 'archives');
  await mkdir(join(archives, 'partial'), { recursive: true });
  const options = ['-o', `Dir::State::Lists=${lists}`, '-o', `Dir::Cache=${archives}`];
  await command('apt-get', [...options, '-qq', 'update']);
  return options;
}

async function freshFolder(path: string): Promise<string> {
  await rm(path, { recursive: true, force: true });
  await mkdir(path, { recursive: true });
  return path;
}
