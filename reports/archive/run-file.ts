import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BenchError } from '#core';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const verdict = z.enum(['passed', 'skipped', 'inconclusive', 'failed', 'error']);
const count = z.int().nonnegative();

/**
 * `run.json`: the place of a run in the world. The record beside it is what happened at the meter, and
 * the same for the same seed; here is when, on which host, and after which other run of the rig.
 */
export const runFileSchema = z.strictObject({
  version: z.literal(2),
  id: z.uuid(),
  rig: z.string().min(1),
  /** The how manieth run on this rig, from 1, broken ones too. */
  number: z.int().positive(),
  /** The run before on this rig, and its `run.json` as it was when this one began. */
  previous: z.strictObject({ number: z.int().positive(), id: z.uuid(), sha256 }).nullable(),
  /** `open`: it goes on, or was killed. */
  state: z.enum(['open', 'concluded']),
  /** By the host's clock, UTC. */
  began: z.iso.datetime(),
  ended: z.iso.datetime().nullable(),
  host: z.strictObject({
    os: z.string(),
    kernel: z.string(),
    arch: z.string(),
    /** The process that runs it; older files have none. */
    pid: z.int().positive().optional(),
    /** Where the host's time is from. */
    clock: z.string(),
  }),
  verdict: verdict.nullable(),
  exitCode: z.int().nullable(),
  counts: z
    .strictObject({
      passed: count,
      failed: count,
      error: count,
      inconclusive: count,
      skipped: count,
      'not run': count,
    })
    .nullable(),
  /** How many lines the record has, and the SHA-256 of the last. */
  record: z.strictObject({ lines: count, head: sha256 }).nullable(),
});

export type RunFile = z.infer<typeof runFileSchema>;

export const runFileName = 'run.json';
export const recordFileName = 'record.ndjson';

/** Reads the `run.json` of a run's folder. Errors: `FB_RUN_RECORD`. */
export const readRunFile = (folder: string): RunFile => readRunFileAt(join(folder, runFileName));

/** Reads a `run.json`, whatever its name. Errors: `FB_RUN_RECORD`. */
export function readRunFileAt(path: string): RunFile {
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new BenchError('FB_RUN_RECORD', `Cannot read ${path}.`, {
      hint: 'Name the folder of a run below runs/.',
      cause,
    });
  }
  const parsed = runFileSchema.safeParse(read);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new BenchError(
    'FB_RUN_RECORD',
    `${path} is not of a run: ${issue?.path.join('.') || '(top)'}: ${issue?.message}`,
    { hint: 'It was changed, or is of another version.' },
  );
}

/** The text of `run.json`. */
export const runFileText = (run: RunFile): string => `${JSON.stringify(run, undefined, 2)}\n`;

/** Writes it so that a reader finds the old text or the new one, whole. */
export function writeRunFile(folder: string, run: RunFile): string {
  const path = join(folder, runFileName);
  const text = runFileText(run);
  try {
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  } catch (cause) {
    throw new BenchError('FB_RUN_RECORD', `Cannot write ${path}.`, {
      hint: 'Is the folder writable, and is there space on the disk?',
      cause,
    });
  }
  return text;
}
