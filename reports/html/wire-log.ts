import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { textLines } from '../record/text-lines.ts';
import type { PageEvent } from './page-data.ts';

const lineSchema = z.object({
  /** The line of the record after which it went over the wire. */
  seq: z.number(),
  ms: z.number(),
  dir: z.string(),
  text: z.string(),
});

type WireLine = z.infer<typeof lineSchema>;

/** What went over the wire of a run, told beside its record line by line. */
export interface WireLog {
  /** What went over it before a line of the record, and was not told yet. */
  until(seq: number): readonly PageEvent[];
}

/** Opens the `wire.ndjson` of a run's folder; a run in one process has none. */
export function openWireLog(folder: string): WireLog {
  const path = join(folder, 'wire.ndjson');
  const lines = existsSync(path) ? wireLines(path) : [][Symbol.iterator]();
  let held = lines.next();
  return {
    until(seq) {
      const told: PageEvent[] = [];
      for (; !held.done && held.value.seq < seq; held = lines.next()) {
        const { ms, dir, text } = held.value;
        told.push(['w', ms, dir, text]);
      }
      return told;
    },
  };
}

function* wireLines(path: string): Generator<WireLine, undefined> {
  for (const text of textLines(path)) {
    const line = parsed(text);
    if (line) yield line;
  }
}

/** The log stands beside the record and is no part of it: a line that cannot be read is passed over. */
function parsed(text: Buffer): WireLine | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(text.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
