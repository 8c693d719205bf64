import { BenchError } from '#core';
import { is400Model, profiles } from './is400/index.ts';
import type { Model } from './model.ts';

export * from './fact.ts';
export * as is400 from './is400/index.ts';
export type * from './model.ts';

/** The names of all machines, as rig files use them. */
export const modelNames: readonly string[] = Object.keys(profiles);

const models = new Map<string, Model>();

/** The specification of the machine of that name. Errors: `FB_UNKNOWN_MODEL`. */
export function modelNamed(name: string): Model {
  if (name === 'is-420' || name === 'is-440') {
    const model = models.get(name) ?? is400Model(name);
    models.set(name, model);
    return model;
  }
  throw new BenchError('FB_UNKNOWN_MODEL', `No machine is called "${name}".`, {
    hint: `Known machines: ${modelNames.join(', ')}.`,
  });
}
