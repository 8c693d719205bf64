export { Page } from './page.ts';
export { type CallResult, OnboardingPanel, type Profile, type Task } from './panel.ts';
