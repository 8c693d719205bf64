import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';
import { z } from 'zod';

const checkout = new URL('../../', import.meta.url);
const keptIn = new URL('.cache/page-script.json', checkout);

const keptScript = z.strictObject({
  /** SHA-256 of each file that it was made of, by its path in the checkout. */
  sources: z.record(z.string(), z.string()),
  script: z.string(),
});

type KeptScript = z.infer<typeof keptScript>;

/**
 * The page's script as one text. It is kept in a file for as long as what it was made of stays the
 * same; the file can be removed at any time, and one that cannot be read or written is passed over.
 */
export function pageScript(file = keptIn): string {
  const kept = readKept(file);
  if (kept && isUpToDate(kept)) return kept.script;
  const made = bundled();
  keep(made, file);
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

function readKept(file: URL): KeptScript | undefined {
  try {
    return keptScript.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function isUpToDate({ sources }: KeptScript): boolean {
  try {
    return Object.entries(sources).every(([path, sha256]) => digestOf(path) === sha256);
  } catch {
    return false;
  }
}

function keep(made: KeptScript, file: URL): void {
  const beside = new URL(`page-script.${process.pid}.${threadId}.json`, file);
  try {
    mkdirSync(new URL('./', file), { recursive: true });
    writeFileSync(beside, JSON.stringify(made));
    renameSync(beside, file);
  } catch {
    // It is made again next time.
  }
}
