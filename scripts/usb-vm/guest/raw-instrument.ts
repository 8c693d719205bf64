import { setTimeout as sleep } from 'node:timers/promises';
import { usb } from 'usb';
import { usbLayout } from '#emulator';
import {
  bulkHeaderLength,
  nextTag,
  readBulkIn,
  writeMessageOut,
  writeRequestIn,
} from '#protocol/usbtmc';
import { sooner } from './checks.ts';

const { number: interfaceNumber, bulk: endpoint } = usbLayout.tmc;

type UsbDevice = NonNullable<Awaited<ReturnType<typeof usb.findDeviceBySerial>>>;

/**
 * The meter's USBTMC interface as the `usb` package shows it: transfer by transfer, no driver between.
 * What the package calls `configuration` is not asked for: it asks the device for texts and meanwhile
 * stops the whole process, which here is the device.
 */
export class RawInstrument implements AsyncDisposable {
  readonly device: UsbDevice;
  #tag = 0;

  private constructor(device: UsbDevice) {
    this.device = device;
  }

  /** Takes the interface from the kernel's own driver, which also wants it. */
  static async open(serial: string): Promise<RawInstrument> {
    const device = await sooner(
      () => `the meter ${serial} among the USB devices`,
      10_000,
      () => usb.findDeviceBySerial(serial),
    );
    await patiently(() => device.open());
    await patiently(() => device.detachKernelDriver(interfaceNumber)).catch(() => undefined);
    await patiently(() => device.claimInterface(interfaceNumber));
    return new RawInstrument(device);
  }

  async ask(question: string): Promise<string> {
    await this.write(Buffer.from(`${question}\n`));
    this.#tag = nextTag(this.#tag);
    await this.out(writeRequestIn(this.#tag, 4096));
    const answer = await this.in(5000, 4096 + bulkHeaderLength);
    const length = readBulkIn(answer)?.length;
    if (length === undefined) throw new Error(`no USBTMC answer: ${answer.toString('hex')}`);
    return answer.toString('utf8', bulkHeaderLength, bulkHeaderLength + length).trimEnd();
  }

  /** One program message in one transfer. */
  write(bytes: Uint8Array): Promise<void> {
    this.#tag = nextTag(this.#tag);
    return this.out(writeMessageOut(this.#tag, bytes, true));
  }

  async out(bytes: Uint8Array, limitMs = 5000): Promise<void> {
    await patiently(() => this.device.nativeTransferOut(endpoint, limitMs, bytes));
  }

  async in(limitMs: number, length: number): Promise<Buffer> {
    const bytes = await patiently(() => this.device.nativeTransferIn(endpoint, limitMs, length));
    return Buffer.from(bytes ?? []);
  }

  /** Halts the endpoint that answers, as the meter does over what it cannot read. */
  async haltIn(): Promise<void> {
    const [requestType, recipient] = ['standard', 'endpoint'] as const;
    const setFeature = {
      requestType,
      recipient,
      request: 3,
      value: 0,
      index: 0x80 | endpoint,
    };
    await patiently(() => this.device.nativeControlTransferOut(setFeature, 1000, new Uint8Array()));
  }

  clearIn(): Promise<void> {
    return patiently(() => this.device.clearHalt('in', endpoint));
  }

  /** Gives the interface back to the kernel's driver, as far as the meter is still there. */
  async [Symbol.asyncDispose](): Promise<void> {
    // Closing alone does not release, and who claims it next is refused.
    await patiently(() => this.device.releaseInterface(interfaceNumber)).catch(() => undefined);
    await patiently(() => this.device.attachKernelDriver(interfaceNumber)).catch(() => undefined);
    await patiently(() => this.device.close()).catch(() => undefined);
  }
}

/**
 * The package refuses a call while it still holds what the last one used, and it may hold that for a
 * moment after the last one has ended. A call that was refused for that has not begun.
 */
async function patiently<Value>(call: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      if (tries === 100 || !/borrow/.test(String(error))) throw error;
      await sleep(5);
    }
  }
}
