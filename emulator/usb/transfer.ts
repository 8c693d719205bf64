import { transferErrors } from '#protocol/usbip';

/** A transfer that a host asks for, and how it is told of its end. */
export interface UsbTransfer {
  readonly direction: 'in' | 'out';
  /** The number of the endpoint, without its direction. */
  readonly endpoint: number;
  /** Bytes to send, or room for what comes. */
  readonly length: number;
  /** What goes out; empty where something comes in. */
  readonly data: Uint8Array;
  /** Eight bytes; only endpoint 0 looks at them. */
  readonly setup: Uint8Array;
  /** A short answer is an error to the host. */
  readonly shortNotOk: boolean;
  /** What goes out ends with an empty packet where it fills whole packets. */
  readonly zeroPacket: boolean;
  /** Called once, unless the transfer was cancelled first. `status` is 0 or of `transferErrors`. */
  readonly complete: (status: number, bytes: Uint8Array, actual: number) => void;
}

const nothing = new Uint8Array();

/** Ends a transfer with what came in. */
export function completeIn(transfer: UsbTransfer, bytes: Uint8Array, status = 0): void {
  const short = status === 0 && transfer.shortNotOk && bytes.length < transfer.length;
  transfer.complete(short ? transferErrors.short : status, bytes, bytes.length);
}

/** Ends a transfer with how much went out. */
export const completeOut = (transfer: UsbTransfer, actual: number, status = 0): void =>
  transfer.complete(status, nothing, actual);

/** Ends a transfer that did not take place. */
export const completeWithout = (transfer: UsbTransfer, status: number): void =>
  transfer.complete(status, nothing, 0);
