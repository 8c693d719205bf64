import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enterSession, type Judge, RunRecord, RunSession, type ScenarioResult } from '#bench';
import { exitCode, SystemClock, type Verdict, worst } from '#core';
import { modelNamed } from '#models';
import { lockRig, type Rig } from '#rigs';
import type { Shell } from '../shell.ts';
import { loadFeatures, loadSteps, planFeatures, runPart, scenariosOf } from './cucumber.ts';

export interface RunRequest {
  readonly shell: Shell;
  readonly rig: Rig;
  readonly features: readonly string[];
  readonly tags?: string;
  readonly names: readonly string[];
  readonly judge: Judge;
  readonly fault?: string;
  readonly folder: string;
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
}

/** Runs features on a rig: a record as it happens, then the verdict and the report made from it. */
export async function run(request: RunRequest): Promise<RunOutcome> {
  const { shell, rig, judge, fault, folder } = request;
  const clock = new SystemClock();
  const began = clock.now();
  const loaded = await loadFeatures({
    family: modelNamed(rig.meter.model).family,
    root: shell.root,
    features: request.features,
    names: request.names,
    ...(request.tags === undefined ? {} : { tags: request.tags }),
  });
  const support = await loadSteps(loaded);
  let planned = 0;
  const recordPath = join(folder, 'record.ndjson');
  using _lock = lockRig(rig, { command: 'frankbench run' });
  const session = await (async () => {
    using record = new RunRecord(recordPath);
    await using running = new RunSession({
      rig,
      judge,
      recorder: record,
      artifacts: join(folder, 'artifacts'),
      ...(fault === undefined ? {} : { fault }),
    });
    record.write({
      type: 'run',
      version: 1,
      rig: rig.path.split('/').at(-1),
      meter: await meterOf(rig, running),
      ...(rig.operator ? { operator: rig.operator.name } : {}),
      judge,
      fault: fault ?? null,
    });
    running.onResult = (result) => request.onResult(result, planned);
    using _entered = enterSession(running);
    const parts = await planFeatures(loaded);
    const scenarios = scenariosOf(parts);
    planned = scenarios.length;
    record.write({ type: 'plan', scenarios });
    for (const part of parts) await runPart(loaded, support, part);
    record.write({ type: 'end', results: running.results.length });
    return running;
  })();
  const { results } = session;
  const notRun = planned - results.length;
  const verdict = notRun > 0 ? 'error' : worst(results.map((result) => result.verdict));
  const counts = countVerdicts(results, notRun);
  const ms = clock.now() - began;
  const summary = { version: 1, verdict, exitCode: exitCode(verdict), counts, ms, began };
  writeFileSync(join(folder, 'run.json'), `${JSON.stringify(summary, undefined, 2)}\n`);
  const { writeReport } = await import('#reports');
  const report = writeReport(folder);
  return { verdict, exitCode: exitCode(verdict), counts, results, folder, report, ms };
}

/** Who is tested: what the rig file says, and what a meter behind a link says of itself. */
async function meterOf(rig: Rig, running: RunSession): Promise<Record<string, unknown>> {
  const { model, serial, language } = rig.meter;
  const seen = await running.identify();
  return {
    model,
    // An emulated meter is given its number when it is made as new.
    serial: serial ?? seen?.serial ?? null,
    ...(language ? { language } : {}),
    ...(seen ? { maker: seen.maker, firmware: seen.firmware, link: rig.link.kind } : {}),
    emulated: seen?.emulated ?? true,
  };
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
