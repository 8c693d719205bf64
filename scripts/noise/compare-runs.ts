import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import type { NoisePlan } from '#rigs/noise';
import { type Compared, differences } from './differences.ts';
import { type Happened, openNoisyMeter } from './noisy-meter-process.ts';
import { findingsOf, type RunFindings } from './run-record.ts';

export interface ComparisonRequest {
  /** A rig file, from the checkout; its link is replaced. */
  readonly rig: string;
  readonly features: readonly string[];
  readonly plan: NoisePlan;
  /** How long the driver waits for an answer with noise, in the host's time. */
  readonly timeoutMs: number;
  /** Where the two runs leave their records; what is there is removed. */
  readonly folder: string;
}

export interface Comparison {
  readonly scenarios: number;
  readonly verdicts: ReadonlyMap<string, number>;
  /** Keys and taps at the meter with noise. */
  readonly keys: number;
  /** Answers that passed the noise. */
  readonly answers: number;
  readonly faults: ReadonlyMap<string, number>;
  /** All faults together. */
  readonly struck: number;
  readonly rungs: ReadonlyMap<string, number>;
  /** Why scenarios neither passed nor were skipped with noise. */
  readonly reasons: readonly string[];
  readonly differences: readonly string[];
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Without noise every answer comes: however busy the host is, none is asked for twice. */
const patientMs = 5000;

const quiet: NoisePlan = { version: 1, seed: 1, faults: [] };

/** Runs features twice over TCP, without noise and with it, and compares what came of it. */
export async function compareRuns(request: ComparisonRequest): Promise<Comparison> {
  const clean = await runWith(quiet, 'clean', { ...request, timeoutMs: patientMs });
  const noisy = await runWith(request.plan, 'noisy', request);
  const { verdicts, reasons, rungs, log, faults, answers } = noisy;
  return {
    scenarios: verdicts.length,
    verdicts: new Map(
      [...Map.groupBy(verdicts, ([, verdict]) => verdict)].map(([name, all]) => [name, all.length]),
    ),
    keys: log.filter((entry) => /^(press|touch) /.test(entry)).length,
    answers,
    faults: new Map(faults),
    struck: faults.reduce((sum, [, count]) => sum + count, 0),
    rungs,
    reasons,
    differences: differences(clean, noisy),
  };
}

interface Ran extends RunFindings, Compared, Happened {}

/** One run: `frankbench run`, and a meter behind the plan's noise in a process of its own. */
async function runWith(
  plan: NoisePlan,
  name: string,
  { rig, features, timeoutMs, folder }: ComparisonRequest,
): Promise<Ran> {
  const described: { readonly meter: { readonly model: string } } = parse(
    readFileSync(join(root, rig), 'utf8'),
  );
  await using meter = await openNoisyMeter(described.meter.model, plan);
  const out = join(folder, name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const rigFile = join(out, 'rig.yaml');
  writeFileSync(
    rigFile,
    stringify({ ...described, link: { kind: 'tcp', ...meter.address, timeoutMs } }),
  );
  const complaint = await frankbench(
    ...['run', '--rig', rigFile, '--out', join(out, 'run'), ...features],
  );
  const findings = findingsOf(join(out, 'run', 'record.ndjson'));
  if (findings.verdicts.length === 0) throw new Error(`nothing was run ${name}: ${complaint}`);
  return { ...findings, ...(await meter.happened()) };
}

/** What it complained of. Verdicts are read in the record: an exit code says less. */
async function frankbench(...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, ['cli/frankbench.mjs', ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [complaint, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  if (code === 2 || code === null)
    throw new Error(`frankbench ${args[0]} ended with ${code}: ${complaint}`);
  return complaint;
}
