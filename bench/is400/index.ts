export * from './operator-panel.ts';
