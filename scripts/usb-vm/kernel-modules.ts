import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A module of the kernel: its name and its file. */
export interface KernelModule {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A USB host without hardware, and the drivers of what the meter is: instrument, serial line, stick. */
const wanted = [
  'vhci_hcd',
  'usbtmc',
  'cdc_acm',
  'usb_storage',
  'sd_mod',
  'vfat',
  'nls_cp437',
  'nls_ascii',
] as const;

/** The wanted modules and all that they need, each after what it needs itself. */
export async function kernelModules(folder: string, release: string): Promise<KernelModule[]> {
  const root = join(folder, 'lib/modules', release, 'kernel');
  const paths = new Map<string, string>();
  for (const path of await readdir(root, { recursive: true })) {
    const name = /([^/]+)\.ko$/.exec(path)?.[1];
    if (name !== undefined) paths.set(name.replaceAll('-', '_'), join(root, path));
  }
  const found = new Map<string, KernelModule>();
  const add = async (name: string): Promise<void> => {
    const path = paths.get(name);
    if (found.has(name)) return;
    if (path === undefined) throw new Error(`the kernel ${release} has no module ${name}`);
    const bytes = await readFile(path);
    for (const needed of needs(bytes)) await add(needed);
    found.set(name, { name, bytes });
  };
  for (const name of wanted) await add(name);
  return [...found.values()];
}

/** What a module says it needs, in the strings of its `.modinfo`. */
function needs(bytes: Buffer): readonly string[] {
  const at = bytes.indexOf('\0depends=');
  if (at < 0) return [];
  const start = at + '\0depends='.length;
  const text = bytes.toString('latin1', start, bytes.indexOf(0, start));
  return text
    .split(',')
    .filter((name) => name !== '')
    .map((name) => name.replaceAll('-', '_'));
}
