import { mkdtempDisposable, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { type Counts, closingLine, isPass, noCounts, sum, unitCounts } from './counts.ts';
import { features } from './features.ts';
import { installed, run } from './program.ts';
import { usbVm } from './usb-vm/usb-vm.ts';

/** One part of `npm test`: shows its own output and resolves with what it counted. */
export type Step = () => Promise<Counts>;

const steps: Readonly<Record<string, Step>> = {
  lint: () => check('biome', ['check', '--error-on-warnings', '--max-diagnostics=none', '.']),
  types: () => check('tsc', ['--noEmit']),
  'unit tests': unitTests,
  features,
  usb: usbVm,
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
  const code = await run(installed(program), args);
  return code === 0 ? { ...noCounts, passed: 1 } : { ...noCounts, failed: 1 };
}

async function unitTests(): Promise<Counts> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-test-'));
  const report = join(folder.path, 'unit.json');
  const code = await run(installed('vitest'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return unitCounts(JSON.parse(await readFile(report, 'utf8')), code);
}

/** A step that could not be carried out is a failure, and the others still run. */
function broken(error: unknown): Counts {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stdout.write(`This step could not be carried out: ${said}\n`);
  return { ...noCounts, failed: 1 };
}
