export { frameSchema, imprintSchema, ledgerSchema } from './answers.ts';
export * from './capabilities.ts';
export { LinkNonsense } from './link-nonsense.ts';
export { type KeptAnswer, OnceStore } from './once-store.ts';
export * from './operations.ts';
export { type Renewal, renewalSchema } from './renewal.ts';
export * from './scpi/index.ts';
