import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { root } from '../source.ts';
import { type CpioEntry, cpioEntry } from './cpio.ts';

/** Packages that find files of their own beside themselves: they go along as they are. */
export const wholePackages = [
  '@resvg/resvg-js',
  'dejavu-fonts-ttf',
  'js-fatfs',
  'serialport',
  'usb',
] as const;

/** What modules of the CommonJS kind take for granted. */
const banner = [
  "import { createRequire as requireFrom } from 'node:module';",
  'const require = requireFrom(import.meta.url);',
  'const { filename: __filename, dirname: __dirname } = import.meta;',
].join(' ');

/**
 * The bench itself and the guest's own program as plain JavaScript in few files: Node starts them
 * several times faster under emulation than the sources. Steps keep the name of their source, since the
 * bench looks for them by it.
 */
export async function bundle(folder: string): Promise<readonly CpioEntry[]> {
  const steps = globSync('steps/**/*.ts', { cwd: root }).filter((path) => !path.includes('.test.'));
  const bundled = await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: [
      { in: 'cli/main.ts', out: 'cli/main' },
      { in: 'scripts/usb-vm/guest/bench.ts', out: 'cli/bench' },
      { in: 'scripts/usb-vm/guest/main.ts', out: 'cli/guest' },
      { in: 'scripts/usb-vm/guest/try-open.ts', out: 'cli/try-open' },
      ...steps.map((path) => ({ in: path, out: path })),
    ],
    outdir: fileURLToPath(root),
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    outExtension: { '.js': '.mjs' },
    // All in one folder, from which the checkout is one up, as it is from `cli/main.ts`.
    chunkNames: 'cli/[name]-[hash]',
    // Formats and evidence are made of a run elsewhere: what they need is not asked for in the guest.
    external: [...wholePackages, '@lydell/*', '@cyclonedx/*', 'allure-js-commons', 'esbuild'],
    banner: { js: banner },
    logLevel: 'error',
  });
  const base = fileURLToPath(root);
  return bundled.outputFiles.map(({ path, contents }) =>
    cpioEntry.file(join(folder, path.slice(base.length).replace(/\.ts\.mjs$/, '.ts')), contents),
  );
}
