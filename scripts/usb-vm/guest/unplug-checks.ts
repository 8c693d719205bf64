import { match, rejects } from 'node:assert/strict';
import { once } from 'node:events';
import { usb } from 'usb';
import { type Check, within } from './checks.ts';
import { noNodes } from './device-nodes.ts';
import type { Meters } from './meters.ts';
import { RawInstrument } from './raw-instrument.ts';
import { relay } from './relay.ts';

const gone = /disconnected|not found|no such device|cancelled/i;

/** A cable that is pulled in the middle of a transfer, and put back. */
export function unplugChecks(meters: Meters): readonly Check[] {
  const { first } = meters;
  const answersAgain = async (): Promise<void> => {
    await meters.plug(first);
    await using raw = await RawInstrument.open(first.serial);
    match(await raw.ask('*IDN?'), /,440000123,/);
  };
  return [
    {
      title: 'unplugged during IN: the transfer ends with a clear error, well before its limit',
      limitMs: 20_000,
      run: async () => {
        await using raw = await RawInstrument.open(first.serial);
        const pending = rejects(raw.in(60_000, 512), gone);
        meters.pull(first);
        await within(5000, pending);
        await noNodes(first.serial);
      },
    },
    {
      title: 'plugged in again after that it is announced, has its nodes and answers',
      limitMs: 30_000,
      run: async () => {
        const announced = once(usb, 'connect');
        await answersAgain();
        await within(5000, announced);
      },
    },
    {
      title: 'unplugged during OUT: the transfer ends with a clear error, well before its limit',
      limitMs: 40_000,
      run: async () => {
        await meters.unplug(first);
        await using cable = await relay('/tmp/cable', meters.path);
        await meters.plug(first, cable.path);
        await using raw = await RawInstrument.open(first.serial);
        const cut = cable.cutAfter(32_768);
        const pending = rejects(raw.out(new Uint8Array(65_536), 60_000), gone);
        await within(5000, cut);
        await within(5000, pending);
        await noNodes(first.serial);
      },
    },
    {
      title: 'plugged in again after that too',
      limitMs: 30_000,
      run: answersAgain,
    },
  ];
}
