export * from './capabilities.ts';
export { type KeptAnswer, OnceStore } from './once-store.ts';
export * from './operations.ts';
export type { PanelLock } from './panel-lock.ts';
export type { Renewal } from './renewal.ts';
export * from './scpi/index.ts';
