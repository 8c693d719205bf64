import type { AccountingControl, Peer, ServerTrouble } from '#core';
import { type AccountingServer, type Fault, inProcessPeer, openAccountingServer } from '#fixtures';

/** An accounting server in this process: how a meter reaches it, and the rig's hold on it. */
export async function openAccounting(
  serial: string,
): Promise<{ readonly peer: Peer; readonly accounting: AccountingControl }> {
  const server = await openAccountingServer();
  return { peer: inProcessPeer(server), accounting: holdOn(server, serial) };
}

const troubles: Readonly<Record<ServerTrouble, Fault>> = {
  'out of order': { kind: 'status', code: 500 },
  'connection reset': { kind: 'reset' },
  'answer lost': { kind: 'lost answer' },
  'no answer': { kind: 'no answer', carriedOut: false },
  'no answer after carrying out': { kind: 'no answer', carriedOut: true },
};

function holdOn({ ledger, faults }: AccountingServer, serial: string): AccountingControl {
  return {
    figures: () => ledger.figures(serial),
    toldOf: (transaction) => ledger.toldOf(serial, transaction),
    messages: () => faults.messages,
    fail: (trouble, times) => faults.failNext(troubles[trouble], times),
  };
}
