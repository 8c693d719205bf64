import { hash } from 'node:crypto';
import { BenchError, noLineBefore, type RecordLine, recordVersion, type Sha256 } from '#core';
import { type GoesOn, textLines } from './text-lines.ts';

/** Where a record does not hold together. */
export interface ChainBreak {
  /** The line of the file, from 1. */
  readonly line: number;
  readonly problem: string;
}

/** What was found while the lines of a record were read. */
export interface RecordState {
  /** How many whole lines there are, and the SHA-256 of the last of them. */
  lines: number;
  head: Sha256;
  /** How long they are, with their line feeds. */
  bytes: number;
  /** The last line was torn off while it was written. */
  torn: boolean;
  /** The first place at which the chain does not hold. */
  chainBreak: ChainBreak | undefined;
}

/**
 * Reads a run record line by line, whatever its size, and looks whether its chain holds; `state` is
 * filled on the way. A torn last line, as a killed run leaves it, is left out. A record that is being
 * written is followed as long as it `goesOn`. Errors: `FB_RUN_RECORD` with the line for anything that is
 * no record of this version.
 */
export function* readLines(
  path: string,
  state: RecordState = newState(),
  goesOn?: GoesOn,
): Generator<RecordLine> {
  for (const text of linesOf(path, state, goesOn)) {
    const line = parseLine(text, state.lines + 1, path);
    if (state.lines === 0) checkVersion(line, path);
    state.chainBreak ??= breakAt(line, state);
    state.lines += 1;
    state.head = hash('sha256', text);
    state.bytes += text.length + 1;
    yield line;
  }
}

export const newState = (): RecordState => ({
  lines: 0,
  head: noLineBefore,
  bytes: 0,
  torn: false,
  chainBreak: undefined,
});

function breakAt(line: RecordLine, { lines, head }: RecordState): ChainBreak | undefined {
  if (line.seq !== lines + 1) {
    return { line: lines + 1, problem: `its number is ${line.seq}, not ${lines + 1}` };
  }
  if (line.prev === head) return undefined;
  return { line: lines + 1, problem: 'it does not follow the line before' };
}

/** Errors: `FB_RUN_RECORD` when the file cannot be read. */
function* linesOf(path: string, state: RecordState, goesOn?: GoesOn): Generator<Buffer> {
  try {
    yield* textLines(path, state, goesOn);
  } catch (cause) {
    // What reading a line throws is told already.
    if (cause instanceof BenchError) throw cause;
    throw new BenchError('FB_RUN_RECORD', `Cannot read the run record ${path}.`, {
      hint: 'Name the folder of a run below runs/.',
      cause,
    });
  }
}

/** Reads one line of a record. Errors: `FB_RUN_RECORD` with its number in the file. */
export function parseLine(text: Buffer, number: number, path: string): RecordLine {
  try {
    const line: unknown = JSON.parse(text.toString('utf8'));
    // Every line has a type; what else it has follows from the version.
    if (isLine(line)) return line;
  } catch (cause) {
    throw notALine(path, number, cause);
  }
  throw notALine(path, number);
}

const isLine = (value: unknown): value is RecordLine =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  typeof value.type === 'string' &&
  'seq' in value &&
  typeof value.seq === 'number';

const notALine = (path: string, number: number, cause?: unknown): BenchError =>
  new BenchError('FB_RUN_RECORD', `${path}:${number} is not a line of a run record.`, {
    hint: 'A run record is only ever added to; this one was changed.',
    cause,
  });

/** Looks whether a record begins so, and is of this version. Errors: `FB_RUN_RECORD`. */
export function checkVersion(line: RecordLine, path: string): void {
  if (line.type === 'run' && line.version === recordVersion) return;
  const version = line.type === 'run' ? `of version ${line.version}` : 'without a beginning';
  throw new BenchError('FB_RUN_RECORD', `${path} is a record ${version}.`, {
    hint: `This program reads version ${recordVersion}; read it with the one that wrote it.`,
  });
}
