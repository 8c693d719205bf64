import { transferErrors } from '#protocol/usbip';
import type { InPipe } from './in-pipe.ts';
import type { OutPipe } from './out-pipe.ts';
import { inBit, readSetup, recipients, requestKinds, type Setup } from './setup.ts';
import { completeIn, completeOut, completeWithout, type UsbTransfer } from './transfer.ts';
import type { UsbFunction } from './usb-function.ts';

/** What a device says of itself: by the descriptor's type and number, `undefined` for none. */
export type Descriptors = (type: number, number: number) => Uint8Array | undefined;

const requests = {
  getStatus: 0,
  clearFeature: 1,
  setFeature: 3,
  setAddress: 5,
  getDescriptor: 6,
  getConfiguration: 8,
  setConfiguration: 9,
  getInterface: 10,
  setInterface: 11,
} as const;

const endpointHalt = 0;
const nothing = new Uint8Array();

/** A device with one configuration made of functions: what USB 2.0 chapter 9 says, packet by packet. */
export class VirtualDevice {
  readonly #descriptors: Descriptors;
  readonly #functions: readonly UsbFunction[];
  readonly #pipes = new Map<number, InPipe | OutPipe>();
  #configuration = 0;

  constructor(descriptors: Descriptors, functions: readonly UsbFunction[]) {
    this.#descriptors = descriptors;
    this.#functions = functions;
    for (const pipe of functions.flatMap(({ pipes }) => pipes)) {
      this.#pipes.set(addressOf(pipe), pipe);
    }
  }

  submit(transfer: UsbTransfer): void {
    if (transfer.endpoint === 0) {
      this.#control(transfer);
      return;
    }
    const pipe = this.#pipes.get(addressOf(transfer));
    if (pipe && this.#configuration !== 0) pipe.submit(transfer);
    else completeWithout(transfer, transferErrors.noAnswer);
  }

  /** Takes a transfer back; false when it is over. */
  cancel(transfer: UsbTransfer): boolean {
    return this.#pipes.get(addressOf(transfer))?.cancel(transfer) ?? false;
  }

  /** As after plugging in. */
  reset(): void {
    this.#configure(0);
  }

  #configure(configuration: number): void {
    this.#configuration = configuration;
    for (const pipe of this.#pipes.values()) pipe.reset();
    for (const each of this.#functions) each.reset();
  }

  #control(transfer: UsbTransfer): void {
    const setup = readSetup(transfer.setup);
    const comesIn = (setup.requestType & inBit) !== 0;
    const fits = setup.length === 0 || comesIn === (transfer.direction === 'in');
    const whole = comesIn || transfer.data.length === setup.length;
    const answer = fits && whole ? this.#answer(setup, transfer.data) : undefined;
    if (!answer) completeWithout(transfer, transferErrors.stalled);
    else if (transfer.direction === 'out') completeOut(transfer, transfer.data.length);
    else completeIn(transfer, answer.subarray(0, Math.min(setup.length, transfer.length)));
  }

  #answer(setup: Setup, data: Uint8Array): Uint8Array | undefined {
    switch (setup.requestType & requestKinds.mask) {
      case requestKinds.standard:
        return this.#standard(setup);
      case requestKinds.class:
        return this.#configuration === 0 ? undefined : this.#owner(setup)?.control(setup, data);
      default:
        return undefined;
    }
  }

  /** Whose interface or endpoint a request is to. */
  #owner({ requestType, index }: Setup): UsbFunction | undefined {
    switch (requestType & recipients.mask) {
      case recipients.interface:
        return this.#functions.find(({ interfaces }) => interfaces.includes(index & 0xff));
      case recipients.endpoint:
        return this.#functions.find(({ pipes }) =>
          pipes.some((pipe) => addressOf(pipe) === (index & 0xff)),
        );
      default:
        return undefined;
    }
  }

  #standard(setup: Setup): Uint8Array | undefined {
    switch (setup.requestType & recipients.mask) {
      case recipients.device:
        return this.#toDevice(setup);
      case recipients.interface:
        return this.#toInterface(setup);
      case recipients.endpoint:
        return this.#toEndpoint(setup);
      default:
        return undefined;
    }
  }

  #toDevice({ request, value }: Setup): Uint8Array | undefined {
    switch (request) {
      case requests.getDescriptor:
        return this.#descriptors(value >> 8, value & 0xff);
      case requests.getStatus:
        return Uint8Array.of(1, 0); // self-powered
      case requests.setAddress:
        return nothing;
      case requests.getConfiguration:
        return Uint8Array.of(this.#configuration);
      case requests.setConfiguration:
        if (value > 1) return undefined;
        this.#configure(value);
        return nothing;
      default:
        return undefined;
    }
  }

  #toInterface(setup: Setup): Uint8Array | undefined {
    const owner = this.#configuration === 0 ? undefined : this.#owner(setup);
    if (!owner) return undefined;
    switch (setup.request) {
      case requests.getStatus:
        return Uint8Array.of(0, 0);
      case requests.getInterface:
        return Uint8Array.of(0);
      case requests.setInterface:
        if (setup.value !== 0) return undefined;
        for (const pipe of owner.pipes) this.#clearHalt(owner, pipe);
        return nothing;
      default:
        return undefined;
    }
  }

  #toEndpoint(setup: Setup): Uint8Array | undefined {
    const { request, value, index } = setup;
    const pipe = this.#configuration === 0 ? undefined : this.#pipes.get(index & 0xff);
    const owner = this.#owner(setup);
    // Endpoint 0 is never halted, and there to be asked.
    if (!pipe || !owner) {
      return (index & 0x7f) === 0 && request === requests.getStatus
        ? Uint8Array.of(0, 0)
        : undefined;
    }
    switch (request) {
      case requests.getStatus:
        return Uint8Array.of(pipe.halted ? 1 : 0, 0);
      case requests.clearFeature:
        if (value !== endpointHalt) return undefined;
        this.#clearHalt(owner, pipe);
        return nothing;
      case requests.setFeature:
        if (value !== endpointHalt) return undefined;
        pipe.halt();
        return nothing;
      default:
        return undefined;
    }
  }

  #clearHalt(owner: UsbFunction, pipe: InPipe | OutPipe): void {
    if (!pipe.halted) return;
    pipe.clearHalt();
    owner.haltCleared?.(pipe);
  }
}

/** The address of an endpoint: its number, with the bit for data that comes in. */
const addressOf = (of: Pick<UsbTransfer, 'direction' | 'endpoint'>): number =>
  of.endpoint | (of.direction === 'in' ? inBit : 0);
