import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { BenchError } from '#core';
import type { Tagged } from '#reports';
import { parseFeature, unreadable } from '../gherkin/parse-feature.ts';

/** What of features has to do with requirements. */
export interface ReadFeatures {
  /** Every scenario, an example of an outline each, with the tags of its rule and its feature. */
  readonly scenarios: readonly Tagged[];
  /** Every rule with the tags above it alone. */
  readonly rules: readonly Tagged[];
}

/**
 * Reads every `.feature` file of folders, or named by its path, in any language. Places are relative
 * to `base`. Errors: `FB_FEATURE_FILE` for what cannot be read, `FB_NO_SCENARIO` where there is none.
 */
export function readFeatures(paths: readonly string[], base: string): ReadFeatures {
  const files = [...new Set(paths.flatMap(featureFiles))];
  const read = files.map((file) => readFeature(file, relative(base, file)));
  const scenarios = read.flatMap((feature) => feature.scenarios);
  if (scenarios.length === 0) {
    throw new BenchError('FB_NO_SCENARIO', `There is no scenario in ${paths.join(', ')}.`, {
      hint: 'Name folders with .feature files in them.',
    });
  }
  return { scenarios, rules: read.flatMap((feature) => feature.rules) };
}

function featureFiles(path: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
    const features = names.filter((name) => name.endsWith('.feature')).sort();
    return features.map((name) => join(path, name));
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function readFeature(file: string, shown: string): ReadFeatures {
  const { document, pickles } = parseFeature(textOf(file, shown), shown);
  const tagged = (line: number, name: string, tags: readonly { readonly name: string }[]) => ({
    id: `${shown}:${line}`,
    name,
    tags: tags.map((tag) => tag.name),
  });
  return {
    scenarios: pickles.map(({ location, name, tags }) => tagged(location?.line ?? 1, name, tags)),
    rules: (document.feature?.children ?? []).flatMap(({ rule }) =>
      rule ? [tagged(rule.location.line, rule.name, rule.tags)] : [],
    ),
  };
}

function textOf(file: string, shown: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw unreadable(shown, cause);
  }
}
