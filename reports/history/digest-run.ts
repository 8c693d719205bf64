import { statSync } from 'node:fs';
import { join } from 'node:path';
import {
  BenchError,
  type MeasurementEntry,
  type Millis,
  type PlannedScenario,
  type RecordLine,
  type RunEntry,
  type Verdict,
} from '#core';
import { type RunFile, readRunFile, recordFileName } from '../archive/run-file.ts';
import { readTimes } from '../archive/times-file.ts';
import { distinctUids } from '../record/distinct-uids.ts';
import { MeterTime } from '../record/meter-time.ts';
import { type SkimmedLine, skimLines } from '../record/skim-lines.ts';

/** One step of a scenario, with how long it took by the meter's clock and by the host's. */
export interface StepDigest {
  readonly uid: string;
  /** Its place in the scenario, from 1. */
  readonly place: number;
  readonly step: string;
  readonly meterMs: Millis;
  readonly hostMs: Millis | null;
}

/** How a scenario went in a run. */
export interface AttemptDigest {
  readonly uid: string;
  /** `incomplete`: the run was cut off in the middle of it. */
  readonly verdict: Verdict | 'incomplete';
  readonly reason: string | null;
  readonly keys: number;
  readonly meterMs: Millis;
  readonly hostMs: Millis | null;
  readonly measurements: readonly MeasurementEntry[];
}

/** What history keeps of a run. */
export interface RunDigest {
  /** The name of its folder in the archive. */
  readonly folder: string;
  readonly file: RunFile;
  readonly run: RunEntry;
  readonly recordBytes: number;
  /** All that should run, and what was run beyond it; their uids are distinct. */
  readonly scenarios: readonly PlannedScenario[];
  readonly planned: number;
  readonly attempts: readonly AttemptDigest[];
  /** The slowest ones of the run, by either clock. */
  readonly slowest: readonly StepDigest[];
}

/** How many steps of a run are kept by each clock. */
const slowestKept = 50;

/**
 * Reads what history keeps of the run in a folder, its record line by line. A run that goes on or was
 * killed is read as far as it came. Errors: `FB_RUN_RECORD`.
 */
export function digestRun(archive: string, folder: string): RunDigest {
  const path = join(archive, folder, recordFileName);
  // A record that is not there is named before anything is read.
  sizeOf(path);
  const digest = new Digest();
  for (const line of skimLines(path)) digest.take(line);
  return digest.of(archive, folder);
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch (cause) {
    throw new BenchError('FB_RUN_RECORD', `Cannot read the run record ${path}.`, {
      hint: 'The folder of a run holds its record; this one is not whole.',
      cause,
    });
  }
}

/** A step or an attempt before it is known how long it took on the host. */
type Untimed<Timed> = Omit<Timed, 'hostMs'>;

interface Going {
  readonly uid: string;
  readonly time: MeterTime;
  readonly measurements: MeasurementEntry[];
  keys: number;
  meterMs: Millis;
  steps: number;
}

/** What history keeps of a run, from the lines of its record one after the other. */
export class Digest {
  readonly #scenarios = new Map<string, PlannedScenario>();
  readonly #attempts: Untimed<AttemptDigest>[] = [];
  readonly #distinct = distinctUids();
  readonly #steps: Untimed<StepDigest>[] = [];
  #run: RunEntry | undefined;
  #planned = 0;
  #going: Going | undefined;
  #step: { readonly text: string; readonly fromMs: Millis } | undefined;

  take(line: SkimmedLine | RecordLine): void {
    const going = this.#going;
    switch (line.type) {
      case 'run':
        this.#run = line;
        return;
      case 'plan':
        this.#plan(line.scenarios);
        return;
      case 'scenario':
        this.#finish('incomplete', null);
        this.#begin(line);
        return;
      case 'step':
        this.#endStep();
        this.#step = { text: `${line.keyword} ${line.text}`, fromMs: going?.meterMs ?? 0 };
        return;
      case 'key':
        if (going) going.keys += 1;
        return;
      case 'frame':
      case 'time':
        if (going) going.meterMs += going.time.take(line);
        return;
      case 'measurement':
        going?.measurements.push(line);
        return;
      case 'verdict':
        this.#finish(line.verdict, line.reason);
        return;
      default:
    }
  }

  /**
   * All of it, once every line was taken: with what the folder says of how the run stands, and of how
   * long everything took on the host. Errors: `FB_RUN_RECORD`.
   */
  of(archive: string, folder: string): RunDigest {
    const path = join(archive, folder, recordFileName);
    const file = readRunFile(join(archive, folder));
    const recordBytes = sizeOf(path);
    this.#finish('incomplete', null);
    const run = this.#run;
    if (!run) {
      throw new BenchError('FB_RUN_RECORD', `The record ${path} has no beginning.`, {
        hint: 'The run was ended before anything was tested; its folder is of no use.',
      });
    }
    const distinct = distinctUids();
    const times = new Map(
      readTimes(join(archive, folder)).map((one) => [distinct(one.uid), one] as const),
    );
    return {
      folder,
      file,
      run,
      recordBytes,
      planned: this.#planned,
      scenarios: [...this.#scenarios.values()],
      attempts: this.#attempts.map((attempt) => ({
        ...attempt,
        hostMs: times.get(attempt.uid)?.ms ?? null,
      })),
      slowest: slowestOf(
        this.#steps.map((step) => ({
          ...step,
          hostMs: times.get(step.uid)?.steps[step.place - 1] ?? null,
        })),
      ),
    };
  }

  #plan(scenarios: readonly PlannedScenario[]): void {
    const distinct = distinctUids();
    this.#planned = scenarios.length;
    for (const one of scenarios) {
      const uid = distinct(one.uid);
      this.#scenarios.set(uid, { ...one, uid });
    }
  }

  #begin({ id, uid: said, name, tags, feature, rule }: PlannedScenario): void {
    const uid = this.#distinct(said);
    if (!this.#scenarios.has(uid)) {
      this.#scenarios.set(uid, { id, uid, name, tags, feature, rule });
    }
    const time = new MeterTime();
    this.#going = { uid, time, measurements: [], keys: 0, meterMs: 0, steps: 0 };
  }

  #endStep(): void {
    const going = this.#going;
    const step = this.#step;
    this.#step = undefined;
    if (!going || !step) return;
    going.steps += 1;
    const { uid, steps: place, meterMs } = going;
    this.#steps.push({ uid, place, step: step.text, meterMs: meterMs - step.fromMs });
  }

  #finish(verdict: AttemptDigest['verdict'], reason: string | null): void {
    this.#endStep();
    const going = this.#going;
    this.#going = undefined;
    if (!going) return;
    const { uid, keys, meterMs, measurements } = going;
    this.#attempts.push({ uid, verdict, reason, keys, meterMs, measurements });
  }
}

/** The slowest by each clock; steps that took no time by a clock are not slow by it. */
function slowestOf(steps: readonly StepDigest[]): readonly StepDigest[] {
  const most = (clock: 'meterMs' | 'hostMs'): readonly StepDigest[] =>
    steps
      .filter((step) => (step[clock] ?? 0) > 0)
      .sort((a, b) => (b[clock] ?? 0) - (a[clock] ?? 0))
      .slice(0, slowestKept);
  return [...new Set([...most('meterMs'), ...most('hostMs')])];
}
