import type { AccountingControl, Peer } from '#core';
import { type AccountingServer, inProcessPeer, openAccountingServer } from '#fixtures';
import { troubles } from './troubles.ts';

/** An accounting server in this process: how a meter reaches it, and the rig's hold on it. */
export async function openAccounting(
  serial: string,
): Promise<{ readonly peer: Peer; readonly accounting: AccountingControl }> {
  const server = await openAccountingServer();
  return { peer: inProcessPeer(server), accounting: holdOn(server, serial) };
}

function holdOn({ ledger, faults }: AccountingServer, serial: string): AccountingControl {
  return {
    figures: () => ledger.figures(serial),
    toldOf: (transaction) => ledger.toldOf(serial, transaction),
    messages: () => faults.messages,
    fail: (trouble, times) => faults.failNext(troubles[trouble], times),
  };
}
