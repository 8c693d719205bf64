import { join } from 'node:path';
import {
  enterSession,
  type Judge,
  type Operator,
  RunRecord,
  RunSession,
  type ScenarioResult,
  WireLog,
} from '#bench/any-machine';
import { exitCode, type RunCounts, SteadyClock, SystemClock, type Verdict } from '#core';
import { modelNamed } from '#models/any-machine';
import {
  checkFeatureIds,
  type MadeMeanwhile,
  openRun,
  ReportMeanwhile,
  recordFileName,
  TimesFile,
} from '#reports';
import { lockRig, type Rig } from '#rigs';
import { catalogueFile, catalogueNamed } from '../requirements/catalogue.ts';
import type { Shell } from '../shell.ts';
import { addToHistory } from './add-to-history.ts';
import { loadFeatures, loadSteps, runPart } from './cucumber.ts';
import { letScenariosGoFirst } from './engine-threads.ts';
import type { originOf } from './origin.ts';
import { planRun } from './plan.ts';
import { rigName, runEntry } from './run-entry.ts';
import { Tally } from './tally.ts';

export interface RunRequest {
  readonly shell: Shell;
  readonly rig: Rig;
  /** What the checkout is, which is told as soon as git has told it. */
  readonly origin: ReturnType<typeof originOf>;
  readonly features: readonly string[];
  readonly tags?: string;
  readonly names: readonly string[];
  /** A catalogue that has every requirement of the features, as it was named. */
  readonly requirements?: string;
  readonly judge: Judge;
  /** Who can be asked what no rig sees; without, scenarios that need it are skipped. */
  readonly operator?: Operator;
  readonly fault?: string;
  /** Makes the new folder for what the run leaves behind, once there is something to run. */
  readonly makeFolder: () => string;
  /** Called as each scenario ends, with how many were planned. */
  readonly onResult: (result: ScenarioResult, planned: number) => void;
}

export interface RunOutcome {
  readonly verdict: Verdict | undefined;
  readonly exitCode: number;
  readonly counts: RunCounts;
  /** How many scenarios were run, and with how many keys. */
  readonly scenarios: number;
  readonly keys: number;
  readonly folder: string;
  /** Left out where it could not be made. */
  readonly report: string | undefined;
  readonly ms: number;
  /** What went wrong beside the run, and does not touch its verdict. */
  readonly warnings: readonly string[];
}

/**
 * From so many scenarios on the report is made while they run: for fewer a thread is not worth its start.
 * Of a rig with a link the report tells the wire too, whose log is whole at the end only.
 */
const longRun = 100;

/** Runs features on a rig: a record as it happens, then the verdict and the report made from it. */
export async function run(request: RunRequest): Promise<RunOutcome> {
  const { shell, rig, judge, fault } = request;
  const clock = new SystemClock();
  const watch = new SteadyClock();
  const began = watch.now();
  letScenariosGoFirst();
  const loaded = loadFeatures({
    family: modelNamed(rig.meter.model).family,
    root: shell.root,
    features: request.features,
    names: request.names,
    ...(request.tags === undefined ? {} : { tags: request.tags }),
  });
  const support = await loadSteps(loaded);
  const { parts, scenarios, files } = await planRun(loaded);
  const planned = scenarios.length;
  const { requirements } = request;
  if (requirements !== undefined) checkFeatureIds(catalogueNamed(shell, requirements), scenarios);
  using _lock = lockRig(rig, { command: 'frankbench run' });
  const folder = request.makeFolder();
  using record = new RunRecord(join(folder, recordFileName));
  const opened = openRun(folder, rigName(rig));
  using wire = new WireLog(join(folder, 'wire.ndjson'), () => record.head.lines);
  using times = new TimesFile(folder, clock);
  await using making = new ReportMeanwhile({
    folder,
    requirements: catalogueFile(shell, requirements),
  });
  await using session = new RunSession({
    rig,
    judge,
    recorder: record,
    folder,
    onWire: (event) => wire.write(event),
    ...(request.operator ? { operator: request.operator } : {}),
    ...(fault === undefined ? {} : { fault }),
  });
  const seen = await session.identify();
  const suite = { ...(await request.origin), features: files };
  const entry = runEntry({ root: shell.root, rig, seen, judge, fault, suite });
  record.begin(entry, entry.clock === 'host' ? clock : undefined);
  record.write({ type: 'plan', scenarios });
  record.write(session.chart);
  session.plan = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  const tally = new Tally();
  session.onScenario = (scenario) => times.scenario(scenario);
  session.onStep = () => times.step();
  session.onStepsEnd = () => times.stepsEnd();
  session.onResult = (result) => {
    times.end();
    if (planned >= longRun && rig.link.kind === 'in-process') making.begin();
    tally.add(result);
    request.onResult(result, planned);
  };
  {
    using _entered = enterSession(session);
    for (const part of parts) await runPart(loaded, support, part);
  }
  const counts = tally.counts(planned);
  const verdict = tally.verdict(planned);
  record.write({ type: 'end', verdict: verdict ?? null, counts });
  record.flush();
  opened.conclude({ verdict: verdict ?? null, counts, record: record.head });
  const made = making.end();
  const [{ report, problems }, notKept] = await Promise.all([
    reportOf(made),
    addToHistory(folder, made.digest),
  ]);
  const warnings = [...problems, ...times.problems, ...notKept];
  const ms = watch.now() - began;
  return {
    verdict,
    exitCode: exitCode(verdict),
    counts,
    scenarios: tally.scenarios,
    keys: tally.keys,
    folder,
    report,
    ms,
    warnings,
  };
}

/** Whether the report of a run that is over can be made does not decide on the run. */
async function reportOf({ report }: MadeMeanwhile): Promise<{
  readonly report?: string;
  readonly problems: readonly string[];
}> {
  try {
    return { report: await report, problems: [] };
  } catch (error) {
    const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    const again = '"frankbench report" makes it of the record, which is whole';
    return { problems: [`The report could not be made: ${said}; ${again}.`] };
  }
}
