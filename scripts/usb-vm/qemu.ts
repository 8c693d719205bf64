import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { access, constants, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';

export interface Guest {
  readonly kernel: string;
  readonly initramfs: string;
  /** Where all goes that the guest writes on its serial console. */
  readonly log: string;
  /** The guest is ended when this much time has passed. */
  readonly limitMs: number;
  /** Hears each line of the console. */
  readonly onLine: (line: string) => void;
}

/**
 * On an emulated machine without timers of its own the kernel tries things that take long or fail
 * when the host is busy; none of them matters here.
 */
const kernelOptions = [
  'console=ttyS0',
  'quiet',
  'loglevel=1',
  'panic=-1',
  'mitigations=off',
  'nokaslr',
  'no_timer_check',
  'cryptomgr.notests',
  'random.trust_cpu=on',
  '8250.nr_uarts=1',
  'audit=0',
  'apparmor=0',
].join(' ');

/** Boots the guest and resolves when it has ended by itself (`true`) or was ended at its limit. */
export async function boot({ kernel, initramfs, log, limitMs, onLine }: Guest): Promise<boolean> {
  const machine = ['-M', 'pc', '-cpu', 'qemu64', '-smp', '2', '-m', '768', '-accel', await accel()];
  const nothingElse = ['-nodefaults', '-no-user-config', '-display', 'none', '-no-reboot'];
  const system = ['-kernel', kernel, '-initrd', initramfs, '-append', kernelOptions];
  const qemu = spawn(
    'qemu-system-x86_64',
    [...machine, ...nothingElse, ...system, '-serial', 'stdio'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: AbortSignal.timeout(limitMs),
      killSignal: 'SIGKILL',
    },
  );
  const { promise: ended, resolve, reject } = Promise.withResolvers<boolean>();
  qemu.on('error', (error) => (error.name === 'AbortError' ? resolve(false) : reject(error)));
  qemu.on('close', () => resolve(true));
  let complaint = '';
  qemu.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  createInterface({ input: qemu.stdout }).on('line', onLine);
  await pipeline(qemu.stdout, createWriteStream(log)).catch(() => undefined);
  const whole = await ended;
  if (qemu.exitCode !== 0 && qemu.exitCode !== null) {
    throw new Error(`QEMU ended with ${qemu.exitCode}: ${complaint.trim()}`);
  }
  return whole;
}

/** What is translated is kept in so many MiB: the bench makes code as it runs, and it is run often. */
const emulated = 'tcg,tb-size=512';

/**
 * A host that is itself a guest may have a `/dev/kvm` on which an ordinary kernel crawls, and it does
 * not say so: only a processor that virtualizes by itself is worth using.
 */
async function accel(): Promise<string> {
  const flags = await readFile('/proc/cpuinfo', 'utf8');
  if (!/^flags\s*:.*\b(vmx|svm)\b/m.test(flags)) return emulated;
  const usable = access('/dev/kvm', constants.R_OK | constants.W_OK);
  return usable.then(
    () => 'kvm',
    () => emulated,
  );
}
