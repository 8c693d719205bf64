import * as fc from 'fast-check';

/**
 * Properties are tried on the same values in every run, so that a run repeats itself. Another
 * `FRANKBENCH_SEED` tries others.
 */
fc.configureGlobal({ seed: Number(process.env.FRANKBENCH_SEED ?? 440) });
