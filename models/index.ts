import * as connectPlus from './connect-plus/index.ts';
import { type ModelName, modelName } from './identity.ts';
import * as is400 from './is400/index.ts';
import type { Model } from './model.ts';
import * as onboarding from './onboarding/index.ts';

export * as connectPlus from './connect-plus/index.ts';
export type { CallInput, DataCentreAnswer } from './data-centre/index.ts';
export * as dataCentre from './data-centre/index.ts';
export * from './fact.ts';
export { modelNames } from './identity.ts';
export * as is400 from './is400/index.ts';
export { KnownSteps } from './known-steps.ts';
export * from './model.ts';
export * as onboarding from './onboarding/index.ts';
export * from './registers.ts';
export * as securityCore from './security-core/index.ts';
export { backspaceOnKeyboard, tapsOnKeyboard } from './touch/model.ts';

const makers: Readonly<Record<ModelName, () => Model>> = {
  'is-420': () => is400.is400Model('is-420'),
  'is-440': () => is400.is400Model('is-440'),
  'connect-plus': () => connectPlus.connectPlusModel('connect-plus'),
  'connect-plus-ca': () => connectPlus.connectPlusModel('connect-plus-ca'),
  onboarding: () => onboarding.onboardingModel(),
};

const models = new Map<string, Model>();

/** The specification of the machine of that name. Errors: `FB_UNKNOWN_MODEL`. */
export function modelNamed(name: string): Model {
  const model = models.get(name) ?? makers[modelName(name)]();
  models.set(name, model);
  return model;
}
