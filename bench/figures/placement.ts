import { spawnSync } from 'node:child_process';
import process from 'node:process';

/** On which processors the two ends of a link run; `as it comes` where they cannot be chosen. */
export type Placement =
  | 'each end on a processor of its own'
  | 'both ends on one processor'
  | 'as it comes';

/** Those that this process may run on; none where that cannot be told. */
const processors = allowed();

/**
 * A scheduler leaves some pairs of processes on one processor and puts others on two, as it happens,
 * and to wake a processor takes longer than a whole echo on one: pairs are compared in the same place.
 */
export const placements: readonly Placement[] =
  processors.length === 0
    ? ['as it comes']
    : processors.length === 1
      ? ['both ends on one processor']
      : ['each end on a processor of its own', 'both ends on one processor'];

/** Puts this process and others into their places, until it is disposed of. */
export function place(placement: Placement, others: readonly number[]): Disposable {
  const [first = 0, second = first] = processors;
  const own = placement === 'each end on a processor of its own' ? second : first;
  const pids = [process.pid, ...others];
  const isChosen = placement !== 'as it comes';
  if (isChosen) for (const pid of pids) pin(pid, [pid === process.pid ? first : own]);
  return {
    [Symbol.dispose]: () => {
      if (isChosen) for (const pid of pids) pin(pid, processors);
    },
  };
}

/** Only the thread that runs the program: those that compile and collect garbage go where there is room. */
function pin(pid: number, to: readonly number[]): void {
  const { status, stderr } = spawnSync('taskset', ['-cp', to.join(','), String(pid)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`taskset: ${stderr}`);
}

function allowed(): readonly number[] {
  const { stdout } = spawnSync('taskset', ['-cp', String(process.pid)], { encoding: 'utf8' });
  const [, list = ''] = /list: ([\d,-]+)/.exec(stdout ?? '') ?? [];
  return list.split(',').flatMap((part) => {
    const [from = Number.NaN, to = from] = part.split('-').map(Number);
    return Number.isNaN(from) ? [] : Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
}
