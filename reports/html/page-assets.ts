import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What runs and what styles in the page, with what its policy names them by. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
  /** The one script and the one style, by their digests; nothing from anywhere else. */
  readonly policy: string;
}

/**
 * The page's script, and its style with `rules` after it. The policy lets nothing else run, and forbids
 * the network.
 */
export function pageAssets(script: string, rules: string): PageAssets {
  const style = `${styles.map(read).join('\n')}\n${rules}`;
  return {
    script,
    style,
    policy: [
      "default-src 'none'",
      `script-src '${digest(script)}'`,
      `style-src '${digest(style)}'`,
      'img-src data: blob:',
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
  };
}

const styles = ['base', 'head', 'list', 'details', 'panels', 'print'];

const read = (name: string): string =>
  readFileSync(new URL(`./page/${name}.css`, import.meta.url), 'utf8');

const digest = (text: string): string => `sha256-${hash('sha256', text, 'base64')}`;
