export * from './core.ts';
export * from './fund-messages.ts';
export * from './inspection.ts';
