export {
  accountFileName,
  encodeText,
  formatAccounts,
  type ImportResult,
  isAccountFileName,
  type LineFault,
} from './account-file.ts';
export type { PanelEvent, StickFailure } from './context.ts';
export { fieldSpec } from './fields.ts';
export type { AccountMode, Memory } from './memory.ts';
export { accountModes } from './memory.ts';
export { type Is400Model, is400Model, makers } from './model.ts';
export type { RemoteAccount } from './modes.ts';
export { contextOf, specOf } from './place.ts';
export type { CsvDialect, Profile } from './profile.ts';
export { type Is400Name, profiles } from './profiles.ts';
export { registersBalance, usageTiesToRegisters } from './registers.ts';
export { type Is400Rules, is400Rules } from './rules.ts';
export { strokeFor } from './text-entry.ts';
export { type TextKey, texts } from './texts.en-GB.ts';
