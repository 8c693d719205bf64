import type { RegisterFigures, Screen, Sha256, Verdict } from '#core';
import { compareFiles, type FileDifference } from './compare-files.ts';
import {
  compareMeasurements,
  compareStepTimes,
  type MeasurementDifference,
  type SameTime,
  type StepTimeDifference,
} from './compare-timings.ts';
import type { ScenarioOutline, StepOutline } from './scenario-outline.ts';

/** How a scenario ended, also where it did not come to it. */
export type Ending = Verdict | 'incomplete' | 'not run';

/** The first step in which two runs differ in something, and that of each; `null`: no such step. */
export interface StepDifference<T> {
  readonly step: string;
  readonly first: T | null;
  readonly second: T | null;
}

/** What is not the same in two runs of a scenario; what is the same is left out. */
export interface ScenarioDifference {
  readonly uid: string;
  readonly name: string;
  readonly place: string;
  /** The plan of one run only has it. */
  readonly only?: 'first' | 'second';
  readonly verdict?: {
    readonly first: Ending;
    readonly second: Ending;
    readonly firstReason: string | null;
    readonly secondReason: string | null;
  };
  /** The words of the steps: then the scenario itself was changed. */
  readonly words?: StepDifference<string>;
  readonly screen?: StepDifference<Screen>;
  readonly keys?: StepDifference<readonly string[]>;
  readonly checks?: StepDifference<readonly string[]>;
  readonly measurements?: readonly MeasurementDifference[];
  readonly steps?: readonly StepTimeDifference[];
  readonly files?: readonly FileDifference[];
  readonly registers?: {
    readonly when: 'before' | 'after';
    readonly first: readonly RegisterFigures[] | null;
    readonly second: readonly RegisterFigures[] | null;
  };
}

/** What is needed beside the two outlines. */
export interface Comparing {
  readonly screenOf: (side: 'first' | 'second', sha256: Sha256) => Screen | undefined;
  readonly sameTime: SameTime;
}

/** Compares two runs of one scenario; `undefined` when they are alike. */
export function compareScenarios(
  first: ScenarioOutline,
  second: ScenarioOutline,
  { screenOf, sameTime }: Comparing,
): ScenarioDifference | undefined {
  const { uid, name, place } = second;
  const inStep = <T>(partOf: (step: StepOutline) => T): StepDifference<T> | undefined =>
    firstDifference(first.steps, second.steps, partOf);
  const screen = inStep((step) => step.screens.at(-1)) ?? onTheWay(first.steps, second.steps);
  const measurements = compareMeasurements(first.measurements, second.measurements, sameTime);
  const steps = compareStepTimes(first.steps, second.steps, sameTime);
  const files = compareFiles(first.files, second.files);
  const found = {
    ...ifAny('verdict', verdictDifference(first, second)),
    ...ifAny(
      'words',
      inStep(({ label }) => label),
    ),
    ...ifAny('screen', screen && shown(screen, screenOf)),
    ...ifAny(
      'keys',
      inStep(({ keys }) => keys),
    ),
    ...ifAny(
      'checks',
      inStep(({ checks }) => checks),
    ),
    ...ifAny('measurements', measurements.length > 0 ? measurements : undefined),
    ...ifAny('steps', steps.length > 0 ? steps : undefined),
    ...ifAny('files', files.length > 0 ? files : undefined),
    ...ifAny('registers', registerDifference(first, second)),
  };
  return Object.keys(found).length === 0 ? undefined : { uid, name, place, ...found };
}

const ifAny = <N extends string, T>(name: N, value: T | undefined): Partial<Record<N, T>> =>
  value === undefined ? {} : ({ [name]: value } as Record<N, T>); // a computed key loses its name

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function firstDifference<T>(
  first: readonly StepOutline[],
  second: readonly StepOutline[],
  partOf: (step: StepOutline) => T,
): StepDifference<T> | undefined {
  for (let index = 0; index < Math.max(first.length, second.length); index += 1) {
    const [one, other] = [first[index], second[index]];
    const a = one ? partOf(one) : null;
    const b = other ? partOf(other) : null;
    if (!alike(a, b)) return { step: (one ?? other)?.label ?? '', first: a, second: b };
  }
  return undefined;
}

/** Every step ends with the same display: the first one that differs on the way there. */
function onTheWay(
  first: readonly StepOutline[],
  second: readonly StepOutline[],
): StepDifference<Sha256 | undefined> | undefined {
  const found = firstDifference(first, second, ({ screens }) => screens);
  if (!found) return undefined;
  const [a, b] = [found.first ?? [], found.second ?? []];
  const at = Array.from({ length: Math.max(a.length, b.length) }, (_, index) => index).find(
    (index) => a[index] !== b[index],
  );
  return { step: found.step, first: a[at ?? 0] ?? null, second: b[at ?? 0] ?? null };
}

const shown = (
  { step, first, second }: StepDifference<Sha256 | undefined>,
  screenOf: Comparing['screenOf'],
): StepDifference<Screen> => ({
  step,
  first: screenOf('first', first ?? '') ?? null,
  second: screenOf('second', second ?? '') ?? null,
});

const verdictDifference = (
  a: ScenarioOutline,
  b: ScenarioOutline,
): ScenarioDifference['verdict'] =>
  a.verdict === b.verdict && a.reason === b.reason
    ? undefined
    : {
        first: a.verdict,
        second: b.verdict,
        firstReason: a.reason,
        secondReason: b.reason,
      };

function registerDifference(
  a: ScenarioOutline,
  b: ScenarioOutline,
): ScenarioDifference['registers'] {
  for (const when of ['before', 'after'] as const) {
    const [first = null, second = null] = [a.registers[when], b.registers[when]];
    if (!alike(first, second)) return { when, first, second };
  }
  return undefined;
}
