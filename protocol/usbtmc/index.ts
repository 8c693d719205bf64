export {
  type BulkInHeader,
  type BulkOutHeader,
  nextTag,
  readBulkIn,
  readBulkOut,
  writeMessageIn,
  writeMessageOut,
  writeRequestIn,
} from './bulk-headers.ts';
export { type BulkOutEvent, BulkOutReader } from './bulk-out-reader.ts';
export { readCapabilities, type TmcCapabilities, writeCapabilities } from './capabilities.ts';
export { bulkHeaderLength, controlRequests, controlStatus } from './codes.ts';
export {
  type ControlIn,
  checkAbortBulkInStatus,
  checkAbortBulkOutStatus,
  checkClearStatus,
  getCapabilities,
  initiateAbortBulkIn,
  initiateAbortBulkOut,
  initiateClear,
  nextStatusTag,
  readNotice,
  readStatusByte,
  type TmcNotice,
  writeNotice,
} from './control-requests.ts';
