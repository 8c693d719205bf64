export { Page } from './page.ts';
export { OnboardingPanel } from './panel.ts';
export { type Profile, usualProfile } from './profile.ts';
export { type CallResult, type Task, tasks } from './results.ts';
export {
  type SetUpMessage,
  type Stage,
  setUpMessages,
  stages,
} from './set-up.ts';
export {
  type Connection,
  type Need,
  needs,
  type Part,
  parts,
  type Section,
  sections,
} from './words.ts';
