import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { root } from './source.ts';

/** A golden screen as a feature names it. */
export interface GoldenUse {
  /** `features/is400/screens.feature`. */
  readonly feature: string;
  /** The folder the feature is in: `is400`. */
  readonly subject: string;
  readonly name: string;
}

const step = /(?:is as the golden screen|est comme l'écran de référence) "([^"]*)"/g;

/** Every golden screen that a feature names. */
export function goldenUses(): readonly GoldenUse[] {
  const features = globSync('features/**/*.feature', { cwd: fileURLToPath(root) }).sort();
  return features.flatMap((feature) => {
    const text = readFileSync(new URL(feature, root), 'utf8');
    const subject = feature.split('/')[1] ?? '';
    return [...text.matchAll(step)].map(([, name = '']) => ({ feature, subject, name }));
  });
}
