import type { MeasurementEntry, Millis } from '#core';
import { pairUp } from './pair-up.ts';
import type { StepOutline } from './scenario-outline.ts';

/** A measurement that came out otherwise, or that one of the runs does not have. */
export interface MeasurementDifference {
  readonly what: string;
  readonly first: Measured | null;
  readonly second: Measured | null;
}

export type Measured = Pick<MeasurementEntry, 'limitMs' | 'longerThanMs' | 'atMostMs' | 'verdict'>;

/** A step that took another time by the clock of the meter. */
export interface StepTimeDifference {
  readonly step: string;
  readonly firstMs: Millis;
  readonly secondMs: Millis;
}

/** Whether two times are the same as far as anybody can tell. */
export type SameTime = (a: Millis, b: Millis) => boolean;

/** Virtual time is exact. */
export const exactly: SameTime = (a, b) => a === b;

/** A machine takes a little more or less each time: up to a second, or a fifth. */
export const roughly: SameTime = (a, b) => Math.abs(a - b) <= Math.max(1000, Math.max(a, b) / 5);

export const compareMeasurements = (
  first: readonly MeasurementEntry[],
  second: readonly MeasurementEntry[],
  same: SameTime,
): readonly MeasurementDifference[] =>
  pairUp(first, second, ({ what }) => what).flatMap(([a, b]) =>
    a && b && alike(a, b, same)
      ? []
      : [{ what: (a ?? b)?.what ?? '', first: measured(a), second: measured(b) }],
  );

const alike = (a: Measured, b: Measured, same: SameTime): boolean =>
  a.verdict === b.verdict &&
  a.limitMs === b.limitMs &&
  same(a.longerThanMs, b.longerThanMs) &&
  (a.atMostMs === null || b.atMostMs === null
    ? a.atMostMs === b.atMostMs
    : same(a.atMostMs, b.atMostMs));

const measured = (entry: MeasurementEntry | undefined): Measured | null =>
  entry
    ? {
        limitMs: entry.limitMs,
        longerThanMs: entry.longerThanMs,
        atMostMs: entry.atMostMs,
        verdict: entry.verdict,
      }
    : null;

/** Compares how long the steps took that stand at the same place and are the same. */
export const compareStepTimes = (
  first: readonly StepOutline[],
  second: readonly StepOutline[],
  same: SameTime,
): readonly StepTimeDifference[] =>
  first.flatMap(({ label, meterMs }, index) => {
    const other = second[index];
    if (other?.label !== label || same(meterMs, other.meterMs)) return [];
    return [{ step: label, firstMs: meterMs, secondMs: other.meterMs }];
  });
