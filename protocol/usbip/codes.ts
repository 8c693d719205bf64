/** The version that Linux speaks since 3.17 (1.1.1), at the head of every operation. */
export const usbipVersion = 0x0111;

/** Operations, asked before a device is imported; an answer has the same code without bit 15. */
export const operationCodes = { list: 0x8005, import: 0x8003 } as const;

/** What a connection carries once a device is imported. */
export const transferCodes = { submit: 1, unlink: 2, submitted: 3, unlinked: 4 } as const;

/** The status of an answer to an operation (`usbip_common.h` of the Linux tools). */
export const operationStatus = {
  ok: 0,
  notAvailable: 1,
  deviceBusy: 2,
  deviceError: 3,
  noDevice: 4,
  error: 5,
} as const;

/** How a transfer ended, as Linux numbers errors; on the wire they stand negative. */
export const transferErrors = {
  /** The endpoint is halted, or a control request is not supported. */
  stalled: -32,
  /** Nobody answers: no such endpoint, or the device is not configured. */
  noAnswer: -71,
  /** The device sent a packet larger than the room that was left. */
  overflow: -75,
  /** The transfer is larger than the other side takes. */
  tooLarge: -90,
  /** An unlink found its transfer pending. */
  unlinked: -104,
  /** The device sent less, and the host had said that it must not. */
  short: -121,
} as const;

/** The speeds of a device, as USB/IP numbers them. */
export const usbSpeeds = { full: 2, high: 3 } as const;

/** Flags of a transfer (`URB_…` of Linux) that a device's behaviour depends on. */
export const transferFlags = {
  /** A short answer is an error. */
  shortNotOk: 0x01,
  /** OUT of a multiple of the packet size ends with an empty packet. */
  zeroPacket: 0x40,
} as const;
