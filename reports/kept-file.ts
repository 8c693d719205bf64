import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { threadId } from 'node:worker_threads';
import type { z } from 'zod';

/**
 * What is kept in a JSON file from one run to the next, to save work. The file can be removed at any
 * time: one that is not there, cannot be read or does not fit is nothing.
 */
export function readKept<Value>(file: URL, schema: z.ZodType<Value>): Value | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Keeps it, whole or not at all; where the file cannot be written the work is done again next time. */
export function keep(file: URL, value: unknown): void {
  const beside = new URL(`${file.href}.${process.pid}.${threadId}`);
  try {
    mkdirSync(new URL('./', file), { recursive: true });
    writeFileSync(beside, JSON.stringify(value));
    renameSync(beside, file);
  } catch {
    // As said.
  }
}
