import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import { usb } from 'usb';
import { type Check, within } from './checks.ts';
import { deviceNodes } from './device-nodes.ts';
import { KernelInstrument } from './kernel-instrument.ts';
import type { Meters } from './meters.ts';
import { RawInstrument } from './raw-instrument.ts';

const nameOf = (model: string, serial: string): RegExp =>
  new RegExp(`^[^,]+,${model},${serial},[^,]+-emu$`);

/** What the kernel's drivers and the `usb` package see of one meter, of two, and of errors. */
export function instrumentChecks(meters: Meters): readonly Check[] {
  const { first, second } = meters;
  return [
    {
      title: 'the meter is plugged in and has its instrument, its serial line and its disk',
      limitMs: 20_000,
      run: async () => {
        const { tty, usbtmc, disk } = await meters.plug(first);
        deepEqual([tty, usbtmc, disk], ['/dev/ttyACM0', '/dev/usbtmc0', '/dev/sda']);
      },
    },
    {
      title: "the kernel's own usbtmc driver answers *IDN? through /dev/usbtmc0",
      limitMs: 10_000,
      run: async () => {
        await using instrument = await KernelInstrument.open('/dev/usbtmc0');
        match(await instrument.ask('*IDN?'), nameOf('IS-440', first.serial));
      },
    },
    {
      title: 'a stalled endpoint is an error at once, and answers again when it is cleared',
      limitMs: 20_000,
      run: async () => {
        await using raw = await RawInstrument.open(first.serial);
        await raw.haltIn();
        await within(3000, rejects(raw.in(10_000, 512), /stall/i));
        await raw.clearIn();
        match(await raw.ask('*IDN?'), nameOf('IS-440', first.serial));
      },
    },
    {
      title: 'a transfer that is never answered ends at its time limit, and the next is answered',
      limitMs: 20_000,
      run: async () => {
        await using raw = await RawInstrument.open(first.serial);
        const began = performance.now();
        await within(5000, rejects(raw.in(300, 512), /cancelled/i));
        equal(performance.now() - began >= 290, true);
        match(await raw.ask('*IDN?'), nameOf('IS-440', first.serial));
      },
    },
    {
      title: 'two meters at once are told apart by their serial numbers',
      limitMs: 30_000,
      run: async () => {
        const { usbtmc } = await meters.plug(second);
        const other = await deviceNodes(first.serial);
        await using two = await KernelInstrument.open(usbtmc);
        await using one = await KernelInstrument.open(other.usbtmc);
        match(await two.ask('*IDN?'), nameOf('IS-420', second.serial));
        match(await one.ask('*IDN?'), nameOf('IS-440', first.serial));
        const seen = (await usb.getDevices()).filter(({ vendorId }) => vendorId === 0x1209);
        deepEqual(
          seen.map(({ serialNumber }) => serialNumber).sort(),
          [second.serial, first.serial].sort(),
        );
        await meters.unplug(second);
        match(await one.ask('*IDN?'), nameOf('IS-440', first.serial));
      },
    },
  ];
}
