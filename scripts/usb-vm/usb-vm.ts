import { mkdir, mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Counts, noCounts } from '../counts.ts';
import { root } from '../source.ts';
import { writeInitramfs } from './initramfs.ts';
import { guestPackages } from './packages.ts';
import { whatIsMissing } from './prerequisites.ts';
import { boot } from './qemu.ts';
import { type CheckResult, TapReader, tapCounts } from './tap.ts';

/** For everything: to fetch, to build, to boot and to check. */
const limitMs = 240_000;

/**
 * The emulated meter as a USB device of a real Linux kernel: builds the guest, boots it, shows what was
 * checked in it and counts it. Where the guest cannot be built here that is one skipped, under `CI=true`
 * one failed, and it says how to get what is missing.
 */
export async function usbVm(): Promise<Counts> {
  const began = Date.now();
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  const passedBy = (): string => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  const missing = await whatIsMissing();
  if (missing !== undefined) return notRun(missing, say);
  const packages = await guestPackages().catch((error: unknown) => String(error));
  if (typeof packages === 'string') {
    return notRun(`Debian's kernel cannot be fetched, and none is kept: ${packages}`, say);
  }
  say(`Kernel ${packages.release}, ${packages.fetched ? 'downloaded' : 'kept'} (${passedBy()})`);
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-usb-'));
  const initramfs = join(folder.path, 'initramfs');
  await writeInitramfs(packages, initramfs);
  say(`Guest built (${passedBy()})`);
  const runs = fileURLToPath(new URL('runs', root));
  await mkdir(runs, { recursive: true });
  const log = join(runs, 'test-usb.log');
  const tap = new TapReader();
  let last: CheckResult | undefined;
  const whole = await boot({
    kernel: join(packages.folder, 'kernel'),
    initramfs,
    log,
    limitMs: Math.max(1000, limitMs - (Date.now() - began)),
    onLine: (line) => {
      const result = tap.line(line);
      if (result) say(row(result));
      else if (last && !last.ok && line.startsWith('  ')) say(`         ${line.trim()}`);
      last = result ?? (line.startsWith('  ') ? last : undefined);
    },
  });
  if (!whole) say(`The guest was ended: everything has ${limitMs / 1000} s.`);
  const counts = tapCounts(tap);
  if (counts.failed > 0) {
    say(`${counts.failed} failed or not come to; the guest's console is in ${log}`);
  }
  say(`USB on Linux ${packages.release}: ${passedBy()}`);
  return counts;
}

const row = ({ ok, ms, title }: CheckResult): string => {
  const seconds = ms === undefined ? '' : `${(ms / 1000).toFixed(1)} s`;
  return `${ok ? 'ok    ' : 'FAILED'} ${seconds.padStart(7)}  ${title}`;
};

function notRun(why: string, say: (text: string) => void): Counts {
  const onServer = process.env.CI === 'true';
  say(`${onServer ? 'FAILED ' : 'skipped'}  USB on a real Linux kernel: ${why}`);
  return onServer ? { ...noCounts, failed: 1 } : { ...noCounts, skipped: 1 };
}
