import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
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
  return sooner(`the nodes of the meter ${serial}`, limitMs, () => {
    const found = Object.fromEntries(
      classes.map(([name, folder, pattern]) => [name, nodeOf(folder, pattern, serial)]),
    );
    const { tty, usbtmc, disk } = found;
    return tty && usbtmc && disk ? { tty, usbtmc, disk } : undefined;
  });
}

/** Resolves when nothing of a meter is left in `/dev`. */
export const noNodes = (serial: string, limitMs = 5000): Promise<true> =>
  sooner(`the nodes of the meter ${serial} to go`, limitMs, () =>
    classes.every(([, folder, pattern]) => nodeOf(folder, pattern, serial) === undefined)
      ? true
      : undefined,
  );

function nodeOf(folder: string, pattern: RegExp, serial: string): string | undefined {
  const root = join('/sys/class', folder);
  if (!existsSync(root)) return undefined;
  const names = readdirSync(root).filter((name) => pattern.test(name));
  const name = names.find((each) => serialOf(join(root, each)) === serial);
  const node = name === undefined ? undefined : `/dev/${name}`;
  return node !== undefined && existsSync(node) ? node : undefined;
}

/** The serial number of the USB device that something in `/sys` belongs to. */
function serialOf(path: string): string | undefined {
  try {
    for (let at = realpathSync(path); at !== '/'; at = dirname(at)) {
      if (existsSync(join(at, 'idVendor'))) return readFileSync(join(at, 'serial'), 'utf8').trim();
    }
  } catch {
    // It went away while it was looked at.
  }
  return undefined;
}
