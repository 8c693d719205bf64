export * from './operations.ts';
export { type Renewal, renewalSchema } from './renewal.ts';
