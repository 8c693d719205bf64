import * as connectPlus from './connect-plus/index.ts';
import * as is400 from './is400/index.ts';
import * as onboarding from './onboarding/index.ts';
import { learnModels } from './registry.ts';

export * from './any-machine.ts';
export * as connectPlus from './connect-plus/index.ts';
export type { CallInput, DataCentreAnswer } from './data-centre/index.ts';
export * as dataCentre from './data-centre/index.ts';
export * from './fact.ts';
export { modelNames } from './identity.ts';
export * as is400 from './is400/index.ts';
export * from './model.ts';
export * as onboarding from './onboarding/index.ts';
export * from './registers.ts';
export * as securityCore from './security-core/index.ts';
export { backspaceOnKeyboard, tapsOnKeyboard } from './touch/model.ts';

for (const { makers } of [is400, connectPlus, onboarding]) learnModels(makers);
