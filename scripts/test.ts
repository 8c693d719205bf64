import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtempDisposable, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Counts, closingLine, isPass, noCounts, sum, unitCounts } from './counts.ts';
import { root } from './source.ts';

/**
 * One part of `npm test`: shows its own output and resolves with what it counted.
 * `features.ts` exports one as `features`: each scenario on each rig counts once; verdicts `failed`,
 * `error` and `inconclusive` are failures, and so is a run without a record or without a scenario.
 */
export type Step = () => Promise<Counts>;

const steps: Readonly<Record<string, Step>> = {
  lint: () => check('biome', ['check', '--error-on-warnings', '--max-diagnostics=none', '.']),
  types: () => check('tsc', ['--noEmit']),
  'unit tests': unitTests,
  features,
};

const results: Counts[] = [];
for (const [name, step] of Object.entries(steps)) {
  process.stdout.write(`\n== ${name}\n`);
  results.push(await step().catch(broken));
}
const total = sum(results);
process.exitCode = isPass(total) ? 0 : 1;
process.stdout.write(`\n${closingLine(total)}\n`);

async function check(program: string, args: readonly string[]): Promise<Counts> {
  const code = await run(program, args);
  return code === 0 ? { ...noCounts, passed: 1 } : { ...noCounts, failed: 1 };
}

async function unitTests(): Promise<Counts> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-test-'));
  const report = join(folder.path, 'unit.json');
  const code = await run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return unitCounts(JSON.parse(await readFile(report, 'utf8')), code);
}

async function features(): Promise<Counts> {
  const file = new URL('features.ts', import.meta.url);
  if (!existsSync(file)) {
    process.stdout.write('There are no features to run yet.\n');
    return noCounts;
  }
  const module: { readonly features: Step } = await import(file.href);
  return module.features();
}

/** A step that could not be carried out is a failure, and the others still run. */
function broken(error: unknown): Counts {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stdout.write(`This step could not be carried out: ${said}\n`);
  return { ...noCounts, failed: 1 };
}

/** Runs an installed program in the checkout, with Node 24 first on its PATH; resolves with its exit code. */
function run(program: string, args: readonly string[]): Promise<number> {
  const bin = fileURLToPath(new URL('node_modules/.bin', root));
  const PATH = [bin, process.env.PATH].filter(Boolean).join(delimiter);
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  spawn(join(bin, program), args, {
    cwd: root,
    env: { ...process.env, PATH },
    stdio: 'inherit',
  })
    .on('error', reject)
    .on('exit', (code) => resolve(code ?? 1));
  return promise;
}
