export * from './operator-panel.ts';
export { type RefusalReason, refusals } from './refusals.ts';
