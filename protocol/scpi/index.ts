export { inBytes, join, joined, type Written } from './bytes.ts';
export { type Command, commandTable, lastSequence } from './command-table.ts';
export { crc32 } from './crc32.ts';
export type { Datum } from './datum.ts';
export { DialectSession, type DialectSessionOptions } from './dialect-session.ts';
export { type Element, elementText, type Field, splitElements } from './elements.ts';
export { ErrorQueue, type LinkError, noError, readError, writeError } from './error-queue.ts';
export { errorText, errorWords, wordsOf } from './error-words.ts';
export { frameAnswered } from './frame-answered.ts';
export { type Guarded, guard, guardAnswer, readGuarded } from './guard.ts';
export {
  commandOf,
  isChanging,
  isQuery,
  isRepeatable,
  readAnswer,
  readOperation,
  writeOperation,
} from './operation-codec.ts';
export {
  type ParsedCommand,
  type ParsedFault,
  type ParsedUnit,
  parseProgramMessage,
} from './parse-program-message.ts';
export {
  MessageSplitter,
  messageLimits,
  ResponseSplitter,
  type SplitMessage,
} from './splitters.ts';
export { eventBit, eventBitOf, StatusRegisters, statusBit } from './status-registers.ts';
