import process from 'node:process';
import { VirtualClock } from '#core';
import { createStick, emulatedMeter, loadUsb, type UsbipServer } from '#emulator';
import { Slot } from '#emulator/link';
import { httpPeer } from '#fixtures';
import { attach } from './attach.ts';
import { type DeviceNodes, deviceNodes, noNodes } from './device-nodes.ts';

/** A meter of the guest: its slot, and its place at the USB/IP server. */
export interface GuestMeter {
  readonly serial: string;
  readonly busid: string;
  readonly slot: Slot;
}

/** The two meters that the guest has: two machines of different models. */
const described = [
  { model: 'is-440', serial: '440000123', supervisorPin: '2468' },
  { model: 'is-420', serial: '420000077', supervisorPin: '1357' },
] as const;

/** The meters with their USB/IP server, and which of them are plugged into the kernel. */
export class Meters {
  readonly first: GuestMeter;
  readonly second: GuestMeter;
  readonly path: string;
  readonly #server: UsbipServer;

  private constructor(first: GuestMeter, second: GuestMeter, server: UsbipServer) {
    this.first = first;
    this.second = second;
    this.path = server.address;
    this.#server = server;
  }

  static async open(path: string): Promise<Meters> {
    const [one, other] = described;
    const slots = [await slotOf(one), await slotOf(other)] as const;
    const { serveUsbip, UsbMeter } = await loadUsb();
    const server = await serveUsbip(
      slots.map((slot) => new UsbMeter(slot)),
      { path },
    );
    const [busid = '', second = ''] = server.busids;
    return new Meters(
      { serial: one.serial, busid, slot: slots[0] },
      { serial: other.serial, busid: second, slot: slots[1] },
      server,
    );
  }

  /** Plugs a meter in; resolves when all its functions have their nodes. */
  async plug({ busid, serial }: GuestMeter, path = this.path): Promise<DeviceNodes> {
    this.#server.replug(busid);
    await attach(path, busid);
    return deviceNodes(serial);
  }

  /** Pulls a meter's cable, whatever is on it, without waiting for the kernel to see it. */
  pull({ busid }: GuestMeter): void {
    this.#server.unplug(busid);
  }

  /** Pulls a meter's cable; resolves when nothing of it is left in `/dev`. */
  async unplug(meter: GuestMeter): Promise<void> {
    this.pull(meter);
    await noNodes(meter.serial);
  }
}

async function slotOf({ model, serial, supervisorPin }: (typeof described)[number]): Promise<Slot> {
  const clock = new VirtualClock(Date.UTC(2026, 0, 5, 9));
  const stick = await createStick(clock, { kind: 'FAT16' });
  const meter = emulatedMeter(model, { clock, serial, supervisorPin, stick });
  return new Slot({
    model,
    meter,
    stick,
    peerAt: ({ url, token }) =>
      httpPeer(url, { timeoutMs: 10_000, ...(token === undefined ? {} : { token }) }),
    onError: (error) => process.stdout.write(`# emulator: ${String(error)}\n`),
  });
}
