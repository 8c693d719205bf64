import { transferCodes } from './codes.ts';

/** The bytes before a transfer's data, in either direction. */
export const transferHeadLength = 48;

/** A transfer that the host's kernel asks for (`USBIP_CMD_SUBMIT`). */
export interface Submit {
  readonly kind: 'submit';
  readonly seq: number;
  readonly deviceId: number;
  readonly direction: 'in' | 'out';
  /** The number of the endpoint, without its direction. */
  readonly endpoint: number;
  readonly flags: number;
  /** The bytes to send, or the room for what comes. */
  readonly length: number;
  /** Eight bytes of a control request, in the order of USB (little endian). */
  readonly setup: Uint8Array;
  /** What goes out; empty where something comes in. */
  readonly data: Uint8Array;
}

/** A transfer is no longer wanted (`USBIP_CMD_UNLINK`). */
export interface Unlink {
  readonly kind: 'unlink';
  readonly seq: number;
  readonly deviceId: number;
  /** The `seq` of the transfer. */
  readonly target: number;
}

/** How a transfer ended (`USBIP_RET_SUBMIT`). */
export interface Submitted {
  readonly kind: 'submitted';
  readonly seq: number;
  /** 0, or one of `transferErrors`. */
  readonly status: number;
  /** The bytes that were transferred. */
  readonly actual: number;
  /** What came in: `actual` bytes; empty for what went out. */
  readonly data: Uint8Array;
}

/** Whether a transfer was still pending when it was unlinked (`USBIP_RET_UNLINK`). */
export interface Unlinked {
  readonly kind: 'unlinked';
  readonly seq: number;
  readonly status: number;
}

/** A transfer as the host's kernel writes it. */
export function writeSubmit(submit: Submit): Uint8Array {
  const { seq, deviceId, direction, endpoint, data } = submit;
  const { bytes, view } = head(transferCodes.submit, seq, data.length);
  view.setUint32(8, deviceId);
  view.setUint32(12, direction === 'in' ? 1 : 0);
  view.setUint32(16, endpoint);
  view.setUint32(20, submit.flags);
  view.setUint32(24, submit.length);
  bytes.set(submit.setup.subarray(0, 8), 40);
  bytes.set(data, transferHeadLength);
  return bytes;
}

/** An unlink as the host's kernel writes it. */
export function writeUnlink({ seq, deviceId, target }: Unlink): Uint8Array {
  const { bytes, view } = head(transferCodes.unlink, seq, 0);
  view.setUint32(8, deviceId);
  view.setUint32(20, target);
  return bytes;
}

/** The end of a transfer as a server writes it. */
export function writeSubmitted({ seq, status, actual, data }: Submitted): Uint8Array {
  const { bytes, view } = head(transferCodes.submitted, seq, data.length);
  view.setInt32(20, status);
  view.setUint32(24, actual);
  bytes.set(data, transferHeadLength);
  return bytes;
}

/** The answer to an unlink as a server writes it. */
export function writeUnlinked({ seq, status }: Unlinked): Uint8Array {
  const { bytes, view } = head(transferCodes.unlinked, seq, 0);
  view.setInt32(20, status);
  return bytes;
}

function head(code: number, seq: number, dataLength: number) {
  const bytes = new Uint8Array(transferHeadLength + dataLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, code);
  view.setUint32(4, seq);
  return { bytes, view };
}
