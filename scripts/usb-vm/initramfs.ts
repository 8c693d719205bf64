import { open } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { root } from '../source.ts';
import { bundle, wholePackages } from './bundle.ts';
import { type CpioEntry, cpio, cpioEntry } from './cpio.ts';
import { kernelModules } from './kernel-modules.ts';
import { nativeParts, nodePackages } from './node-packages.ts';
import type { GuestPackages } from './packages.ts';
import { sharedLibraries } from './shared-libraries.ts';
import { hostFile, hostTree, withFolders } from './tree.ts';

const passwd = 'root:x:0:0::/:/bin/sh\nbench:x:1000:1000::/tmp:/bin/sh\n';
const group = 'root:x:0:\ntty:x:5:\ndisk:x:6:\ndialout:x:20:\nbench:x:1000:\n';

const udevRules = /^(50-udev-default|60-serial|60-block|60-persistent-storage|80-drivers)\.rules$/;

/** Writes the guest's whole file system: what boots, what listens for devices, Node and the bench. */
export async function writeInitramfs(packages: GuestPackages, path: string): Promise<void> {
  const parts = await Promise.all([system(packages), modules(packages), udev(packages), bench()]);
  await using file = await open(path, 'w');
  for (const piece of cpio(withFolders(parts.flat()))) await file.write(piece);
}

async function system({ folder }: GuestPackages): Promise<readonly CpioEntry[]> {
  return [
    await hostFile(fileURLToPath(new URL('guest/init', import.meta.url)), 'init'),
    await hostFile(join(folder, 'bin/busybox'), 'bin/busybox'),
    cpioEntry.link('bin/sh', 'busybox'),
    await hostFile(process.execPath, 'bin/node'),
    ...(await sharedLibraries([process.execPath], [])),
    cpioEntry.file('etc/passwd', passwd),
    cpioEntry.file('etc/group', group),
    ...['dev', 'proc', 'sys', 'run', 'tmp', 'mnt'].map(cpioEntry.folder),
  ];
}

async function modules({ folder, release }: GuestPackages): Promise<readonly CpioEntry[]> {
  const all = await kernelModules(folder, release);
  return [
    ...all.map(({ name, bytes }) => cpioEntry.file(`modules/${name}.ko`, bytes)),
    cpioEntry.file('modules/order', all.map(({ name }) => `${name}\n`).join('')),
  ];
}

async function udev({ folder }: GuestPackages): Promise<readonly CpioEntry[]> {
  const program = join(folder, 'bin/udevadm');
  const libraries = ['lib', 'usr/lib'].map((lib) => join(folder, lib, 'x86_64-linux-gnu'));
  const rules = 'lib/udev/rules.d';
  const wanted = (path: string): boolean => udevRules.test(path.slice(path.lastIndexOf('/') + 1));
  return [
    await hostFile(program, 'bin/udevadm'),
    cpioEntry.link('bin/systemd-udevd', 'udevadm'),
    ...(await sharedLibraries([program], libraries)),
    ...(await hostTree(join(folder, rules), rules, (each) => !wanted(each))),
  ];
}

async function bench(): Promise<readonly CpioEntry[]> {
  const packages = await nodePackages(wholePackages, 'bench/node_modules');
  const checkout = (name: string) => fileURLToPath(new URL(name, root));
  return [
    ...(await bundle('bench')),
    ...packages,
    ...(await sharedLibraries(nativeParts(packages, 'bench/node_modules'), [])),
    await hostFile(checkout('package.json'), 'bench/package.json'),
    ...(await hostTree(checkout('features/is400'), 'bench/features/is400')),
    ...(await hostTree(checkout('rigs'), 'bench/rigs', (each) => each.endsWith('.ts'))),
  ];
}
