import { join } from 'node:path';
import { enterSession, type Judge, RunRecord, RunSession, type ScenarioResult } from '#bench';
import { exitCode, SystemClock, type Verdict, worst } from '#core';
import { modelNamed } from '#models';
import { openRun, recordFileName, TimesFile } from '#reports';
import { lockRig, type Rig } from '#rigs';
import type { Shell } from '../shell.ts';
import { addToHistory } from './add-to-history.ts';
import { loadFeatures, loadSteps, planFeatures, runPart } from './cucumber.ts';
import { originOf } from './origin.ts';
import { describePlan } from './plan.ts';
import { rigName, runEntry } from './run-entry.ts';

export interface RunRequest {
  readonly shell: Shell;
  readonly rig: Rig;
  readonly features: readonly string[];
  readonly tags?: string;
  readonly names: readonly string[];
  readonly judge: Judge;
  readonly fault?: string;
  /** Makes the new folder for what the run leaves behind, once there is something to run. */
  readonly makeFolder: () => string;
  /** Called as each scenario ends, with how many were planned. */
  readonly onResult: (result: ScenarioResult, planned: number) => void;
}

export interface RunOutcome {
  readonly verdict: Verdict | undefined;
  readonly exitCode: number;
  readonly counts: Readonly<Record<Verdict | 'not run', number>>;
  readonly results: readonly ScenarioResult[];
  readonly folder: string;
  readonly report: string;
  readonly ms: number;
  /** What went wrong beside the run, and does not touch its verdict. */
  readonly warnings: readonly string[];
}

/** Runs features on a rig: a record as it happens, then the verdict and the report made from it. */
export async function run(request: RunRequest): Promise<RunOutcome> {
  const { shell, rig, judge, fault } = request;
  const clock = new SystemClock();
  const began = clock.now();
  const origin = originOf(shell.root);
  const loaded = await loadFeatures({
    family: modelNamed(rig.meter.model).family,
    root: shell.root,
    features: request.features,
    names: request.names,
    ...(request.tags === undefined ? {} : { tags: request.tags }),
  });
  const support = await loadSteps(loaded);
  const parts = await planFeatures(loaded);
  const { scenarios, files } = describePlan(shell.root, parts);
  const planned = scenarios.length;
  using _lock = lockRig(rig, { command: 'frankbench run' });
  const folder = request.makeFolder();
  using record = new RunRecord(join(folder, recordFileName));
  const opened = openRun(folder, rigName(rig));
  using times = new TimesFile(folder, clock);
  await using session = new RunSession({
    rig,
    judge,
    recorder: record,
    artifacts: join(folder, 'artifacts'),
    ...(fault === undefined ? {} : { fault }),
  });
  const seen = await session.identify();
  const suite = { ...(await origin), features: files };
  const entry = runEntry({ root: shell.root, rig, seen, judge, fault, suite });
  record.begin(entry, entry.clock === 'host' ? clock : undefined);
  record.write({ type: 'plan', scenarios });
  record.write(session.chart);
  session.plan = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  session.onScenario = (scenario) => times.scenario(scenario);
  session.onStep = () => times.step();
  session.onStepsEnd = () => times.stepsEnd();
  session.onResult = (result) => {
    times.end();
    request.onResult(result, planned);
  };
  {
    using _entered = enterSession(session);
    for (const part of parts) await runPart(loaded, support, part);
  }
  const { results } = session;
  const counts = countVerdicts(results, planned - results.length);
  const verdict = counts['not run'] > 0 ? 'error' : worst(results.map((result) => result.verdict));
  record.write({ type: 'end', verdict: verdict ?? null, counts });
  record.flush();
  opened.conclude({ verdict: verdict ?? null, counts, record: record.head });
  const { writeReport } = await import('#reports');
  const report = writeReport(folder);
  const warnings = [...times.problems, ...(await addToHistory(folder))];
  const ms = clock.now() - began;
  return { verdict, exitCode: exitCode(verdict), counts, results, folder, report, ms, warnings };
}

function countVerdicts(results: readonly ScenarioResult[], notRun: number): RunOutcome['counts'] {
  const count = (verdict: Verdict): number =>
    results.filter((result) => result.verdict === verdict).length;
  return {
    passed: count('passed'),
    failed: count('failed'),
    error: count('error'),
    inconclusive: count('inconclusive'),
    skipped: count('skipped'),
    'not run': notRun,
  };
}
