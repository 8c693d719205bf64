import type { Meter, Millis } from '#core';
import type { Bench } from './bench.ts';

export interface MeasuredWait {
  /** What is waited for, in the words of the record. */
  readonly what: string;
  readonly limit: Millis;
  /** How long to wait between two looks: the measurement is no sharper than that. */
  readonly every: Millis;
  /** Looks whether it has happened; a look may take time. */
  readonly happened: () => boolean | Promise<boolean>;
}

/** What a measurement needs of a bench: its meter's time, its display, and its record. */
export interface Measurer extends Pick<Bench, 'awaitFrame' | 'note'> {
  readonly meter: Pick<Meter, 'now'>;
}

/** How long something took, between the last look that did not see it and the first that did. */
export interface Measurement {
  readonly what: string;
  readonly limitMs: Millis;
  /** It took longer than this: when the last look in vain began. 0 where the first look saw it. */
  readonly longerThanMs: Millis;
  /** It took no longer than this; `null` when it has not happened. */
  readonly atMostMs: Millis | null;
  readonly verdict: 'within' | 'beyond' | 'inconclusive';
}

/**
 * Waits for something that takes the meter time, measures how long, and judges it by a limit: in
 * virtual time on an emulator, by the host's clock on a machine. Between looks the display is
 * watched, and every frame on the way is judged.
 */
export async function measuredWait(bench: Measurer, wait: MeasuredWait): Promise<Measurement> {
  const { what, limit, every, happened } = wait;
  const { meter } = bench;
  const start = meter.now();
  let vain: Millis | undefined;
  let seen: Millis | undefined;
  while (seen === undefined && (vain ?? 0) < limit) {
    if (vain !== undefined) {
      const left = start + limit - meter.now();
      await bench.awaitFrame(Math.max(1, Math.min(every, left)));
    }
    const began = meter.now() - start;
    if (await happened()) seen = meter.now() - start;
    else vain = began;
  }
  const measured: Measurement = {
    what,
    limitMs: limit,
    longerThanMs: vain ?? 0,
    atMostMs: seen ?? null,
    verdict: verdictOf(limit, vain ?? 0, seen),
  };
  bench.note({ type: 'measurement', ...measured });
  return measured;
}

function verdictOf(
  limit: Millis,
  longerThan: Millis,
  atMost: Millis | undefined,
): Measurement['verdict'] {
  if (atMost === undefined) return 'beyond';
  if (atMost <= limit) return 'within';
  return longerThan >= limit ? 'beyond' : 'inconclusive';
}
