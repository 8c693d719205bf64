export * from './chromium.ts';
export * from './documents.ts';
export * from './sticks.ts';
export * from './tools.ts';
export * from './xml.ts';
