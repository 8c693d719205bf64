/**
 * How far a value can be trusted: read in a project seed, in a manual of this machine, in one of a
 * sibling that shares its menus, in a service document, or assumed because no source was found.
 */
export const confidences = ['seed', 'manual', 'sibling', 'service', 'assumed'] as const;

export type Confidence = (typeof confidences)[number];

/** A profile value with its source. */
export interface Fact<T> {
  readonly value: T;
  readonly confidence: Confidence;
  readonly source: string;
}

const fact =
  (confidence: Confidence) =>
  <const T>(value: T, source: string): Fact<T> => ({ value, confidence, source });

export const seed = fact('seed');
export const manual = fact('manual');
export const sibling = fact('sibling');
export const assumed = fact('assumed');

/** The values of a profile without their sources. */
export type Plain<T> = {
  readonly [K in keyof T]: T[K] extends { readonly value: infer V } ? V : T[K];
};

/** Drops the sources: what the charts and rules work with. */
export function plain<T extends Record<string, { readonly value: unknown }>>(facts: T): Plain<T> {
  // Each key keeps its own value type; Object.fromEntries cannot express that.
  return Object.fromEntries(
    Object.entries(facts).map(([key, fact]) => [key, fact.value]),
  ) as Plain<T>;
}
