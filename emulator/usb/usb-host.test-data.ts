import { randomFrom, VirtualClock } from '#core';
import {
  deviceIdOf,
  type Submitted,
  transferFlags,
  type Unlinked,
  UsbipReplies,
  writeImportRequest,
  writeSubmit,
  writeUnlink,
} from '#protocol/usbip';
import type { ControlIn } from '#protocol/usbtmc';
import { emulatedMeter } from '../emulate.ts';
import { Slot } from '../link/slot.ts';
import { createStick, type UsbStick } from '../stick/index.ts';
import { UsbMeter } from './usb-meter.ts';
import { UsbipConnection } from './usbip-connection.ts';
import { portsOf, type UsbPort } from './usbip-offer.ts';

/** A slot with an IS-440 and a stick at the host. */
export async function testSlot(serial = '440000123'): Promise<{ slot: Slot; stick: UsbStick }> {
  const clock = new VirtualClock(Date.UTC(2026, 0, 5, 9));
  const stick = await createStick(clock);
  const meter = emulatedMeter('is-440', { clock, stick, serial, supervisorPin: '1234' });
  const errors: unknown[] = [];
  const slot = new Slot({
    model: 'is-440',
    meter,
    stick,
    peerAt: () => {
      throw new Error('no server is wanted');
    },
    onError: (error) => errors.push(error),
  });
  return { slot, stick };
}

interface Wanted {
  readonly endpoint: number;
  readonly direction: 'in' | 'out';
  readonly length?: number;
  readonly data?: Uint8Array;
  readonly setup?: Uint8Array;
  readonly flags?: number;
}

const noSetup = new Uint8Array(8);

/** A host's kernel at the end of a USB/IP cable, over whatever carries bytes. */
export class UsbHost {
  readonly #deviceId: number;
  readonly #write: (bytes: Uint8Array) => void;
  readonly #replies: UsbipReplies;
  readonly #comesIn = new Map<number, boolean>();
  readonly #ends = new Map<number, (end: Submitted | Unlinked) => void>();
  /** Everything that came, in its order. */
  readonly came: (Submitted | Unlinked)[] = [];
  #seq = 0;

  constructor(deviceId: number, write: (bytes: Uint8Array) => void) {
    this.#deviceId = deviceId;
    this.#write = write;
    this.#replies = new UsbipReplies((seq) => this.#comesIn.get(seq) ?? false);
  }

  /** Takes bytes of the server in. */
  push(bytes: Uint8Array): void {
    this.#replies.push(bytes);
    for (let end = this.#replies.next(); end; end = this.#replies.next()) {
      this.came.push(end);
      this.#ends.get(end.seq)?.(end);
    }
  }

  /** Begins a transfer. */
  submit(wanted: Wanted): { readonly seq: number; readonly ended: Promise<Submitted> } {
    const { endpoint, direction, data = new Uint8Array(), setup = noSetup, flags = 0 } = wanted;
    const seq = ++this.#seq;
    const length = wanted.length ?? data.length;
    const { promise, resolve } = Promise.withResolvers<Submitted>();
    this.#comesIn.set(seq, direction === 'in');
    this.#ends.set(seq, (end) => end.kind === 'submitted' && resolve(end));
    const common = { seq, deviceId: this.#deviceId, direction, endpoint, flags, length };
    this.#write(writeSubmit({ kind: 'submit', ...common, setup, data }));
    return { seq, ended: promise };
  }

  unlink(target: number): Promise<number> {
    const seq = ++this.#seq;
    const { promise, resolve } = Promise.withResolvers<number>();
    this.#ends.set(seq, ({ status }) => resolve(status));
    this.#write(writeUnlink({ kind: 'unlink', seq, deviceId: this.#deviceId, target }));
    return promise;
  }

  async out(endpoint: number, data: Uint8Array, zeroPacket = false): Promise<number> {
    const flags = zeroPacket ? transferFlags.zeroPacket : 0;
    return (await this.submit({ endpoint, direction: 'out', data, flags }).ended).status;
  }

  in(endpoint: number, length: number): Promise<Submitted> {
    return this.submit({ endpoint, direction: 'in', length }).ended;
  }

  /** A control request that answers. */
  ask(of: Omit<ControlIn, 'requestType'> & { readonly requestType: number }): Promise<Submitted> {
    const setup = setupOf(of);
    return this.submit({ endpoint: 0, direction: 'in', length: of.length, setup }).ended;
  }

  /** A control request that tells; resolves with its status. */
  async tell(
    requestType: number,
    request: number,
    value = 0,
    index = 0,
    data = new Uint8Array(),
  ): Promise<number> {
    const setup = setupOf({ requestType, request, value, index, length: data.length });
    return (await this.submit({ endpoint: 0, direction: 'out', data, setup }).ended).status;
  }

  configure(): Promise<number> {
    return this.tell(0x00, 9, 1);
  }

  /** CLEAR_FEATURE(ENDPOINT_HALT) for an endpoint by its address. */
  clearHalt(address: number): Promise<number> {
    return this.tell(0x02, 1, 0, address);
  }

  descriptor(type: number, number = 0, length = 255): Promise<Submitted> {
    return this.ask({
      requestType: 0x80,
      request: 6,
      value: (type << 8) | number,
      index: 0,
      length,
    });
  }
}

function setupOf(of: Omit<ControlIn, 'requestType'> & { readonly requestType: number }) {
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  bytes.set([of.requestType, of.request]);
  view.setUint16(2, of.value, true);
  view.setUint16(4, of.index, true);
  view.setUint16(6, of.length, true);
  return bytes;
}

/** A configured host at a meter, in memory; bytes go both ways cut at places that a seed chooses. */
export async function pluggedIn(meter: UsbMeter, seed = 1) {
  const ports = portsOf([meter]);
  const cable = plug(ports, '1-1', seed);
  await cable.host.configure();
  return { ...cable, ports };
}

/** A cable to one of the ports. */
export function plug(ports: ReadonlyMap<string, UsbPort>, busid: string, seed = 1) {
  const random = randomFrom(seed);
  const cut = (bytes: Uint8Array, push: (piece: Uint8Array) => void): void => {
    const place = random.below(bytes.length + 1);
    push(bytes.slice(0, place));
    push(bytes.slice(place));
  };
  const ended: string[] = [];
  const replies: Uint8Array[] = [];
  let host: UsbHost | undefined;
  const connection = new UsbipConnection({
    ports,
    send: (bytes) => {
      if (host) cut(bytes, (piece) => host?.push(piece));
      else replies.push(bytes);
    },
    end: (how) => ended.push(how),
  });
  connection.push(writeImportRequest(busid));
  const reply = replies[0] ?? new Uint8Array();
  const offer = ports.get(busid)?.offer ?? { bus: 0, number: 0 };
  host = new UsbHost(deviceIdOf(offer), (bytes) => cut(bytes, (piece) => connection.push(piece)));
  return { host, connection, ended, reply };
}

/** A meter in a slot as a USB device, with a host at it. */
export async function hostAtMeter(seed = 1) {
  const { slot, stick } = await testSlot();
  const meter = new UsbMeter(slot);
  return { slot, stick, meter, ...(await pluggedIn(meter, seed)) };
}
