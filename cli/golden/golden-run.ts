import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type GoldenEntry, loadGolden } from '#bench';
import { BenchError } from '#core';
import { type Model, modelNamed } from '#models';

const golden = await loadGolden();

/** What of a run counts when its pictures are to be accepted. */
export interface GoldenRun {
  readonly folder: string;
  /** The name of its folder. */
  readonly name: string;
  readonly model: Model;
  readonly operator: string | undefined;
  /** The displays that were not as their golden screens, in the order in which they were seen. */
  readonly differing: readonly GoldenEntry[];
}

const opening = z.object({
  type: z.literal('run'),
  meter: z.object({ model: z.string() }),
  rig: z.union([z.string(), z.object({ operator: z.string().nullish() })]),
  operator: z.string().nullish(),
  fault: z.string().nullable(),
});

const line = z.union([opening, golden.goldenEntry]);

/**
 * Reads what a run has to say about golden screens. Errors: `FB_GOLDEN` for a folder that is not that
 * of a run, for a run with a seeded fault, or for one of another format.
 */
export function readGoldenRun(folder: string): GoldenRun {
  const name = basename(folder);
  const lines = linesOf(folder);
  const run = lines.find((one) => one.type === 'run');
  if (!run) throw unreadable(name, new Error('there is no line that says who was tested'));
  if (run.fault !== null) {
    throw new BenchError(
      'FB_GOLDEN',
      `The firmware of ${name} had the fault "${run.fault}" seeded.`,
      {
        hint: 'Accept pictures from a run without --mutate.',
      },
    );
  }
  const operator = run.operator ?? (typeof run.rig === 'string' ? undefined : run.rig.operator);
  return {
    folder,
    name,
    model: modelNamed(run.meter.model),
    operator: operator ?? undefined,
    differing: lines.filter((one) => one.type === 'golden').filter(({ holds }) => !holds),
  };
}

/** The lines that matter here, of what may be very many. */
function linesOf(folder: string): readonly z.infer<typeof line>[] {
  try {
    return readFileSync(join(folder, 'record.ndjson'), 'utf8')
      .split('\n')
      .filter((text) => /"type":"(?:run|golden)"/.test(text))
      .map((text) => line.parse(JSON.parse(text)));
  } catch (cause) {
    throw unreadable(basename(folder), cause);
  }
}

const unreadable = (name: string, cause: unknown): BenchError =>
  new BenchError('FB_GOLDEN', `${name} is no run whose pictures could be accepted.`, {
    hint: 'Name the folder of a run of this version of Frankbench.',
    cause,
  });
