import {
  deviceIdOf,
  type OperationRequest,
  operationStatus,
  type Submit,
  transferErrors,
  transferFlags,
  type Unlink,
  UsbipRequests,
  UsbipViolation,
  writeImportReply,
  writeListReply,
  writeSubmitted,
  writeUnlinked,
} from '#protocol/usbip';
import { completeWithout, type UsbTransfer } from './transfer.ts';
import type { UsbPort } from './usbip-offer.ts';

/** What one connection may have pending. */
export interface TransferLimits {
  readonly transfers: number;
  /** Bytes sent or room offered, of one transfer and of all that are pending. */
  readonly transferBytes: number;
  readonly pendingBytes: number;
}

export const usualTransferLimits: TransferLimits = {
  transfers: 1024,
  transferBytes: 16 * 2 ** 20,
  pendingBytes: 64 * 2 ** 20,
};

export interface UsbipConnectionOptions {
  readonly ports: ReadonlyMap<string, UsbPort>;
  readonly send: (bytes: Uint8Array) => void;
  /** Ends the connection; what was sent before still goes out, unless it is torn off. */
  readonly end: (how: 'after answers' | 'at once') => void;
  /** The connection has become the cable of a device. */
  readonly onImported?: () => void;
  readonly limits?: TransferLimits;
}

/**
 * One client of a USB/IP server: it asks for the list, or imports a device and from then on carries
 * its transfers. What is no USB/IP ends the connection.
 */
export class UsbipConnection {
  readonly #options: UsbipConnectionOptions;
  readonly #limits: TransferLimits;
  readonly #requests: UsbipRequests;
  readonly #pending = new Map<number, UsbTransfer>();
  #pendingBytes = 0;
  #port: UsbPort | undefined;
  #closed = false;

  constructor(options: UsbipConnectionOptions) {
    this.#options = options;
    this.#limits = options.limits ?? usualTransferLimits;
    this.#requests = new UsbipRequests(this.#limits);
  }

  /** Takes bytes of the client in. */
  push(bytes: Uint8Array): void {
    if (this.#closed) return;
    this.#requests.push(bytes);
    try {
      while (!this.#closed) {
        const request = this.#requests.next();
        if (!request) return;
        this.#carryOut(request);
      }
    } catch (error) {
      if (!(error instanceof UsbipViolation)) throw error;
      this.#end('at once');
    }
  }

  /** The connection is gone: the device is as just plugged in. */
  close(): void {
    this.#closed = true;
    const port = this.#port;
    if (!port) return;
    this.#port = undefined;
    this.#pending.clear();
    port.disconnect = undefined;
    port.meter.unplugged();
  }

  #end(how: 'after answers' | 'at once'): void {
    this.close();
    this.#options.end(how);
  }

  #carryOut(request: OperationRequest | Submit | Unlink): void {
    switch (request.kind) {
      case 'list': {
        const plugged = [...this.#options.ports.values()].filter((port) => port.plugged);
        this.#options.send(writeListReply(plugged.map(({ offer }) => offer)));
        this.#end('after answers');
        return;
      }
      case 'import':
        this.#import(request.busid);
        return;
      case 'submit':
        this.#submit(request);
        return;
      case 'unlink':
        this.#unlink(request);
        return;
      default:
        request satisfies never;
    }
  }

  #import(busid: string): void {
    const port = this.#options.ports.get(busid);
    if (!port?.plugged || port.disconnect) {
      const why = port?.plugged ? operationStatus.deviceBusy : operationStatus.noDevice;
      this.#options.send(writeImportReply(why));
      this.#end('after answers');
      return;
    }
    port.disconnect = () => this.#end('at once');
    this.#port = port;
    this.#requests.imported = true;
    this.#options.onImported?.();
    this.#options.send(writeImportReply(port.offer));
  }

  #submit(submit: Submit): void {
    const port = this.#portOf(submit.deviceId);
    if (this.#pending.has(submit.seq)) throw new UsbipViolation('a number that is in use');
    const { seq, flags, direction, endpoint, length, setup, data } = submit;
    const transfer: UsbTransfer = {
      direction,
      endpoint,
      length,
      data,
      setup,
      shortNotOk: (flags & transferFlags.shortNotOk) !== 0,
      zeroPacket: (flags & transferFlags.zeroPacket) !== 0,
      complete: (status, bytes, actual) => {
        // Taken back, or nobody is there any more.
        if (this.#pending.get(seq) !== transfer) return;
        this.#forget(seq, transfer);
        this.#options.send(writeSubmitted({ kind: 'submitted', seq, status, actual, data: bytes }));
      },
    };
    this.#pending.set(seq, transfer);
    this.#pendingBytes += length;
    const { transfers, transferBytes, pendingBytes } = this.#limits;
    const tooMuch = this.#pendingBytes > pendingBytes || this.#pending.size > transfers;
    if (length > transferBytes || tooMuch) completeWithout(transfer, transferErrors.tooLarge);
    else port.meter.submit(transfer);
  }

  #unlink({ seq, deviceId, target }: Unlink): void {
    const port = this.#portOf(deviceId);
    const transfer = this.#pending.get(target);
    if (transfer) {
      this.#forget(target, transfer);
      port.meter.cancel(transfer);
    }
    const status = transfer ? transferErrors.unlinked : 0;
    this.#options.send(writeUnlinked({ kind: 'unlinked', seq, status }));
  }

  #forget(seq: number, transfer: UsbTransfer): void {
    this.#pending.delete(seq);
    this.#pendingBytes -= transfer.length;
  }

  #portOf(deviceId: number): UsbPort {
    if (this.#port && deviceIdOf(this.#port.offer) === deviceId) return this.#port;
    throw new UsbipViolation('a transfer for another device');
  }
}
