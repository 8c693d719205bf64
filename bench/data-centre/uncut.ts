import { BenchError, type Press } from '#core';
import type { CutStep } from './cut-kinds.ts';
import type { CutOperation } from './cut-operations.ts';
import { type CutBank, type CutWork, oneMessage, openWork } from './cut-work.ts';
import { recordingMeter } from './recording-meter.ts';

/** An operation that was not cut: its steps, and how the panel looks before and after it. */
export interface Uncut {
  readonly steps: readonly CutStep[];
  readonly before: string;
  readonly after: string;
}

/** Carries an operation out on a sound meter, and finds every message of it and every commit. */
export async function uncut(bank: CutBank, operation: CutOperation): Promise<Uncut> {
  const before = await looked(bank, operation);
  const presses: Press[] = [];
  const commits: number[] = [];
  await using work = await openWork(bank, { onCommit: (bytes) => commits.push(bytes) }, (meter) =>
    recordingMeter(meter, presses),
  );
  await operation.prepare(work);
  presses.length = 0;
  commits.length = 0;
  await operation.begin(work);
  const pressed = [...presses];
  const commitBytes = onlyCommit(commits, 'the beginning');
  const steps: CutStep[] = [
    { message: -1, presses: pressed, name: 'begins', lasts: 0, commitBytes },
  ];
  for (let message = 0; work.bench.frame.busy; message += 1) {
    steps.push({ message, presses: pressed, ...(await oneStep(work, commits)) });
  }
  const { status } = await operation.finish(work);
  if (status !== 'done') throw defect(`the ${operation.name} ends with "${status}" uncut`);
  const after = await operation.look(work);
  if (after === before) throw defect(`nothing shows that a ${operation.name} has happened`);
  return { steps, before, after };
}

/** Waits for the answer to the message on the display. */
async function oneStep(
  { bench }: CutWork,
  commits: number[],
): Promise<Pick<CutStep, 'name' | 'lasts' | 'commitBytes'>> {
  commits.length = 0;
  const from = bench.meter.now();
  const { frame, rows } = bench.frame;
  const name = rows.map(({ text }) => text).at(-1) ?? '';
  const next = await bench.awaitFrame(oneMessage);
  if (next.frame !== frame + 1) throw defect(`"${name}" is followed by no frame of its own`);
  return { name, lasts: bench.meter.now() - from, commitBytes: onlyCommit(commits, name) };
}

function onlyCommit(commits: readonly number[], what: string): number {
  const [only, ...others] = commits;
  if (only !== undefined && others.length === 0) return only;
  throw defect(`there are ${commits.length} commits at "${what}", not one`);
}

async function looked(bank: CutBank, operation: CutOperation): Promise<string> {
  await using work = await openWork(bank, {});
  await operation.prepare(work);
  const seen = await operation.look(work);
  return seen;
}

const defect = (message: string): BenchError => new BenchError('FB_INTERNAL', message);
