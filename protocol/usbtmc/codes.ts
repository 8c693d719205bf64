/** What a bulk transfer is (USBTMC 1.0 table 2; `trigger` is USB488's). */
export const messageIds = {
  messageOut: 1,
  messageIn: 2,
  vendorOut: 126,
  vendorIn: 127,
  trigger: 128,
} as const;

/** Requests on the control pipe (USBTMC 1.0 table 15, USB488 1.0 table 9). */
export const controlRequests = {
  initiateAbortBulkOut: 1,
  checkAbortBulkOutStatus: 2,
  initiateAbortBulkIn: 3,
  checkAbortBulkInStatus: 4,
  initiateClear: 5,
  checkClearStatus: 6,
  getCapabilities: 7,
  indicatorPulse: 64,
  readStatusByte: 128,
  renControl: 160,
  goToLocal: 161,
  localLockout: 162,
} as const;

/** The first byte of what a control request answers (USBTMC 1.0 table 16, USB488 1.0 table 10). */
export const controlStatus = {
  success: 0x01,
  pending: 0x02,
  interruptInBusy: 0x20,
  failed: 0x80,
  transferNotInProgress: 0x81,
} as const;

/** The bytes of a bulk header. */
export const bulkHeaderLength = 12;
