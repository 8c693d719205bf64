import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  BenchError,
  type Capability,
  type ChartEntry,
  capabilities,
  isMeterFault,
  type Meter,
  type PlannedScenario,
  redactSecrets,
  type Verdict,
} from '#core';
import type { Model } from '#models';
import { families, modelNamed } from '#models/any-machine';
import { type OnWire, type Rig, type RigIdentity, RigSession } from '#rigs';
import { Bench, type Judge } from './bench.ts';
import { nothingSpent, tooDear, withinBudgets } from './budgets.ts';
import { KeptFiles } from './kept-files.ts';
import type { Operator } from './operator.ts';
import type { PlanStore } from './planner.ts';
import type { Recorder } from './run-record.ts';
import { type Specification, specificationOf } from './shadow-model.ts';

export interface RunSessionOptions {
  readonly rig: Rig;
  readonly judge: Judge;
  readonly fault?: string;
  readonly recorder: Recorder;
  /** The run's folder; what scenarios leave behind goes into `artifacts/` there. Nothing is kept when not given. */
  readonly folder?: string;
  /** Who can be asked what no rig sees. */
  readonly operator?: Operator;
  /** Told of all that goes over the link of the rig. */
  readonly onWire?: OnWire;
  /** The folder of the golden screens; those that come along when not given. */
  readonly goldens?: string;
  /** The scenarios after the first result of which this is true are skipped. */
  readonly endAt?: (result: ScenarioResult) => boolean;
}

/** A scenario that is about to run. */
export type ScenarioInfo = Pick<PlannedScenario, 'id' | 'name' | 'tags'>;

/** How a scenario ended. */
export interface ScenarioResult extends ScenarioInfo {
  readonly verdict: Verdict;
  /** Why it was skipped, failed or broke; `null` for a pass. */
  readonly reason: string | null;
  readonly keys: number;
}

/**
 * A run on one rig: opens a meter for each scenario, and keeps what came of them. The verdict of a
 * scenario follows from who is to blame: the meter (`failed`) or the rig and the bench (`error`).
 * The link of the rig stays open until the session is closed.
 */
export class RunSession implements AsyncDisposable {
  readonly options: RunSessionOptions;
  readonly model: Model;
  /** Called as each scenario begins. */
  onScenario: (scenario: PlannedScenario) => void = () => undefined;
  /** Called as each step begins, and once the last one of a scenario has ended. */
  onStep: () => void = () => undefined;
  onStepsEnd: () => void = () => undefined;
  /** Called as each scenario ends: the session keeps nothing of those that are over. */
  onResult: (result: ScenarioResult) => void = () => undefined;
  /** What is to run, by where it stands; a scenario that is not in it is recorded with what is known. */
  plan: ReadonlyMap<string, PlannedScenario> = new Map();
  readonly #specification: Specification;
  readonly #rig: RigSession;
  readonly #spent = nothingSpent();
  readonly #plans: PlanStore = new Map();
  readonly #files: KeptFiles | undefined;
  #meter: Meter | undefined;
  #bench: Bench | undefined;
  #scenario: ScenarioInfo | undefined;
  #steps = 0;
  /** How many have ended. */
  #scenarios = 0;
  #ended = false;

