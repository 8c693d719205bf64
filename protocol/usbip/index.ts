export {
  operationStatus,
  transferErrors,
  transferFlags,
  usbipVersion,
  usbSpeeds,
} from './codes.ts';
export {
  deviceIdOf,
  type ImportReply,
  type InterfaceKind,
  type OfferedDevice,
  readImportReply,
  readListReply,
  writeImportReply,
  writeImportRequest,
  writeListReply,
  writeListRequest,
} from './operations.ts';
export {
  type Submit,
  type Submitted,
  type Unlink,
  type Unlinked,
  writeSubmit,
  writeSubmitted,
  writeUnlink,
  writeUnlinked,
} from './transfers.ts';
export { UsbipReplies } from './usbip-replies.ts';
export {
  type OperationRequest,
  type RequestLimits,
  UsbipRequests,
  UsbipViolation,
  usualRequestLimits,
} from './usbip-requests.ts';
