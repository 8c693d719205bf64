export { type AccountRow, type NewAccount, parseAccountRow } from './accounts.ts';
export { ConnectPlusPanel } from './panel.ts';
export { type RefusalReason, refusals } from './refusals.ts';
