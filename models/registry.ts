import { type ModelName, modelName } from './identity.ts';
import type { Model } from './model.ts';

/** How the machines of a family are made, by their names. */
export type Makers = Readonly<Partial<Record<ModelName, () => Model>>>;

const is400 = () => import('./is400/index.ts');
const connectPlus = () => import('./connect-plus/index.ts');
const onboarding = () => import('./onboarding/index.ts');

/** The charts of a family, loaded when there is a machine of it. */
const familyOf: Readonly<Record<ModelName, () => Promise<{ readonly makers: Makers }>>> = {
  'is-420': is400,
  'is-440': is400,
  'connect-plus': connectPlus,
  'connect-plus-ca': connectPlus,
  onboarding,
};

const known = new Map<string, () => Model>();
const models = new Map<string, Model>();

/** Notes how machines are made. */
export function learnModels(makers: Makers): void {
  for (const [name, make] of Object.entries(makers)) known.set(name, make);
}

/** Loads the specification of the machine of that name. Errors: `FB_UNKNOWN_MODEL`. */
export async function loadModel(name: string): Promise<Model> {
  const loaded = models.get(name);
  if (loaded) return loaded;
  const { makers } = await familyOf[modelName(name)]();
  learnModels(makers);
  return modelNamed(name);
}

/** The specification of the machine of that name, which was loaded. Errors: `FB_UNKNOWN_MODEL`. */
export function modelNamed(name: string): Model {
  const model = models.get(name) ?? known.get(modelName(name))?.();
  if (!model) throw new Error(`the ${name} is asked for before it is loaded`);
  models.set(name, model);
  return model;
}
