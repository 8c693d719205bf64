import { controlStatus } from './codes.ts';

/** What a device says of itself (`GET_CAPABILITIES`, USB488 1.0 table 8). */
export interface TmcCapabilities {
  /** A response can be asked for up to a character. */
  readonly termChar: boolean;
  readonly indicatorPulse: boolean;
  /** The interface keeps to IEEE 488.2. */
  readonly is4882: boolean;
  /** REN_CONTROL, GO_TO_LOCAL and LOCAL_LOCKOUT are understood. */
  readonly remoteLocal: boolean;
  readonly trigger: boolean;
  readonly scpi: boolean;
  readonly serviceRequest: boolean;
}

/** The bytes of an answer to GET_CAPABILITIES. */
export const capabilitiesLength = 24;

const bits = (...set: readonly boolean[]): number =>
  set.reduce((sum, on, place) => sum + (on ? 2 ** place : 0), 0);

/** The answer to GET_CAPABILITIES, of a device of USBTMC 1.0 and USB488 1.0. */
export function writeCapabilities(of: TmcCapabilities): Uint8Array {
  const bytes = new Uint8Array(capabilitiesLength);
  bytes[0] = controlStatus.success;
  bytes.set([0x00, 0x01, bits(false, false, of.indicatorPulse), bits(of.termChar)], 2);
  bytes.set([0x00, 0x01, bits(of.trigger, of.remoteLocal, of.is4882)], 12);
  bytes[15] = bits(of.trigger, of.remoteLocal, of.serviceRequest, of.scpi);
  return bytes;
}

/** Reads an answer to GET_CAPABILITIES; `undefined` when the device refused. */
export function readCapabilities(bytes: Uint8Array): TmcCapabilities | undefined {
  if (bytes.length < capabilitiesLength || bytes[0] !== controlStatus.success) return undefined;
  const has = (index: number, place: number): boolean => (((bytes[index] ?? 0) >> place) & 1) === 1;
  return {
    termChar: has(5, 0),
    indicatorPulse: has(4, 2),
    trigger: has(14, 0),
    remoteLocal: has(14, 1),
    is4882: has(14, 2),
    serviceRequest: has(15, 2),
    scpi: has(15, 3),
  };
}