  constructor(options: RunSessionOptions) {
    this.options = options;
    this.model = modelNamed(options.rig.meter.model);
    this.#specification = specificationOf(this.model);
    const { folder } = options;
    this.#files = folder === undefined ? undefined : new KeptFiles(folder, 'artifacts/files');
    const { rig, recorder } = options;
    this.#rig = new RigSession(rig, {
      onLink: (event) => recorder.write({ type: 'link', ...event }),
      ...(options.onWire ? { onWire: options.onWire } : {}),
    });
  }

  /** The chart that is judged by, for the record. */
  get chart(): ChartEntry {
    return this.#specification.graph.entry;
  }

  /**
   * Who is in the slot, as the rig controller says; `undefined` for an emulated meter in this process.
   * Errors: those of the link, FB_RIG_METER.
   */
  async identify(): Promise<RigIdentity | undefined> {
    return this.options.rig.link.kind === 'in-process' ? undefined : this.#rig.identify();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#rig[Symbol.asyncDispose]();
  }

  /** Opens a meter for a scenario. A string is the reason for which this rig cannot run it. */
  async open(scenario: ScenarioInfo): Promise<Bench | string> {
    const { judge, fault, recorder, folder, goldens } = this.options;
    this.#scenario = scenario;
    this.#steps = 0;
    const planned = this.plan.get(scenario.id) ?? unplanned(scenario);
    this.onScenario(planned);
    recorder.write({ type: 'scenario', ...planned });
    if (this.#ended) return 'the run has ended before';
    const others = familiesOf(scenario.tags);
    if (others.length > 0 && !others.includes(this.model.family)) {
      return `it is for ${others.join(', ')}; the machine on this rig is "${this.model.name}"`;
    }
    const rig = speaking(this.options.rig, this.model, scenario.tags);
    const { budgets } = rig;
    const dear = tooDear(budgets, this.#spent, scenario.tags);
    if (dear !== undefined) return dear;
    const opened = await this.#rig.open(rig, fault === undefined ? {} : { fault });
    if (typeof opened === 'string') return opened;
    this.#meter = budgets ? withinBudgets(opened, budgets, this.#spent, scenario.tags) : opened;
    const missing = missingCapabilities(scenario.tags, this.#abilities(this.#meter));
    if (missing.length > 0) return `the rig has no ${missing.join(', ')}`;
    const { model: _name, ...installation } = rig.meter;
    this.#bench = new Bench({
      meter: this.#meter,
      model: this.model,
      memory: this.model.factoryMemory({ ...installation, serial: this.#meter.identity.serial }),
      credentials: { supervisor: installation.supervisorPin },
      specification: this.#specification,
      judge,
      recorder,
      plans: this.#plans,
      ...(this.#files ? { files: this.#files } : {}),
      ...(this.options.operator ? { operator: this.options.operator } : {}),
      goldens: {
        scenario: this.#scenarios + 1,
        ...(folder === undefined ? {} : { artifacts: join(folder, 'artifacts') }),
        ...(goldens === undefined ? {} : { folder: goldens }),
      },
      ...(rig.pc ? { remoteAccounts: rig.pc.accounts } : {}),
    });
    await this.#bench.begin();
    await this.#bench.noteRegisters('before');
    return this.#bench;
  }

  /** What can be done here: by the rig, and by the person at it. */
  #abilities({ capabilities }: Meter): ReadonlySet<Capability> {
    return this.options.operator ? new Set([...capabilities, 'operator']) : capabilities;
  }

  /** A step begins; PINs in its text are not written down. */
  step(keyword: string, text: string): void {
    this.#steps += 1;
    this.onStep();
    const { recorder } = this.options;
    recorder.write({ type: 'step', keyword, text: redactSecrets(text) });
    // A run that is killed leaves all but the step that it was in.
    recorder.flush();
  }

  /** Ends the scenario: closes its meter, keeps its stick, writes its verdict. */
  async close(end: { readonly error?: unknown; readonly skipped?: string }): Promise<void> {
    const scenario = this.#scenario;
    const meter = this.#meter;
    if (!scenario) return;
    this.onStepsEnd();
    const keys = this.#bench?.keyCount ?? 0;
    await this.#noteRegisters();
    this.#scenario = undefined;
    this.#meter = undefined;
    this.#bench = undefined;
    let outcome = verdictOf(end);
    await this.#keepStick(meter, outcome.verdict);
    if (outcome.verdict === 'passed' && this.#steps === 0) outcome = nothingExercised;
    try {
      await meter?.[Symbol.asyncDispose]();
    } catch (error) {
      // First cause wins: a failure to close counts only where nothing failed before.
      if (outcome.verdict === 'passed') outcome = verdictOf({ error });
    }
    const result = { ...scenario, ...outcome, keys };
    this.options.recorder.write({ type: 'verdict', id: scenario.id, ...outcome });
    this.options.recorder.flush();
    this.#scenarios += 1;
    this.#ended ||= this.options.endAt?.(result) ?? false;
    this.onResult(result);
  }

  /** Best effort: whether they can still be read does not decide on the verdict. */
  async #noteRegisters(): Promise<void> {
    await this.#bench?.noteRegisters('after').catch(() => undefined);
  }

  async #keepStick(meter: Meter | undefined, verdict: Verdict): Promise<void> {
    const { folder, rig } = this.options;
    // Over a link an image takes longer than the scenario.
    if (rig.link.kind !== 'in-process' && verdict !== 'failed') return;
    const stick = meter?.stick;
    const place = this.#scenarios + 1;
    if (folder === undefined || !stick?.save || stick.place() === 'host') return;
    const artifacts = join(folder, 'artifacts');
    mkdirSync(artifacts, { recursive: true });
    const path = join(artifacts, `stick-${String(place).padStart(4, '0')}.img`);
    try {
      await stick.save(path);
    } catch (error) {
      // The verdict stands without it.
      const reason = error instanceof Error ? error.message : String(error);
      this.options.recorder.write({ type: 'stick-not-kept', reason });
    }
  }
}

const unplanned = (scenario: ScenarioInfo): PlannedScenario => ({
  ...scenario,
  uid: scenario.id,
  feature: '',
  rule: null,
});

/** The rig with its machine in the language that a scenario asks for. */
function speaking(rig: Rig, { name, languages = [] }: Model, tags: readonly string[]): Rig {
  const wanted = tags.flatMap((tag) => /^@language:(.+)$/.exec(tag)?.[1] ?? []).at(-1);
  if (wanted === undefined) return rig;
  const language = languages.find((one) => one === wanted);
  if (language) return { ...rig, meter: { ...rig.meter, language } };
  throw new BenchError('FB_FEATURE_FILE', `An ${name} has no @language:${wanted}.`, {
    hint: `It has: ${languages.join(', ') || 'one language only'}.`,
  });
}

/** The families of machines that a scenario is for; none: for every machine. */
const familiesOf = (tags: readonly string[]): readonly string[] =>
  families.filter((family) => tags.includes(`@${family}`));

function missingCapabilities(
  tags: readonly string[],
  abilities: ReadonlySet<Capability>,
): readonly string[] {
  const wanted = tags.flatMap((tag) => /^@requires:(.+)$/.exec(tag)?.[1] ?? []);
  const known: readonly string[] = capabilities;
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new BenchError('FB_FEATURE_FILE', `Unknown capability: @requires:${unknown[0]}.`, {
      hint: `Known: ${known.join(', ')}.`,
    });
  }
  return wanted.filter((name) => !abilities.has(name as Capability));
}

