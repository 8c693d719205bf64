import { command } from './command.ts';
import type { CpioEntry } from './cpio.ts';
import { hostFile } from './tree.ts';

/**
 * The libraries that programs are linked to, under the paths where their loader looks for them.
 * `folders` are looked in before the host's own.
 */
export async function sharedLibraries(
  programs: readonly string[],
  folders: readonly string[],
): Promise<readonly CpioEntry[]> {
  const found = new Map<string, string>();
  for (const program of programs) {
    const listed = await command('ldd', [program], { env: { LD_LIBRARY_PATH: folders.join(':') } });
    const missing = /^\s*(\S+) => not found$/m.exec(listed)?.[1];
    if (missing !== undefined) throw new Error(`${program} needs ${missing}, which the host lacks`);
    for (const [, name, path = ''] of listed.matchAll(/^\s*(\S+) => (\/\S+)/gm)) {
      found.set(`lib/x86_64-linux-gnu/${name}`, path);
    }
    const loader = /^\s*(\/\S*ld-linux\S*)/m.exec(listed)?.[1];
    if (loader !== undefined) found.set(loader.slice(1), loader);
  }
  return Promise.all([...found].map(([to, path]) => hostFile(path, to)));
}
