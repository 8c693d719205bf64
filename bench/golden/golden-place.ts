import { BenchError } from '#core';
import type { Model } from '#models';
import type { GoldenRules } from './golden-rules.ts';

/** A display as golden screens are told apart: whose it is, and in which language. */
export interface Display {
  readonly model: Pick<Model, 'name' | 'family' | 'languages'>;
  readonly language: string;
}

/**
 * Where a golden screen is kept, from the folder of all of them and without an ending:
 * `is400/Account List`, `onboarding/fr-CA/Profil`, `is400/is-420/Add Account`. Errors:
 * `FB_FEATURE_FILE` for a name that is no name of a file.
 */
export function goldenPlace(
  { model, language }: Display,
  name: string,
  { perModel }: GoldenRules,
): string {
  if (!/^[\p{L}\p{N}(][\p{L}\p{N} ,.'’()+-]*(?<![ .])$/u.test(name)) {
    throw new BenchError('FB_FEATURE_FILE', `"${name}" cannot be the name of a golden screen.`, {
      hint: "It is the name of a file: letters, digits, spaces and , . ' ( ) + - alone.",
    });
  }
  return [
    model.family,
    ...(model.languages ? [language] : []),
    ...(perModel.includes(name) ? [model.name] : []),
    name,
  ].join('/');
}
