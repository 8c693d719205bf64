import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock, Millis, PlannedScenario } from '#core';

export const timesFileName = 'times.ndjson';

const timesSchema = z.strictObject({
  id: z.string(),
  uid: z.string(),
  /** When the scenario began: milliseconds since 1970 by the host's clock. */
  beganMs: z.number(),
  /** How long it took in all, with opening and closing its meter. */
  ms: z.number(),
  /** How long each step took, in their order. */
  steps: z.array(z.number()),
});

/** How long a scenario took by the host's clock. */
export type ScenarioTimes = z.infer<typeof timesSchema>;

/**
 * Writes down beside the record how long scenarios and steps take by the host's clock, a line each as
 * it ends: the record of an emulated meter holds no time of the host. A run does not end because this
 * cannot be written: `problems` says why, and the rest is left out.
 */
export class TimesFile implements Disposable {
  readonly problems: string[] = [];
  readonly #clock: Pick<Clock, 'now'>;
  #file: number | undefined;
  #going: { readonly id: string; readonly uid: string; readonly beganMs: Millis } | undefined;
  #steps: Millis[] = [];
  #stepBegan: Millis | undefined;

  constructor(folder: string, clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
    this.#attempt(() => {
      this.#file = openSync(join(folder, timesFileName), 'ax');
    });
  }

  scenario({ id, uid }: Pick<PlannedScenario, 'id' | 'uid'>): void {
    this.#going = { id, uid, beganMs: this.#clock.now() };
    this.#steps = [];
    this.#stepBegan = undefined;
  }

  /** A step begins; the one before has ended. */
  step(): void {
    this.stepsEnd();
    this.#stepBegan = this.#clock.now();
  }

  /** No step goes on any more. */
  stepsEnd(): void {
    if (this.#stepBegan !== undefined) this.#steps.push(this.#clock.now() - this.#stepBegan);
    this.#stepBegan = undefined;
  }

  /** The scenario has ended. */
  end(): void {
    const going = this.#going;
    const file = this.#file;
    if (!going || file === undefined) return;
    const ms = this.#clock.now() - going.beganMs;
    const times: ScenarioTimes = { ...going, ms, steps: this.#steps };
    this.#going = undefined;
    this.#attempt(() => writeSync(file, `${JSON.stringify(times)}\n`));
  }

  [Symbol.dispose](): void {
    const file = this.#file;
    this.#file = undefined;
    if (file !== undefined) closeSync(file);
  }

  #attempt(write: () => void): void {
    try {
      write();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.problems.push(`How long the scenarios took cannot be written down: ${why}.`);
      this[Symbol.dispose]();
    }
  }
}

/**
 * Reads how long the scenarios of a run took, in their order. A run without the file has no times; a
 * line that is torn or none of ours ends the reading, and the scenarios from there on have none.
 */
export function readTimes(folder: string): readonly ScenarioTimes[] {
  const times: ScenarioTimes[] = [];
  for (const line of textOf(join(folder, timesFileName)).split('\n')) {
    const read = timesIn(line);
    if (!read) break;
    times.push(read);
  }
  return times;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function timesIn(line: string): ScenarioTimes | undefined {
  try {
    return timesSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
