import { readFileSync } from 'node:fs';
import { BenchError } from '#core';

/** A line of a run record as the reports read it. */
export interface Line {
  readonly seq: number;
  readonly type: string;
  readonly [name: string]: unknown;
}

/**
 * Reads a run record. A torn last line, as a killed run leaves it, is left out.
 * Errors: `FB_RUN_RECORD` with the line for anything else that is not a record.
 */
export function readRecord(path: string): readonly Line[] {
  const lines = readText(path).split('\n');
  const torn = lines.pop();
  const read = lines.map((line, index) => parse(line, index + 1, path));
  if (torn) {
    try {
      read.push(JSON.parse(torn) as Line);
    } catch {
      // The run was killed while this line was written.
    }
  }
  return read;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new BenchError('FB_RUN_RECORD', `Cannot read the run record ${path}.`, {
      hint: 'Name the folder of a run below runs/.',
      cause,
    });
  }
}

function parse(line: string, number: number, path: string): Line {
  try {
    return JSON.parse(line) as Line;
  } catch (cause) {
    throw new BenchError('FB_RUN_RECORD', `${path}:${number} is not a line of a run record.`, {
      hint: 'A run record is only ever added to; this one was changed.',
      cause,
    });
  }
}
