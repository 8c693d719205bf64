import { controlRequests } from './codes.ts';

/** A control request as USB takes it; what it answers comes in. */
export interface ControlIn {
  /** `bmRequestType`: class, to an interface or to an endpoint. */
  readonly requestType: 0xa1 | 0xa2;
  readonly request: number;
  readonly value: number;
  /** The number of the interface, or the address of the endpoint. */
  readonly index: number;
  readonly length: number;
}

const ofInterface = (name: keyof typeof controlRequests, length: number, value = 0) => {
  return (number: number): ControlIn => ({
    requestType: 0xa1,
    request: controlRequests[name],
    value,
    index: number,
    length,
  });
};

const ofEndpoint = (name: keyof typeof controlRequests, length: number) => {
  return (address: number, tag = 0): ControlIn => ({
    requestType: 0xa2,
    request: controlRequests[name],
    value: tag,
    index: address,
    length,
  });
};

/** Asks what the device can; see `readCapabilities`. */
export const getCapabilities = ofInterface('getCapabilities', 0x18);

/** Begins a device clear; answers a status. The bulk-OUT pipe is halted from here on. */
export const initiateClear = ofInterface('initiateClear', 1);

/** Whether the clear is done: a status, and in bit 0 of the second byte whether bulk-IN holds data. */
export const checkClearStatus = ofInterface('checkClearStatus', 2);

/** Stops the transfer of a tag to the device; answers a status and the tag under way. */
export const initiateAbortBulkOut = ofEndpoint('initiateAbortBulkOut', 2);

/** Whether that is done: a status, three reserved bytes, the bytes received (32 bits). */
export const checkAbortBulkOutStatus = ofEndpoint('checkAbortBulkOutStatus', 8);

/** Stops the transfer of a tag to the host; answers a status and the tag under way. */
export const initiateAbortBulkIn = ofEndpoint('initiateAbortBulkIn', 2);

/** Whether that is done: a status, whether bulk-IN holds data, two reserved bytes, bytes sent. */
export const checkAbortBulkInStatus = ofEndpoint('checkAbortBulkInStatus', 8);

/** The tag after this one for a status byte: 2 … 127. */
export const nextStatusTag = (tag: number): number => (tag >= 2 && tag < 127 ? tag + 1 : 2);

/** Asks for the status byte, which comes on the interrupt pipe with the same tag. */
export const readStatusByte = (number: number, tag: number): ControlIn =>
  ofInterface('readStatusByte', 3, tag)(number);

/** What the interrupt pipe brings: a status byte that was asked for, or a request for service. */
export type TmcNotice =
  | { readonly kind: 'status'; readonly tag: number; readonly statusByte: number }
  | { readonly kind: 'service'; readonly statusByte: number };

const noticeBit = 0x80;
const serviceRequest = 0x81;

/** A notice as the interrupt pipe carries it. */
export const writeNotice = (notice: TmcNotice): Uint8Array =>
  Uint8Array.of(
    notice.kind === 'service' ? serviceRequest : noticeBit | notice.tag,
    notice.statusByte,
  );

/** Reads a notice; `undefined` for what is none. */
export function readNotice(bytes: Uint8Array): TmcNotice | undefined {
  const [first = 0, statusByte] = bytes;
  if (statusByte === undefined || first < noticeBit || first === noticeBit) return undefined;
  if (first === serviceRequest) return { kind: 'service', statusByte };
  return { kind: 'status', tag: first & ~noticeBit, statusByte };
}
