import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sooner } from './checks.ts';

/** What the kernel made of a meter: the nodes of its functions in `/dev`. */
export interface DeviceNodes {
  readonly tty: string;
  readonly usbtmc: string;
  readonly disk: string;
}

const classes = [
  ['tty', 'tty', /^ttyACM\d+$/],
  ['usbtmc', 'usbmisc', /^usbtmc\d+$/],
  ['disk', 'block', /^sd[a-z]$/],
] as const;

/** The nodes of the meter with a serial number, once all are there. */
export function deviceNodes(serial: string, limitMs = 15_000): Promise<DeviceNodes> {
  let seen: Partial<DeviceNodes> = {};
  const what = (): string => `the nodes of the meter ${serial}, of which ${JSON.stringify(seen)}`;
  return sooner(what, limitMs, async () => {
    seen = await nodesNow(serial);
    const { tty, usbtmc, disk } = seen;
    return tty && usbtmc && disk ? { tty, usbtmc, disk } : undefined;
  });
}

/** Resolves when nothing of a meter is left in `/dev`. */
export const noNodes = (serial: string, limitMs = 5000): Promise<true> =>
  sooner(
    () => `the nodes of the meter ${serial} to go`,
    limitMs,
    async () =>
      Object.values(await nodesNow(serial)).every((node) => node === undefined) ? true : undefined,
  );

async function nodesNow(serial: string): Promise<Partial<DeviceNodes>> {
  const nodes = classes.map(async ([name, folder, pattern]) => [
    name,
    await nodeOf(folder, pattern, serial),
  ]);
  return Object.fromEntries(await Promise.all(nodes));
}

async function nodeOf(
  folder: string,
  pattern: RegExp,
  serial: string,
): Promise<string | undefined> {
  const root = join('/sys/class', folder);
  if (!existsSync(root)) return undefined;
  for (const name of readdirSync(root).filter((each) => pattern.test(each))) {
    const node = `/dev/${name}`;
    if ((await serialOf(join(root, name))) === serial && existsSync(node)) return node;
  }
  return undefined;
}

/**
 * The serial number of the USB device that something in `/sys` belongs to. The kernel keeps who
 * reads it waiting while it asks the device something: this process, which is the device, must not
 * be the one that waits, so it is read on another thread.
 */
async function serialOf(path: string): Promise<string | undefined> {
  try {
    for (let at = realpathSync(path); at !== '/'; at = dirname(at)) {
      if (existsSync(join(at, 'idVendor'))) {
        return (await readFile(join(at, 'serial'), 'utf8')).trim();
      }
    }
  } catch {
    // It went away while it was looked at.
  }
  return undefined;
}
