import { hash } from 'node:crypto';
import { z } from 'zod';
import { keep, readKept } from '#reports';
import { type ParsedFeature, parseFeature } from './parse-feature.ts';

/** A scenario as its feature states it; an example of an outline is one. */
export interface StatedScenario {
  readonly line: number;
  readonly name: string;
  /** The rule it stands under. */
  readonly rule: string | null;
  /** Its own and all that it inherits. */
  readonly tags: readonly string[];
}

/** What a run has to know of a feature before it begins. */
export interface StatedFeature {
  readonly name: string;
  readonly scenarios: readonly StatedScenario[];
}

/** What has read what is kept: another one may read otherwise. */
export const reader = '@cucumber/gherkin 42.0.1';

const keptFeature = z.strictObject({
  sha256: z.string(),
  name: z.string(),
  scenarios: z.array(
    z.strictObject({
      line: z.int(),
      name: z.string(),
      rule: z.string().nullable(),
      tags: z.array(z.string()),
    }),
  ),
});

/** Features that a run does not ask for are not looked into. */
const keptFeatures = z.strictObject({
  reader: z.literal(reader),
  features: z.record(z.string(), z.unknown()),
});

/**
 * What features state, kept in a file for as long as they stay as they are: to read a suite takes a
 * sixteenth of the time until its first key.
 */
export class KnownFeatures implements Disposable {
  readonly #file: URL;
  readonly #kept: z.infer<typeof keptFeatures>['features'];
  #changed = false;

  constructor(root: URL) {
    this.#file = new URL('.cache/features.json', root);
    this.#kept = readKept(this.#file, keptFeatures)?.features ?? {};
  }

  /** What a feature states, as it stands in `bytes`. Errors: `FB_FEATURE_FILE`. */
  stated(path: string, bytes: Buffer): StatedFeature & { readonly sha256: string } {
    const sha256 = hash('sha256', bytes);
    const { data: kept } = keptFeature.safeParse(this.#kept[path]);
    if (kept?.sha256 === sha256) return kept;
    const stated = { sha256, ...statedIn(parseFeature(bytes.toString('utf8'), path)) };
    // Those beside the checkout are read this once, as a rule.
    if (path.startsWith('..')) return stated;
    this.#kept[path] = stated;
    this.#changed = true;
    return stated;
  }

  /** Keeps what was read for later. */
  [Symbol.dispose](): void {
    if (this.#changed) keep(this.#file, { reader, features: this.#kept });
  }
}

function statedIn({ document: { feature }, pickles }: ParsedFeature) {
  const rules = new Map(
    (feature?.children ?? []).flatMap(({ rule }) =>
      (rule?.children ?? []).flatMap(({ scenario }) =>
        rule && scenario ? [[scenario.id, rule.name] as const] : [],
      ),
    ),
  );
  return {
    name: feature?.name ?? '',
    scenarios: pickles.map(({ name, tags, location, astNodeIds }) => ({
      line: location?.line ?? 1,
      name,
      rule: rules.get(astNodeIds[0] ?? '') ?? null,
      tags: tags.map((tag) => tag.name),
    })),
  };
}
