export type { ChartSources } from './chart/setup.ts';
export type { Context, PanelEvent, PortalAnswer } from './context.ts';
export { type Section, sections } from './customer.ts';
export { fieldSpec } from './fields.ts';
export { type Language, languages, money } from './languages.ts';
export {
  type Connection,
  type Memory,
  type Need,
  needs,
  type ProfilePart,
  profileParts,
} from './memory.ts';
export { makers, type OnboardingModel, onboardingModel } from './model.ts';
export { methodTexts, sectionTexts, serviceTexts } from './names.ts';
export { textsIn } from './pages.ts';
export { contextOf } from './place.ts';
export type { PortalKind } from './portal-errands.ts';
export type { PortalInput } from './portal-messages.ts';
export { type Profile, securityQuestions } from './profile.ts';
export { profiles } from './profiles.ts';
export { type OnboardingRules, onboardingRules } from './rules.ts';
export type { TextKey, Texts } from './texts.en.ts';
