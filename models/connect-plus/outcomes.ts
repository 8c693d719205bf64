import type { AnyMachineSnapshot } from 'xstate';
import type { Millis } from '#core';
import { callOutcomes } from '../data-centre/index.ts';
import type { Surroundings } from '../model.ts';
import { pendingOf } from '../place.ts';
import { confirmationsOf } from './confirmations.ts';
import type { PanelEvent, StickFailure } from './context.ts';
import { contextOf } from './place.ts';
import { uploadWaits } from './uploads.ts';

const stickFailures: readonly StickFailure[] = [
  'absent',
  'unreadable',
  'pulled',
  'write-protected',
  'full',
  'exists',
  'missing',
];

/** What the chart waits for: work that it has asked for, and the accounting server. */
export const waitingFor = (snapshot: AnyMachineSnapshot): readonly string[] => [
  ...pendingOf(snapshot),
  ...(uploadWaits(contextOf(snapshot).memory) ? ['upload'] : []),
];

/**
 * What the world may answer: the result that follows from what is known of the stick and the
 * server, or any of the failures.
 */
export function* outcomesOf(
  snapshot: AnyMachineSnapshot,
  surroundings: Surroundings,
): Generator<PanelEvent> {
  const { now } = contextOf(snapshot);
  for (const work of waitingFor(snapshot)) yield* outcomesFor(work, snapshot, surroundings, now);
}

function* outcomesFor(
  work: string,
  snapshot: AnyMachineSnapshot,
  surroundings: Surroundings,
  at: Millis,
): Generator<PanelEvent> {
  const { folders, told } = surroundings;
  switch (work) {
    case 'listFolders': {
      const { path } = contextOf(snapshot);
      yield { type: 'STICK.FOLDERS', names: folders?.(path) ?? [], at };
      yield { type: 'STICK.FAILED', reason: 'absent', at };
      yield { type: 'STICK.FAILED', reason: 'unreadable', at };
      yield { type: 'STICK.FAILED', reason: 'missing', at };
      return;
    }
    case 'exportReport':
      yield { type: 'STICK.WRITTEN', at };
      for (const reason of stickFailures) yield { type: 'STICK.FAILED', reason, at };
      return;
    case 'printReport':
      yield { type: 'PRINTER.FAILED', at };
      yield { type: 'PRINTER.DONE', at };
      return;
    case 'sendToDataCentre':
      yield* callOutcomes(contextOf(snapshot).call, surroundings, at);
      return;
    case 'upload': {
      const { memory } = contextOf(snapshot);
      // An upload ends the batch, which is seen; that it is on its way is not.
      if (memory.batch) yield { type: 'UPLOAD.BEGUN', at };
      for (const items of confirmationsOf(memory, told)) {
        yield { type: 'UPLOAD.CONFIRMED', items, at };
      }
      return;
    }
  }
}
