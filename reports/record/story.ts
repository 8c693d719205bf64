import {
  BenchError,
  type ChartEntry,
  type EndEntry,
  type Millis,
  type PlannedScenario,
  type RecordLine,
  type RegisterFigures,
  type RunEntry,
  type Screen,
  type Sha256,
  type Verdict,
} from '#core';
import { newState, type RecordState, readLines } from './read-lines.ts';
import type { GoesOn } from './text-lines.ts';

/** A step with all that happened in it, in order. */
export interface StepStory {
  readonly keyword: string;
  readonly text: string;
  readonly failed: boolean;
  /** The number of its own line. */
  readonly from: number;
  /** Keys, frames, states, waits, checks, files … of the step. */
  readonly lines: readonly RecordLine[];
  /** The display as the step ended; left out while nothing was seen. */
  readonly screen: Sha256 | undefined;
  /** When it began by the host's clock; only in records of machines. */
  readonly began: Millis | undefined;
}

/** A scenario as the record tells it. */
export interface ScenarioStory extends PlannedScenario {
  /** Its place in the run, from 1. */
  readonly place: number;
  /** `incomplete`: the run was cut off in the middle of it. */
  readonly verdict: Verdict | 'incomplete';
  readonly reason: string | null;
  /** What happened before the first step. */
  readonly opening: readonly RecordLine[];
  readonly steps: readonly StepStory[];
  readonly before: readonly RegisterFigures[] | undefined;
  readonly after: readonly RegisterFigures[] | undefined;
  /** The numbers of its first and last lines. */
  readonly from: number;
  readonly to: number;
  /** When these two were written, by the host's clock; only in records of machines. */
  readonly began: Millis | undefined;
  readonly ended: Millis | undefined;
}

/** A run as its record tells it, read scenario by scenario. */
export interface RunStory {
  readonly run: RunEntry;
  readonly plan: readonly PlannedScenario[];
  readonly chart: ChartEntry | undefined;
  /** Every screen up to the scenario that was read last. */
  readonly screens: ReadonlyMap<Sha256, Screen>;
  /** Lets go of a screen that is told of already, so that memory does not grow with the run. */
  forget(screen: Sha256): void;
  /** Can be gone through once, to its end; then `end` and `state` are known. */
  readonly scenarios: Iterable<ScenarioStory>;
  /** The last line of a run that was concluded. */
  readonly end: EndEntry | undefined;
  readonly state: Readonly<RecordState>;
}

export interface StoryOptions {
  /** Whether a record is still written; it is told to its end when it is no more. */
  readonly goesOn?: GoesOn;
  /** Hears every line as it is read. */
  readonly onLine?: (line: RecordLine) => void;
  /** Called when there are no more. */
  readonly onEnd?: () => void;
}

/**
 * Opens a run record for a report, also one that is being written. Memory holds one scenario at a time,
 * and each screen once. Errors: `FB_RUN_RECORD`.
 */
export function openStory(path: string, { goesOn, ...hearing }: StoryOptions = {}): RunStory {
  const state = newState();
  const lines = heard(readLines(path, state, goesOn), hearing);
  const screens = new Map<Sha256, Screen>();
  const first = lines.next();
  if (first.done) {
    throw new BenchError('FB_RUN_RECORD', `${path} has no whole line.`, {
      hint: 'The run was cut off before it was known what is tested: nothing can be told of it.',
    });
  }
  // The reader has looked at the first line.
  const run = first.value as RunEntry;
  let plan: readonly PlannedScenario[] = [];
  let chart: ChartEntry | undefined;
  let end: EndEntry | undefined;
  let held: RecordLine | undefined;
  for (let next = lines.next(); !next.done; next = lines.next()) {
    const line = next.value;
    if (line.type === 'screen') screens.set(line.sha256, line.screen);
    if (line.type === 'plan') plan = line.scenarios;
    if (line.type === 'chart') chart = line;
    if (line.type === 'end') end = line;
    if (line.type !== 'scenario') continue;
    held = line;
    break;
  }
  function* scenarios(): Generator<ScenarioStory> {
    let place = 0;
    let building: Building | undefined;
    const begin = (line: RecordLine): Building => {
      place += 1;
      return beginning(line, place);
    };
    if (held) building = begin(held);
    for (const line of lines) {
      if (line.type === 'screen') screens.set(line.sha256, line.screen);
      if (line.type === 'end') end = line;
      if (line.type === 'scenario') {
        if (building) yield finished(building);
        building = begin(line);
      } else if (building) {
        take(building, line);
        if (line.type !== 'verdict') continue;
        yield finished(building);
        building = undefined;
      }
    }
    if (building) yield finished(building);
  }
  return {
    run,
    plan,
    chart,
    screens,
    forget: (screen) => void screens.delete(screen),
    scenarios: scenarios(),
    get end() {
      return end;
    },
    state,
  };
}

interface BuildingStep {
  keyword: string;
  text: string;
  failed: boolean;
  readonly from: number;
  lines: RecordLine[];
  screen: Sha256 | undefined;
  readonly began: Millis | undefined;
}

interface Building {
  readonly scenario: PlannedScenario;
  readonly place: number;
  readonly from: number;
  to: number;
  readonly began: Millis | undefined;
  ended: Millis | undefined;
  verdict: Verdict | 'incomplete';
  reason: string | null;
  screen: Sha256 | undefined;
  before: readonly RegisterFigures[] | undefined;
  after: readonly RegisterFigures[] | undefined;
  readonly opening: RecordLine[];
  readonly steps: BuildingStep[];
}

function beginning(line: RecordLine, place: number): Building {
  if (line.type !== 'scenario') throw new TypeError(`a scenario does not begin with ${line.type}`);
  const { id, uid, name, tags, feature, rule, seq, t } = line;
  return {
    scenario: { id, uid, name, tags, feature, rule },
    place,
    from: seq,
    to: seq,
    began: t,
    ended: t,
    verdict: 'incomplete',
    reason: null,
    screen: undefined,
    before: undefined,
    after: undefined,
    opening: [],
    steps: [],
  };
}

function take(building: Building, line: RecordLine): void {
  building.to = line.seq;
  building.ended = line.t;
  const step = building.steps.at(-1);
  switch (line.type) {
    case 'screen':
      return;
    case 'step':
      building.steps.push({
        keyword: line.keyword,
        text: line.text,
        failed: false,
        from: line.seq,
        lines: [],
        screen: building.screen,
        began: line.t,
      });
      return;
    case 'step-failed':
      if (step) step.failed = true;
      return;
    case 'verdict':
      building.verdict = line.verdict;
      building.reason = line.reason;
      return;
    case 'registers':
      building[line.when] = line.meters;
      return;
    case 'frame':
      building.screen = line.screen;
      if (step) step.screen = line.screen;
      break;
    default:
  }
  (step?.lines ?? building.opening).push(line);
}

const finished = ({ scenario, screen: _screen, ...told }: Building): ScenarioStory => ({
  ...scenario,
  ...told,
});

function* heard(
  lines: Iterable<RecordLine>,
  { onLine, onEnd }: Pick<StoryOptions, 'onLine' | 'onEnd'>,
): Generator<RecordLine, void> {
  for (const line of lines) {
    onLine?.(line);
    yield line;
  }
  onEnd?.();
}
