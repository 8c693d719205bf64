import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BenchError } from '#core';

const acceptance = z.strictObject({
  /** Where the golden screen is kept: `is400/Account List`. */
  golden: z.string(),
  /** Of its picture. */
  sha256: z.string(),
  /** The name of the folder of the run that showed it. */
  run: z.string(),
  /** The day, as the host had it: `2026-01-05`. */
  date: z.string(),
  by: z.string(),
});

const log = z.strictObject({ version: z.literal(1), accepted: z.array(acceptance) });

/** Who took which picture as right, from which run, and when. */
export type Acceptance = z.infer<typeof acceptance>;

/** All that was ever accepted, the oldest first. Errors: `FB_GOLDEN`. */
export function readAcceptances(folder: string): readonly Acceptance[] {
  const path = pathOf(folder);
  if (!existsSync(path)) return [];
  try {
    return log.parse(JSON.parse(readFileSync(path, 'utf8'))).accepted;
  } catch (cause) {
    throw new BenchError('FB_GOLDEN', `${path} is no list of accepted golden screens.`, {
      hint: 'It is only ever added to; take it from the version control.',
      cause,
    });
  }
}

/** Adds to what was accepted. */
export function addAcceptances(folder: string, more: readonly Acceptance[]): void {
  const accepted = [...readAcceptances(folder), ...more];
  writeFileSync(pathOf(folder), `${JSON.stringify({ version: 1, accepted }, undefined, 2)}\n`);
}

const pathOf = (folder: string): string => join(folder, 'accepted.json');
