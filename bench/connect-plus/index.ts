export { type AccountRow, type NewAccount, parseAccountRow } from './accounts.ts';
export type { ExportOrder } from './exports.ts';
export { ConnectPlusFunds } from './funds.ts';
export type { ShownRefill } from './funds-rows.ts';
export { ConnectPlusPanel } from './panel.ts';
export { type RefusalReason, refusals } from './refusals.ts';
export { type ReportWish, readReport, shownTable } from './reports.ts';
export type { NewUser, UserRow } from './users.ts';
export { afterWork, workedMemory } from './worked-memory.ts';
