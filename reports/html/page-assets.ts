import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

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

let made: string | undefined;

/** The page's script as one text: esbuild writes `</script` within texts as `<\/script`. */
export function pageScript(): string {
  if (made !== undefined) return made;
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('./page/main.ts', import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    charset: 'ascii',
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    // Of the room that draws displays only what needs none of them is taken into the page.
    external: ['node:*', '@resvg/resvg-js', 'pixelmatch', 'pngjs'],
    logLevel: 'silent',
  });
  made = outputFiles[0]?.text ?? '';
  return made;
}