const nothingExercised = { verdict: 'inconclusive', reason: 'the scenario has no steps' } as const;

function verdictOf(end: {
  readonly error?: unknown;
  readonly skipped?: string;
}): Pick<ScenarioResult, 'verdict' | 'reason'> {
  if (end.skipped !== undefined) return { verdict: 'skipped', reason: end.skipped };
  if (end.error === undefined || end.error === null) return { verdict: 'passed', reason: null };
  const { error } = end;
  if (error instanceof BenchError) {
    if (error.code === 'FB_RIG_BUDGET') return { verdict: 'skipped', reason: error.message };
    return {
      verdict: isMeterFault(error.code) ? 'failed' : 'error',
      reason: redactSecrets(error.message),
    };
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { verdict: 'error', reason: redactSecrets(reason) };
}

let current: RunSession | undefined;

/**
 * Makes a session the one that step definitions find. The test runner hands its support code JSON
 * only, and runs it in this process one scenario at a time, so the session waits here.
 */
export function enterSession(session: RunSession): Disposable {
  current = session;
  return {
    [Symbol.dispose]: () => {
      current = undefined;
    },
  };
}

/** The session that is running. Errors: `FB_USAGE` when the runner was started by hand. */
export function currentSession(): RunSession {
  if (current) return current;
  throw new BenchError('FB_USAGE', 'No run is going on.', {
    hint: 'Features are run by "frankbench run", not by cucumber-js.',
  });
}
