// What concerns any machine: of the machines themselves only those are there that were loaded.
export { KnownSteps } from './known-steps.ts';
export { families } from './model.ts';
export { loadModel, modelNamed } from './registry.ts';
export { timedActor } from './timed-actor.ts';
