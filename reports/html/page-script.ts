import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { keep, readKept } from '../kept-file.ts';

const checkout = new URL('../../', import.meta.url);
const keptIn = new URL('.cache/page-script.json', checkout);

const keptScript = z.strictObject({
  /** SHA-256 of each file that it was made of, by its path in the checkout. */
  sources: z.record(z.string(), z.string()),
  script: z.string(),
});

type KeptScript = z.infer<typeof keptScript>;

/** The page's script as one text, kept in `file` for as long as what it was made of stays the same. */
export function pageScript(file = keptIn): string {
  const kept = readKept(file, keptScript);
  if (kept && isUpToDate(kept)) return kept.script;
  const made = bundled();
  keep(file, made);
  return made.script;
}

/** esbuild, which takes a program of its own, writes `</script` within texts as `<\/script`. */
function bundled(): KeptScript {
  const { buildSync } = createRequire(import.meta.url)('esbuild') as typeof import('esbuild');
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: fileURLToPath(checkout),
    entryPoints: ['reports/html/page/main.ts'],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    charset: 'ascii',
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    // Of the room that draws displays only what needs none of them is taken into the page.
    external: ['node:*', '@resvg/resvg-js', 'pixelmatch', 'pngjs'],
    logLevel: 'silent',
  });
  const sources = [...Object.keys(metafile.inputs), ...makers];
  return {
    sources: Object.fromEntries(sources.map((path) => [path, digestOf(path)])),
    script: outputFiles[0]?.text ?? '',
  };
}

/** What makes the script of its sources: another one may make it otherwise. */
const makers = [
  'reports/html/page-script.ts',
  'reports/html/page/tsconfig.json',
  'tsconfig.json',
  'node_modules/esbuild/package.json',
];

const digestOf = (path: string): string => hash('sha256', readFileSync(new URL(path, checkout)));

function isUpToDate({ sources }: KeptScript): boolean {
  try {
    return Object.entries(sources).every(([path, sha256]) => digestOf(path) === sha256);
  } catch {
    return false;
  }
}
