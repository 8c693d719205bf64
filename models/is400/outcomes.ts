import type { AnyMachineSnapshot } from 'xstate';
import type { Screen } from '#core';
import { callOutcomes } from '../data-centre/index.ts';
import type { Surroundings } from '../model.ts';
import { pendingOf } from '../place.ts';
import { isAccountFileName } from './account-file.ts';
import type { PanelEvent, StickFailure } from './context.ts';
import type { RemoteAccount } from './modes.ts';
import { contextOf } from './place.ts';

const stickFailures = (reasons: readonly StickFailure[]): readonly PanelEvent[] =>
  reasons.map((reason) => ({ type: 'STICK.FAILED', reason }));

const whileReading = stickFailures(['absent', 'unreadable', 'pulled']);
const whileWriting = stickFailures([
  'absent',
  'unreadable',
  'pulled',
  'write-protected',
  'full',
  'exists',
]);

/**
 * What the world may answer to what the chart has asked for: the result that follows from what is
 * known of the stick and the PC, or any of the failures.
 */
export function* outcomesOf(
  snapshot: AnyMachineSnapshot,
  surroundings: Surroundings,
  seen: Screen,
): Generator<PanelEvent> {
  for (const src of pendingOf(snapshot)) yield* outcomesFor(src, snapshot, surroundings, seen);
}

function* outcomesFor(
  src: string,
  snapshot: AnyMachineSnapshot,
  surroundings: Surroundings,
  seen: Screen,
): Generator<PanelEvent> {
  const { stickFiles, written, remoteAccounts } = surroundings;
  switch (src) {
    case 'listAccountFiles': {
      const known = [...(stickFiles?.keys() ?? [])];
      if (stickFiles) yield { type: 'STICK.FILES', names: known };
      if (written) yield { type: 'STICK.FILES', names: [...known, ...newNames(seen, known)] };
      yield* whileReading;
      return;
    }
    case 'readAccountFile': {
      const bytes = stickFiles?.get(contextOf(snapshot).draft.file ?? '') ?? written;
      if (bytes) yield { type: 'STICK.CONTENT', bytes };
      yield* whileReading;
      return;
    }
    case 'writeAccountFile':
      yield { type: 'STICK.WRITTEN' };
      yield* whileWriting;
      return;
    case 'sendToDataCentre': {
      const { call, now } = contextOf(snapshot);
      yield* callOutcomes(call, surroundings, now);
      return;
    }
    case 'askPc':
      if (remoteAccounts) {
        yield { type: 'PC.ACCOUNTS', accounts: remoteAccounts as readonly RemoteAccount[] };
      }
      yield { type: 'PC.FAILED' };
      return;
  }
}

/** Names of account files on the display that the bench has not put on the stick itself. */
const newNames = (seen: Screen, known: readonly string[]): readonly string[] =>
  seen.rows
    .map((row) => row.text)
    .filter((name) => isAccountFileName(name) && !known.includes(name));
