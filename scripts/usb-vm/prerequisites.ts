import process from 'node:process';
import { programPath } from './command.ts';

/** The host's programs that the guest cannot be built or started without, and Debian's package of each. */
const needed = [
  { program: 'qemu-system-x86_64', package: 'qemu-system-x86' },
  { program: 'xz', package: 'xz-utils' },
] as const;

/** What of Debian itself fetches and unpacks the guest's kernel; it cannot be installed elsewhere. */
const debian = ['apt-get', 'apt-cache', 'dpkg-deb'] as const;

/** Why the guest cannot be built on this host and what to do about it; `undefined` where it can. */
export async function whatIsMissing(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return `the guest has the host's own Node, for Linux on x64; this is ${process.platform} on ${process.arch}`;
  }
  for (const name of debian) {
    if ((await programPath(name)) === undefined) {
      return `there is no ${name}: the guest's kernel comes from Debian's packages; use a Debian 12 host or container`;
    }
  }
  const lacking: (typeof needed)[number][] = [];
  for (const each of needed) {
    if ((await programPath(each.program)) === undefined) lacking.push(each);
  }
  if (lacking.length === 0) return undefined;
  const programs = lacking.map(({ program }) => program).join(' and ');
  const packages = lacking.map((each) => each.package).join(' ');
  return `${programs} cannot be found; apt-get install --no-install-recommends ${packages}`;
}
