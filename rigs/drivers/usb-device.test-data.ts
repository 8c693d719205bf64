import { type UsbMeter, type UsbTransfer, usbIds, usbLayout } from '#emulator';
import type { ControlSetup, UsbDevice, UsbInterface } from './usb-devices.ts';

const inBit = 0x80;
const classBit = 0x20;
const recipients = { interface: 1, endpoint: 2 } as const;
/** So many turns of the loop is as long as a transfer may take. */
const patience = 30;

type Wanted = Pick<UsbTransfer, 'direction' | 'endpoint' | 'length'> &
  Partial<Pick<UsbTransfer, 'data' | 'setup'>>;

const interfaces: readonly UsbInterface[] = [
  {
    interfaceNumber: usbLayout.tmc.number,
    alternate: {
      interfaceClass: 0xfe,
      interfaceSubclass: 3,
      endpoints: [
        { endpointNumber: usbLayout.tmc.bulk, direction: 'in', type: 'bulk' },
        { endpointNumber: usbLayout.tmc.bulk, direction: 'out', type: 'bulk' },
      ],
    },
  },
];

/** An emulated meter at the end of a USB cable, as the library shows one: with its words for errors. */
export class CabledMeter implements UsbDevice {
  readonly vendorId = usbIds.vendor;
  readonly productId = usbIds.product;
  readonly serialNumber: string;
  /** What happened to the device, in words. */
  readonly happened: string[] = [];
  plugged = true;
  /** Why it cannot be opened; undefined when it can. */
  refusal: string | undefined;
  /** True while the kernel's own driver has the interface. */
  kernelHasIt = false;
  readonly #meter: UsbMeter;

  constructor(meter: UsbMeter) {
    this.#meter = meter;
    this.serialNumber = meter.slot.meter.identity.serial;
  }

  async interfaces() {
    return interfaces;
  }

  async open(): Promise<void> {
    if (this.refusal) throw new Error(`open error: ${this.refusal}`);
    this.happened.push('open');
    const setup = Uint8Array.of(0, 9, 1, 0, 0, 0, 0, 0);
    await this.#transfer({ direction: 'out', endpoint: 0, length: 0, setup });
  }

  async close(): Promise<void> {
    this.happened.push('close');
  }

  async claimInterface(number: number): Promise<void> {
    if (this.kernelHasIt) throw new Error('claim error: interface is busy (errno 16)');
    this.happened.push(`claim ${number}`);
  }

  async releaseInterface(number: number): Promise<void> {
    this.happened.push(`release ${number}`);
  }

  async detachKernelDriver(number: number): Promise<void> {
    this.happened.push(`detach ${number}`);
    this.kernelHasIt = false;
  }

  async attachKernelDriver(number: number): Promise<void> {
    this.happened.push(`attach ${number}`);
  }

  async controlTransferIn({ recipient, request, value, index }: ControlSetup, length: number) {
    const setup = new Uint8Array(8);
    const view = new DataView(setup.buffer);
    setup.set([inBit | classBit | recipients[recipient], request]);
    view.setUint16(2, value, true);
    view.setUint16(4, index, true);
    view.setUint16(6, length, true);
    return { data: viewOf(await this.#transfer({ direction: 'in', endpoint: 0, length, setup })) };
  }

  async transferIn(endpoint: number, length: number) {
    return { data: viewOf(await this.#transfer({ direction: 'in', endpoint, length })) };
  }

  async transferOut(endpoint: number, data: Uint8Array): Promise<void> {
    await this.#transfer({ direction: 'out', endpoint, length: data.length, data });
  }

  async clearHalt(direction: 'in' | 'out', endpoint: number): Promise<void> {
    this.happened.push(`clear halt ${direction}`);
    const address = endpoint | (direction === 'in' ? inBit : 0);
    const setup = Uint8Array.of(2, 1, 0, 0, address, 0, 0, 0);
    await this.#transfer({ direction: 'out', endpoint: 0, length: 0, setup });
  }

  #transfer(wanted: Wanted): Promise<Uint8Array> {
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    const transfer: UsbTransfer = {
      data: new Uint8Array(),
      setup: new Uint8Array(8),
      ...wanted,
      shortNotOk: false,
      zeroPacket: false,
      complete: (status, bytes) =>
        status === 0 ? resolve(bytes.slice()) : reject(new Error('transfer error: Stall')),
    };
    let turns = patience;
    const turn = (): void => {
      turns -= 1;
      if (!this.plugged) reject(new Error('transfer error: Disconnected'));
      else if (turns > 0) setImmediate(turn);
      else if (this.#meter.cancel(transfer)) reject(new Error('transfer error: Cancelled'));
    };
    setImmediate(turn);
    if (this.plugged) this.#meter.submit(transfer);
    return promise;
  }
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
