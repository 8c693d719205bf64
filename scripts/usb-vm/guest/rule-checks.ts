import { equal, match } from 'node:assert/strict';
import { copyFile, mkdir } from 'node:fs/promises';
import process from 'node:process';
import type { Check } from './checks.ts';
import { deviceNodes } from './device-nodes.ts';
import type { Meters } from './meters.ts';
import { mustRun, program, type User } from './program.ts';

const stranger: User = { uid: 1000, gid: 1000 };
const member: User = { uid: 1000, gid: 20 };

/** The udev rule that is shipped, tried as an ordinary user in and out of its group. */
export function ruleChecks(meters: Meters): readonly Check[] {
  const { first } = meters;
  const asked = async (as: User): Promise<string> => {
    const { tty } = await deviceNodes(first.serial);
    const { code, output } = await program(
      process.execPath,
      ['cli/try-open.mjs', first.serial, tty],
      { as, limitMs: 20_000 },
    );
    equal(code, 0, output);
    return output;
  };
  return [
    {
      title: 'without the udev rule an ordinary user is refused the instrument and the serial line',
      limitMs: 30_000,
      run: async () => {
        const said = await asked(stranger);
        match(said, /^usb: refused: .*permission denied/m);
        match(said, /^tty: refused: .*permission denied/im);
      },
    },
    {
      title: 'without the udev rule the group dialout is refused the instrument',
      limitMs: 30_000,
      run: async () => match(await asked(member), /^usb: refused: .*permission denied/m),
    },
    {
      title: 'with the udev rule the group dialout works with the instrument and the serial line',
      limitMs: 40_000,
      run: async () => {
        await mkdir('/etc/udev/rules.d', { recursive: true });
        await copyFile('rigs/udev/60-frankbench.rules', '/etc/udev/rules.d/60-frankbench.rules');
        await mustRun('udevadm', 'control', '--reload');
        await meters.unplug(first);
        await meters.plug(first);
        await mustRun('udevadm', 'settle', '--timeout=10');
        const said = await asked(member);
        match(said, /^usb: \w+,IS-440,440000123,/m);
        match(said, /^tty: \w+,IS-440,440000123,/m);
      },
    },
    {
      title: 'with the udev rule those outside the group are still refused',
      limitMs: 30_000,
      run: async () => {
        const said = await asked(stranger);
        match(said, /^usb: refused: .*permission denied/m);
        match(said, /^tty: refused: .*permission denied/im);
      },
    },
  ];
}
