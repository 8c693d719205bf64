import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import process from 'node:process';
import { type Counts, closingLine, isPass, noCounts, sum } from './counts.ts';
import { run } from './program.ts';
import { root } from './source.ts';

export interface SuiteOf {
  readonly rig: string;
  readonly features: string;
  /** The language of the machine, where it is not that of its rig. */
  readonly language?: string;
}

/** Which features run on which rigs. */
export const suites: readonly SuiteOf[] = [
  { rig: 'rigs/emulator.is420.yaml', features: 'features/is400' },
  { rig: 'rigs/emulator.is440.yaml', features: 'features/is400' },
  { rig: 'rigs/emulator.connect-plus.yaml', features: 'features/connect-plus' },
  { rig: 'rigs/emulator.is420.yaml', features: 'features/funds' },
  { rig: 'rigs/emulator.is440.yaml', features: 'features/funds' },
  { rig: 'rigs/emulator.connect-plus.yaml', features: 'features/funds' },
  { rig: 'rigs/emulator.connect-plus-ca.yaml', features: 'features/funds' },
  { rig: 'rigs/emulator.onboarding.yaml', features: 'features/onboarding' },
  { rig: 'rigs/emulator.onboarding.yaml', features: 'features/onboarding', language: 'fr-CA' },
];

interface RunSummary {
  readonly counts: Readonly<Record<string, number>>;
}

/** Every feature on every rig it is for, each scenario counted once a rig. */
export async function features(): Promise<Counts> {
  const counts: Counts[] = [];
  for (const suite of suites) {
    const { rig, features, language } = suite;
    process.stdout.write(`\n${features} on ${rig}${language ? ` in ${language}` : ''}\n`);
    counts.push(await runSuite(suite));
  }
  return sum(counts);
}

/** Which of the suites it is, as part of the name of a folder: `emulator.onboarding-onboarding-fr-CA`. */
export const suiteName = ({ rig, features, language }: SuiteOf): string =>
  [basename(rig, '.yaml'), basename(features), ...(language === undefined ? [] : [language])].join(
    '-',
  );

async function runSuite(suite: SuiteOf): Promise<Counts> {
  const { rig, features: path, language } = suite;
  const spoken = language === undefined ? [] : ['--language', language];
  const out = join('runs', `test-${suiteName(suite)}`);
  await rm(new URL(out, root), { recursive: true, force: true });
  const args = ['cli/frankbench.mjs', 'run', '--rig', rig, '--out', out, ...spoken, path];
  const code = await run(process.execPath, args);
  const summary = new URL(`${out}/run.json`, root);
  if (!existsSync(summary)) return { ...noCounts, failed: 1 };
  // Our own file, written by the run that has just ended.
  const { counts } = JSON.parse(await readFile(summary, 'utf8')) as RunSummary;
  const { passed = 0, skipped = 0, ...bad } = counts;
  const failed = Object.values(bad).reduce((total, count) => total + count, 0);
  const nothingNamed = failed === 0 && (code !== 0 || passed === 0);
  return { passed, skipped, failed: nothingNamed ? 1 : failed };
}

if (import.meta.main) {
  const counts = await features();
  process.exitCode = isPass(counts) ? 0 : 1;
  process.stdout.write(`\n${closingLine(counts)}\n`);
}
