import type { AnyMachineSnapshot } from 'xstate';
import type { Pending, Surroundings } from '../model.ts';
import type { PanelEvent, StickFailure } from './context.ts';
import type { RemoteAccount } from './modes.ts';

const failures: readonly StickFailure[] = [
  'absent',
  'unreadable',
  'pulled',
  'write-protected',
  'full',
  'exists',
];

const stickFailures = (reasons: readonly StickFailure[]): PanelEvent[] =>
  reasons.map((reason) => ({ type: 'STICK.FAILED', reason }));

const whileReading = stickFailures(['absent', 'unreadable', 'pulled']);
const whileWriting = stickFailures(failures);

/**
 * What the world may answer to what the chart has asked for: the result that follows from what is
 * known of the stick and the PC, or any of the failures.
 */
export function* outcomesOf(
  pending: Pending,
  _snapshot: AnyMachineSnapshot,
  { stickFiles, remoteAccounts }: Surroundings,
): Generator<PanelEvent> {
  switch (pending.src) {
    case 'listAccountFiles':
      if (stickFiles) yield { type: 'STICK.FILES', names: [...stickFiles.keys()] };
      yield* whileReading;
      return;
    case 'readAccountFile': {
      const { name } = pending.input as { readonly name: string };
      const bytes = stickFiles?.get(name);
      if (bytes) yield { type: 'STICK.CONTENT', bytes };
      yield* whileReading;
      return;
    }
    case 'writeAccountFile':
      yield { type: 'STICK.WRITTEN' };
      yield* whileWriting;
      return;
    case 'askPc':
      if (remoteAccounts) {
        yield { type: 'PC.ACCOUNTS', accounts: remoteAccounts as readonly RemoteAccount[] };
      }
      yield { type: 'PC.FAILED' };
      return;
  }
}
